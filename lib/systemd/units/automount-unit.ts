import { Section, type AnySection } from '../section';
import { AUTOMOUNT_DIRECTIVES, type AutomountDirectives } from '../sections/automount.generated';
import { UnitFile } from '../unit-file';

/**
 * An automount unit: mounts the mount unit of the same name when its mount point is accessed. Source: systemd.automount(5).
 *
 * @example
 * ```ts
 * import { AutomountUnit, renderUnitFile, unitNameOfPath } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new AutomountUnit(unitNameOfPath('/srv/archive', 'automount'));
 * unit.automount.set({ Where: '/srv/archive', TimeoutIdleSec: Duration.minutes(10) });
 * unit.install.set({ WantedBy: ['multi-user.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class AutomountUnit extends UnitFile {
  override readonly type = 'automount';
  /** The [Automount] section. */
  readonly automount = Section.of<AutomountDirectives>('Automount', AUTOMOUNT_DIRECTIVES);

  /** @internal The [Automount] section. */
  override ownSection(): AnySection {
    return this.automount;
  }
}
