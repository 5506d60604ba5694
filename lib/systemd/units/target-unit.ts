import type { AnySection } from '../section';
import { UnitFile } from '../unit-file';

/**
 * A target unit: a group of units, and a synchronization point during startup. It has no section of its own. Source: systemd.target(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new TargetUnit('workers.target');
 * unit.unit.set({ Description: 'All workers', Wants: ['sidekiq.service', 'clock.service'] });
 * unit.install.set({ WantedBy: ['multi-user.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class TargetUnit extends UnitFile {
  override readonly type = 'target';

  /** @internal Always undefined: targets have no section of their own. */
  override ownSection(): AnySection | undefined {
    return undefined;
  }
}
