import { calendarProblem } from './calendar-grammar';

/**
 * Times at which a timer elapses, in systemd's notation. Use {@link Calendar.of}, or a named method such as {@link Calendar.daily}. Never
 * throws: {@link Calendar.problem} reports a malformed expression.
 *
 * Source: systemd.time(7), "CALENDAR EVENTS"
 *
 * @example
 * ```ts
 * new SystemdTimer(this, 'report', {
 *   host,
 *   timer: { OnCalendar: [Calendar.of('Mon..Fri 09:00 Europe/Berlin'), Calendar.monthly()] },
 *   service: { ExecStart: Exec.command('/usr/local/bin/report'), User: 'deploy' },
 * });
 * ```
 */
export class Calendar {
  /** Elapses at the start of every minute. */
  static minutely(): Calendar {
    return new Calendar('minutely');
  }

  /** Elapses at the start of every hour. */
  static hourly(): Calendar {
    return new Calendar('hourly');
  }

  /** Elapses every day at midnight. */
  static daily(): Calendar {
    return new Calendar('daily');
  }

  /** Elapses every Monday at midnight. */
  static weekly(): Calendar {
    return new Calendar('weekly');
  }

  /** Elapses at midnight on the first of every month. */
  static monthly(): Calendar {
    return new Calendar('monthly');
  }

  /** Elapses at midnight on the first of January, April, July and October. */
  static quarterly(): Calendar {
    return new Calendar('quarterly');
  }

  /** Elapses at midnight on the first of January. */
  static yearly(): Calendar {
    return new Calendar('yearly');
  }

  /**
   * Elapses at the times of any expression: `Mon..Fri *-*-* 09:00:00`, `*:0/5`, `Sun 04:30 Europe/Berlin`.
   *
   * @param expression weekdays, date, time of day and time zone, each of them optional. `systemd-analyze calendar` shows when it elapses.
   */
  static of(expression: string): Calendar {
    return new Calendar(expression);
  }

  private constructor(
    /** The expression. */
    readonly expression: string,
  ) {}

  /** The reason systemd can't read the expression, such as `is empty`; undefined if it can. */
  problem(): string | undefined {
    return calendarProblem(this.expression);
  }

  /** The expression, as unit files and messages show it. */
  toString(): string {
    return this.expression;
  }
}
