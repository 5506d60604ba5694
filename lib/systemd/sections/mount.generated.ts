// Made by tools/directives from tools/directives/groups/mount.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { path } from '../kinds/paths';
import { fileMode, yesNo } from '../kinds/plain';
import { text } from '../kinds/text';
import type { DirectiveTable } from '../section';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** What only mounts have. Source: systemd.mount(5). */
export interface MountOnlyDirectives {
  /**
   * The device, file or other thing that is mounted; for a device its path.
   *
   * One line of text, literal. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#What=)
   */
  readonly What?: UnitString;
  /**
   * The place; the unit's name must be that of the place.
   *
   * An absolute path. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#Where=)
   */
  readonly Where?: UnitString;
  /**
   * Mount options, parted by commas, see mount(8).
   *
   * One line of text, literal. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#Options=)
   */
  readonly Options?: UnitString;
  /**
   * The type of the file system, see mount(8). Default: found out.
   *
   * One line of text, literal. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#Type=)
   */
  readonly Type?: UnitString;
  /**
   * Mode of the directories that are made for the place. Default: 0755.
   *
   * Octal digits as text. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#DirectoryMode=)
   */
  readonly DirectoryMode?: string;
  /**
   * Whether options that the file system does not know are passed over. Default: false.
   *
   * A boolean. Since 215. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#SloppyOptions=)
   */
  readonly SloppyOptions?: boolean;
  /**
   * Whether it is gone from the tree at once, and cleaned up when nobody uses it any more. Default: false.
   *
   * A boolean. Since 232. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#LazyUnmount=)
   */
  readonly LazyUnmount?: boolean;
  /**
   * Whether it is unmounted though its server cannot be reached. Default: false.
   *
   * A boolean. Since 232. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#ForceUnmount=)
   */
  readonly ForceUnmount?: boolean;
  /**
   * Whether a mount that could only be read fails. Default: false.
   *
   * A boolean. Since 246. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#ReadWriteOnly=)
   */
  readonly ReadWriteOnly?: boolean;
  /**
   * How long a mount or an unmount may take. Default: 90 s.
   *
   * A Duration, or `infinity`. [systemd.mount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#TimeoutSec=)
   */
  readonly TimeoutSec?: Duration | 'infinity';
}

/** See {@link MountOnlyDirectives}. */
export const MOUNT_ONLY_DIRECTIVES: DirectiveTable<MountOnlyDirectives> = {
  What: { kind: text },
  Where: { kind: path },
  Options: { kind: text },
  Type: { kind: text },
  DirectoryMode: { kind: fileMode },
  SloppyOptions: { kind: yesNo, since: 215 },
  LazyUnmount: { kind: yesNo, since: 232 },
  ForceUnmount: { kind: yesNo, since: 232 },
  ReadWriteOnly: { kind: yesNo, since: 246 },
  TimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }) },
};
