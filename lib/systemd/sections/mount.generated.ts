// Made by tools/directives from tools/directives/groups/mount.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** What only mounts have. Source: systemd.mount(5). */
export interface MountOnlyDirectives {
}

/** See {@link MountOnlyDirectives}. */
export const MOUNT_ONLY_DIRECTIVES: DirectiveTable<MountOnlyDirectives> = {
};
