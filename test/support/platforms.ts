import { Platform } from '../../lib';
import type { Suite } from '../hosts/rootfs';

/** Platform of each test host. */
export const PLATFORMS: Readonly<Record<Suite, Platform>> = {
  bullseye: Platform.DEBIAN_11,
  bookworm: Platform.DEBIAN_12,
  trixie: Platform.DEBIAN_13,
  forky: Platform.DEBIAN_14,
};
