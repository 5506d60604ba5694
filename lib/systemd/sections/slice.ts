import type { DirectiveTable } from '../section';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SLICE_ONLY_DIRECTIVES, type SliceOnlyDirectives } from './slice.generated';

/** The [Slice] section: its own directives, then those it shares with other types of units. */
export interface SliceDirectives extends SliceOnlyDirectives, ResourceControlDirectives {}

/** See {@link SliceDirectives}. */
export const SLICE_DIRECTIVES: DirectiveTable<SliceDirectives> = {
  ...SLICE_ONLY_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
