import type { DirectiveTable } from '../section';
import { EXEC_DIRECTIVES, type ExecDirectives } from './exec.generated';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SWAP_ONLY_DIRECTIVES, type SwapOnlyDirectives } from './swap.generated';
import type { WithoutDelegation, WithoutOomd } from './unsupported';

/** The [Swap] section: its own directives, then those it shares with other unit types. */
export interface SwapDirectives
  extends
    SwapOnlyDirectives,
    KillDirectives,
    ExecDirectives,
    Omit<ResourceControlDirectives, keyof WithoutDelegation | keyof WithoutOomd>,
    WithoutDelegation,
    WithoutOomd {}

/** See {@link SwapDirectives}. */
export const SWAP_DIRECTIVES: DirectiveTable<SwapDirectives> = {
  ...SWAP_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...EXEC_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
