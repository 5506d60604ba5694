// Made by tools/directives from tools/directives/groups/path.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** The [Path] section: which paths are watched, and what they start. Source: systemd.path(5). */
export interface PathDirectives {
}

/** See {@link PathDirectives}. */
export const PATH_DIRECTIVES: DirectiveTable<PathDirectives> = {
};
