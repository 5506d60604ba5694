import { Section, type AnySection } from '../section';
import { MOUNT_DIRECTIVES, type MountDirectives } from '../sections/mount';
import { UnitFile } from '../unit-file';

/** A mount unit: mounts a file system. Its name must match its mount point; see `unitNameOfPath`. Source: systemd.mount(5). */
export class MountUnit extends UnitFile {
  override readonly type = 'mount';
  /** The [Mount] section. */
  readonly mount = Section.of<MountDirectives>('Mount', MOUNT_DIRECTIVES);

  /** @internal The [Mount] section. */
  override ownSection(): AnySection {
    return this.mount;
  }
}
