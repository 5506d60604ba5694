// Made by tools/directives from tools/directives/groups/automount.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** The [Automount] section: what is mounted when somebody looks. Source: systemd.automount(5). */
export interface AutomountDirectives {
}

/** See {@link AutomountDirectives}. */
export const AUTOMOUNT_DIRECTIVES: DirectiveTable<AutomountDirectives> = {
};
