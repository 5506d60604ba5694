import type { DirectiveTable } from '../section';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SCOPE_ONLY_DIRECTIVES, type ScopeOnlyDirectives } from './scope.generated';

/** The [Scope] section: its own directives, then those it shares with other unit types. */
export interface ScopeDirectives extends ScopeOnlyDirectives, KillDirectives, ResourceControlDirectives {}

/** See {@link ScopeDirectives}. */
export const SCOPE_DIRECTIVES: DirectiveTable<ScopeDirectives> = {
  ...SCOPE_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
