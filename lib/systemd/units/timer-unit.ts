import { Section, type AnySection } from '../section';
import { TIMER_DIRECTIVES, type TimerDirectives } from '../sections/timer.generated';
import { UnitFile } from '../unit-file';

/** A timer: starts another unit, the service of the same name unless it says otherwise, at times. Source: systemd.timer(5). */
export class TimerUnit extends UnitFile {
  override readonly type = 'timer';
  /** The [Timer] section. */
  readonly timer = Section.of<TimerDirectives>('Timer', TIMER_DIRECTIVES);

  /** @internal The section of its type. */
  override ownSection(): AnySection {
    return this.timer;
  }
}
