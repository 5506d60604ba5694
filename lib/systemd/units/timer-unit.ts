import { Section, type AnySection } from '../section';
import { TIMER_DIRECTIVES, type TimerDirectives } from '../sections/timer.generated';
import { UnitFile } from '../unit-file';

/** A timer unit: starts another unit at set times, by default the service of the same name. Source: systemd.timer(5). */
export class TimerUnit extends UnitFile {
  override readonly type = 'timer';
  /** The [Timer] section. */
  readonly timer = Section.of<TimerDirectives>('Timer', TIMER_DIRECTIVES);

  /** @internal The [Timer] section. */
  override ownSection(): AnySection {
    return this.timer;
  }
}
