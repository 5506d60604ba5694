import { Section, type AnySection } from '../section';
import { MOUNT_DIRECTIVES, type MountDirectives } from '../sections/mount';
import { UnitFile } from '../unit-file';

/**
 * A mount unit: mounts a file system. Its name must match its mount point; see `unitNameOfPath`. Source: systemd.mount(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile, unitNameOfPath } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new MountUnit(unitNameOfPath('/srv/data', 'mount'));
 * unit.mount.set({ What: '/dev/vdb1', Where: '/srv/data', Type: 'ext4' });
 * unit.install.set({ WantedBy: ['multi-user.target'] });
 * new HostFile(this, 'mount', { host, path: `/etc/systemd/system/${unit.name}`, content: renderUnitFile(unit) });
 * ```
 */
export class MountUnit extends UnitFile {
  override readonly type = 'mount';
  /** The [Mount] section. */
  readonly mount = Section.of<MountDirectives>('Mount', MOUNT_DIRECTIVES);

  /** @internal The [Mount] section. */
  override ownSection(): AnySection {
    return this.mount;
  }
}
