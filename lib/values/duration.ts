/**
 * A span of time. The factories never throw: a value that no duration can have is told by {@link Duration.problem}.
 */
export class Duration {
  /**
   * A time in milliseconds.
   *
   * @param n - milliseconds; fractions are kept down to the microsecond.
   */
  static milliseconds(n: number): Duration {
    return new Duration(n, 1);
  }

  /**
   * A time in seconds.
   *
   * @param n - seconds, fractions allowed.
   */
  static seconds(n: number): Duration {
    return new Duration(n, 1000);
  }

  /**
   * A time in minutes.
   *
   * @param n - minutes, fractions allowed.
   */
  static minutes(n: number): Duration {
    return new Duration(n, 60_000);
  }

  /**
   * A time in hours.
   *
   * @param n - hours, fractions allowed.
   */
  static hours(n: number): Duration {
    return new Duration(n, 3_600_000);
  }

  /**
   * A time in days.
   *
   * @param n - days of 24 hours, fractions allowed.
   */
  static days(n: number): Duration {
    return new Duration(n, 86_400_000);
  }

  private constructor(
    private readonly amount: number,
    private readonly unitMilliseconds: number,
  ) {}

  /** The duration in milliseconds; NaN or infinite where the factory was given such a number. */
  toMilliseconds(): number {
    return this.amount * this.unitMilliseconds;
  }

  /** The duration in seconds; NaN or infinite where the factory was given such a number. */
  toSeconds(): number {
    // One operation where the unit allows it, so that Duration.seconds(0.1) is 0.1 again.
    return this.unitMilliseconds >= 1000 ? this.amount * (this.unitMilliseconds / 1000) : this.amount / 1000;
  }

  /** What keeps this from being a duration (not a number, negative, infinite), as words after "which"; undefined if nothing does. */
  problem(): string | undefined {
    return amountProblem(this.amount, this.toMilliseconds());
  }

  /** How messages show it: `1.5 s`. */
  toString(): string {
    return `${this.toSeconds()} s`;
  }
}

function amountProblem(given: unknown, total: number): string | undefined {
  if (typeof given !== 'number' || Number.isNaN(given)) return 'is not a number';
  if (given < 0) return 'is negative';
  return Number.isFinite(total) ? undefined : 'is infinite';
}
