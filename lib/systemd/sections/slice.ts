import type { DirectiveTable } from '../section';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SLICE_ONLY_DIRECTIVES, type SliceOnlyDirectives } from './slice.generated';
import type { WithoutDelegation, WithoutSlice } from './unsupported';

/** The [Slice] section: its own directives, then those it shares with other unit types. */
export interface SliceDirectives
  extends
    SliceOnlyDirectives,
    Omit<ResourceControlDirectives, keyof WithoutDelegation | keyof WithoutSlice>,
    WithoutDelegation,
    WithoutSlice {}

/** See {@link SliceDirectives}. */
export const SLICE_DIRECTIVES: DirectiveTable<SliceDirectives> = {
  ...SLICE_ONLY_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
