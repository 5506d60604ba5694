import type { DirectiveTable } from '../section';
import { EXEC_DIRECTIVES, type ExecDirectives } from './exec.generated';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';
import { SOCKET_ONLY_DIRECTIVES, type SocketOnlyDirectives } from './socket.generated';
import type { WithoutDelegation, WithoutOomd } from './unsupported';

/** The [Socket] section: its own directives, then those it shares with other unit types. */
export interface SocketDirectives
  extends
    SocketOnlyDirectives,
    KillDirectives,
    ExecDirectives,
    Omit<ResourceControlDirectives, keyof WithoutDelegation | keyof WithoutOomd>,
    WithoutDelegation,
    WithoutOomd {}

/** See {@link SocketDirectives}. */
export const SOCKET_DIRECTIVES: DirectiveTable<SocketDirectives> = {
  ...SOCKET_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...EXEC_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
