// Made by tools/directives from tools/directives/groups/timer.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { calendars, timerSpans } from '../kinds/calendars';
import { yesNo } from '../kinds/plain';
import { unitNotOfType } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { Calendar } from '../values/calendar';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** The [Timer] section: when the unit that the timer is for starts. Source: systemd.timer(5). */
export interface TimerDirectives {
  /**
   * Times at which the unit starts.
   *
   * Times made by Calendar. Since 197. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnCalendar=)
   */
  readonly OnCalendar?: OneOrMany<Calendar>;
  /**
   * Time after the timer itself has started.
   *
   * Durations. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnActiveSec=)
   */
  readonly OnActiveSec?: OneOrMany<Duration>;
  /**
   * Time after the machine has booted.
   *
   * Durations. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnBootSec=)
   */
  readonly OnBootSec?: OneOrMany<Duration>;
  /**
   * Time after systemd has started: for timers of a user, after the first login.
   *
   * Durations. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnStartupSec=)
   */
  readonly OnStartupSec?: OneOrMany<Duration>;
  /**
   * Time after the unit was last started.
   *
   * Durations. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnUnitActiveSec=)
   */
  readonly OnUnitActiveSec?: OneOrMany<Duration>;
  /**
   * Time after the unit has last ended.
   *
   * Durations. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnUnitInactiveSec=)
   */
  readonly OnUnitInactiveSec?: OneOrMany<Duration>;
  /**
   * Whether it starts when the clock is set. Default: false.
   *
   * A boolean. Since 242. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnClockChange=)
   */
  readonly OnClockChange?: boolean;
  /**
   * Whether it starts when the time zone changes. Default: false.
   *
   * A boolean. Since 242. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#OnTimezoneChange=)
   */
  readonly OnTimezoneChange?: boolean;
  /**
   * Whether a time of OnCalendar that passed while the machine was off is made up for. Default: false.
   *
   * A boolean. Since 212. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#Persistent=)
   */
  readonly Persistent?: boolean;
  /**
   * Whether the machine is woken up for it. Default: false.
   *
   * A boolean. Since 212. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#WakeSystem=)
   */
  readonly WakeSystem?: boolean;
  /**
   * Whether a timer that will not elapse again stays loaded. Default: true.
   *
   * A boolean. Since 229. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#RemainAfterElapse=)
   */
  readonly RemainAfterElapse?: boolean;
  /**
   * Whether RandomizedDelaySec is the same each time on one machine. Default: false.
   *
   * A boolean. Since 247. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#FixedRandomDelay=)
   */
  readonly FixedRandomDelay?: boolean;
  /**
   * By how much it may be late to wake up with others. Default: 1 min.
   *
   * A Duration, or `infinity`. Since 209. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#AccuracySec=)
   */
  readonly AccuracySec?: Duration | 'infinity';
  /**
   * By how much at most, at random, it is late. Default: 0.
   *
   * A Duration, or `infinity`. Since 229. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#RandomizedDelaySec=)
   */
  readonly RandomizedDelaySec?: Duration | 'infinity';
  /**
   * The unit that is started. Default: the service of the same name.
   *
   * The full name of a unit other than `*.timer`. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#Unit=)
   */
  readonly Unit?: UnitString;
  /**
   * Whether a time that passes while the unit still runs is let go. Default: false.
   *
   * A boolean. Since 257. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#DeferReactivation=)
   */
  readonly DeferReactivation?: boolean;
  /**
   * By how much at most, at random but the same on one machine, all its times are shifted. Default: 0.
   *
   * A Duration, or `infinity`. Since 258. [systemd.timer(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html#RandomizedOffsetSec=)
   */
  readonly RandomizedOffsetSec?: Duration | 'infinity';
}

/** See {@link TimerDirectives}. */
export const TIMER_DIRECTIVES: DirectiveTable<TimerDirectives> = {
  OnCalendar: { kind: calendars, since: 197 },
  OnActiveSec: { kind: timerSpans },
  OnBootSec: { kind: timerSpans },
  OnStartupSec: { kind: timerSpans },
  OnUnitActiveSec: { kind: timerSpans },
  OnUnitInactiveSec: { kind: timerSpans },
  OnClockChange: { kind: yesNo, since: 242 },
  OnTimezoneChange: { kind: yesNo, since: 242 },
  Persistent: { kind: yesNo, since: 212 },
  WakeSystem: { kind: yesNo, since: 212 },
  RemainAfterElapse: { kind: yesNo, since: 229 },
  FixedRandomDelay: { kind: yesNo, since: 247 },
  AccuracySec: { kind: timeSpan(), since: 209 },
  RandomizedDelaySec: { kind: timeSpan(), since: 229 },
  Unit: { kind: unitNotOfType('.timer') },
  DeferReactivation: { kind: yesNo, since: 257 },
  RandomizedOffsetSec: { kind: timeSpan(), since: 258 },
};
