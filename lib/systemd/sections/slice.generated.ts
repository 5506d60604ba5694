// Made by tools/directives from tools/directives/groups/slice.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** What only slices have. Source: systemd.slice(5). */
export interface SliceOnlyDirectives {
}

/** See {@link SliceOnlyDirectives}. */
export const SLICE_ONLY_DIRECTIVES: DirectiveTable<SliceOnlyDirectives> = {
};
