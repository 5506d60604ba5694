import { Platform } from '../../lib';
import type { Suite } from '../hosts/rootfs';

/** What a program says of a test host. */
export const PLATFORMS: Readonly<Record<Suite, Platform>> = {
  bullseye: Platform.DEBIAN_11,
  bookworm: Platform.DEBIAN_12,
  trixie: Platform.DEBIAN_13,
  forky: Platform.DEBIAN_14,
};
