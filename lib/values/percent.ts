/**
 * A share in hundredths. It may exceed 100 where the reader allows it (`CPUQuota=200%` is two cores).
 */
export class Percent {
  /**
   * A share in hundredths.
   *
   * @param n - hundredths: `Percent.of(65)` is 65 %. Never throws; see {@link Percent.problem}.
   */
  static of(n: number): Percent {
    return new Percent(n);
  }

  private constructor(
    /** Hundredths. */
    readonly value: number,
  ) {}

  /** What keeps this from being a percentage (not a number, negative, infinite), as words after "which"; undefined if nothing does. */
  problem(): string | undefined {
    if (typeof this.value !== 'number' || Number.isNaN(this.value)) return 'is not a number';
    if (this.value < 0) return 'is negative';
    return Number.isFinite(this.value) ? undefined : 'is infinite';
  }

  /** How messages show it: `65 %`. */
  toString(): string {
    return `${this.value} %`;
  }
}
