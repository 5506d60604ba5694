import type { DirectiveTable } from '../section';
import { EXEC_DIRECTIVES, type ExecDirectives } from './exec.generated';
import { KILL_DIRECTIVES, type KillDirectives } from './kill.generated';
import { MOUNT_ONLY_DIRECTIVES, type MountOnlyDirectives } from './mount.generated';
import type { WithoutDelegation, WithoutOomd } from './unsupported';
import { RESOURCE_CONTROL_DIRECTIVES, type ResourceControlDirectives } from './resource-control.generated';

/** The [Mount] section: its own directives, then those it shares with other unit types. */
export interface MountDirectives
  extends
    MountOnlyDirectives,
    KillDirectives,
    ExecDirectives,
    Omit<ResourceControlDirectives, keyof WithoutDelegation | keyof WithoutOomd>,
    WithoutDelegation,
    WithoutOomd {}

/** See {@link MountDirectives}. */
export const MOUNT_DIRECTIVES: DirectiveTable<MountDirectives> = {
  ...MOUNT_ONLY_DIRECTIVES,
  ...KILL_DIRECTIVES,
  ...EXEC_DIRECTIVES,
  ...RESOURCE_CONTROL_DIRECTIVES,
};
