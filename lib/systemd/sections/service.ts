import type { DirectiveTable } from '../section';
import { EXEC_DIRECTIVES, type ExecDirectives } from './exec.generated';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SERVICE_ONLY_DIRECTIVES, type ServiceOnlyDirectives } from './service.generated';

/** The [Service] section: its own directives, then those it shares with other unit types. */
export interface ServiceDirectives extends ServiceOnlyDirectives, KillDirectives, ExecDirectives, ResourceControlDirectives {}

/** See {@link ServiceDirectives}. */
export const SERVICE_DIRECTIVES: DirectiveTable<ServiceDirectives> = {
  ...SERVICE_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...EXEC_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
