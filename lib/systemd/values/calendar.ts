import { calendarProblem } from './calendar-grammar';

/**
 * Times at which a timer elapses, as systemd writes them. Made by {@link Calendar.of} or by the names of the usual ones; never throws:
 * what is wrong with an expression is told by {@link Calendar.problem}.
 *
 * Source: systemd.time(7), "CALENDAR EVENTS"
 */
export class Calendar {
  /** At the start of every minute. */
  static minutely(): Calendar {
    return new Calendar('minutely');
  }

  /** At the start of every hour. */
  static hourly(): Calendar {
    return new Calendar('hourly');
  }

  /** At midnight. */
  static daily(): Calendar {
    return new Calendar('daily');
  }

  /** At midnight of Monday. */
  static weekly(): Calendar {
    return new Calendar('weekly');
  }

  /** At midnight of the first of the month. */
  static monthly(): Calendar {
    return new Calendar('monthly');
  }

  /** At midnight of the first of January, April, July and October. */
  static quarterly(): Calendar {
    return new Calendar('quarterly');
  }

  /** At midnight of New Year. */
  static yearly(): Calendar {
    return new Calendar('yearly');
  }

  /**
   * Any expression: `Mon..Fri *-*-* 09:00:00`, `*:0/5`, `Sun 04:30 Europe/Berlin`.
   *
   * @param expression - weekdays, date, time of day and time zone, each of which may be absent. `systemd-analyze calendar` shows when it elapses.
   */
  static of(expression: string): Calendar {
    return new Calendar(expression);
  }

  private constructor(
    /** The expression. */
    readonly expression: string,
  ) {}

  /** What keeps systemd from reading the expression, as words after "which"; undefined if nothing does. */
  problem(): string | undefined {
    return calendarProblem(this.expression);
  }

  /** How a unit file writes it, and messages show it. */
  toString(): string {
    return this.expression;
  }
}
