import type { DirectiveTable } from '../section';
import { EXEC_DIRECTIVES, type ExecDirectives } from './exec.generated';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SWAP_ONLY_DIRECTIVES, type SwapOnlyDirectives } from './swap.generated';

/** The [Swap] section: its own directives, then those it shares with other types of units. */
export interface SwapDirectives extends SwapOnlyDirectives, KillDirectives, ExecDirectives, ResourceControlDirectives {}

/** See {@link SwapDirectives}. */
export const SWAP_DIRECTIVES: DirectiveTable<SwapDirectives> = {
  ...SWAP_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...EXEC_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
