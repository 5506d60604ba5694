import { Section, type AnySection } from '../section';
import { MOUNT_DIRECTIVES, type MountDirectives } from '../sections/mount';
import { UnitFile } from '../unit-file';

/** A mount: a file system at a place. Its name is that of the place, see `unitNameOfPath`. Source: systemd.mount(5). */
export class MountUnit extends UnitFile {
  override readonly type = 'mount';
  /** The [Mount] section. */
  readonly mount = Section.of<MountDirectives>('Mount', MOUNT_DIRECTIVES);

  /** @internal The section of its type. */
  override ownSection(): AnySection {
    return this.mount;
  }
}
