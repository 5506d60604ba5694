import type { AnyDirective } from '../section';
import type { SectionName } from '../table/section-groups';
import { AUTOMOUNT_DIRECTIVES } from './automount.generated';
import { INSTALL_DIRECTIVES } from './install.generated';
import { MOUNT_DIRECTIVES } from './mount';
import { PATH_DIRECTIVES } from './path.generated';
import { SCOPE_DIRECTIVES } from './scope';
import { SERVICE_DIRECTIVES } from './service';
import { SLICE_DIRECTIVES } from './slice';
import { SOCKET_DIRECTIVES } from './socket';
import { SWAP_DIRECTIVES } from './swap';
import { TIMER_DIRECTIVES } from './timer.generated';
import { UNIT_DIRECTIVES } from './unit.generated';

/** The typed directives of every section, with the kinds of their values. */
export const TABLES: Readonly<Record<SectionName, Readonly<Record<string, AnyDirective>>>> = {
  Unit: UNIT_DIRECTIVES,
  Service: SERVICE_DIRECTIVES,
  Timer: TIMER_DIRECTIVES,
  Socket: SOCKET_DIRECTIVES,
  Path: PATH_DIRECTIVES,
  Mount: MOUNT_DIRECTIVES,
  Automount: AUTOMOUNT_DIRECTIVES,
  Swap: SWAP_DIRECTIVES,
  Slice: SLICE_DIRECTIVES,
  Scope: SCOPE_DIRECTIVES,
  Install: INSTALL_DIRECTIVES,
};
