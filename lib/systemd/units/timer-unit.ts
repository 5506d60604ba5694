import { Section, type AnySection } from '../section';
import { TIMER_DIRECTIVES, type TimerDirectives } from '../sections/timer.generated';
import { UnitFile } from '../unit-file';

/**
 * A timer unit: starts another unit at set times, by default the service of the same name. Source: systemd.timer(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new TimerUnit('cleanup.timer');
 * unit.timer.set({ OnCalendar: Calendar.daily(), Persistent: true, RandomizedDelaySec: Duration.minutes(10) });
 * unit.install.set({ WantedBy: ['timers.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class TimerUnit extends UnitFile {
  override readonly type = 'timer';
  /** The [Timer] section. */
  readonly timer = Section.of<TimerDirectives>('Timer', TIMER_DIRECTIVES);

  /** @internal The [Timer] section. */
  override ownSection(): AnySection {
    return this.timer;
  }
}
