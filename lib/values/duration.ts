/**
 * A span of time. The factories never throw; {@link Duration.problem} describes an invalid value.
 *
 * @example
 * ```ts
 * sidekiq.unit.service.set({ RuntimeMaxSec: Duration.days(1), RestartSec: Duration.seconds(2.5) });
 * new MonitDaemon(this, 'monit', { host, interval: Duration.minutes(1), takeOver: true });
 * ```
 */
export class Duration {
  /**
   * Creates a duration from milliseconds.
   *
   * @param n milliseconds; fractions are kept down to the microsecond
   */
  static milliseconds(n: number): Duration {
    return new Duration(n, 1);
  }

  /**
   * Creates a duration from seconds.
   *
   * @param n seconds, fractions allowed
   */
  static seconds(n: number): Duration {
    return new Duration(n, 1000);
  }

  /**
   * Creates a duration from minutes.
   *
   * @param n minutes, fractions allowed
   */
  static minutes(n: number): Duration {
    return new Duration(n, 60_000);
  }

  /**
   * Creates a duration from hours.
   *
   * @param n hours, fractions allowed
   */
  static hours(n: number): Duration {
    return new Duration(n, 3_600_000);
  }

  /**
   * Creates a duration from days.
   *
   * @param n days of 24 hours, fractions allowed
   */
  static days(n: number): Duration {
    return new Duration(n, 86_400_000);
  }

  private constructor(
    private readonly amount: number,
    private readonly unitMilliseconds: number,
  ) {}

  /** Returns the duration in milliseconds; NaN or infinite if the factory was given such a number. */
  toMilliseconds(): number {
    return this.amount * this.unitMilliseconds;
  }

  /** Returns the duration in seconds; NaN or infinite if the factory was given such a number. */
  toSeconds(): number {
    // A single operation where the unit allows it, so that Duration.seconds(0.1) gives 0.1 again.
    return this.unitMilliseconds >= 1000 ? this.amount * (this.unitMilliseconds / 1000) : this.amount / 1000;
  }

  /**
   * Describes why this isn't a valid duration (not a number, negative, infinite), in words that follow the value.
   *
   * @returns undefined for a valid duration
   */
  problem(): string | undefined {
    return amountProblem(this.amount, this.toMilliseconds());
  }

  /** Formats the duration for messages: `1.5 s`. */
  toString(): string {
    return `${this.toSeconds()} s`;
  }
}

function amountProblem(given: unknown, total: number): string | undefined {
  if (typeof given !== 'number' || Number.isNaN(given)) return 'is not a number';
  if (given < 0) return 'is negative';
  return Number.isFinite(total) ? undefined : 'is infinite';
}
