/**
 * A percentage. It may exceed 100 where that makes sense (`CPUQuota=200%` is two cores).
 *
 * @example
 * ```ts
 * sidekiq.unit.service.set({ CPUQuota: Percent.of(200) });
 * const rules = [when.cpuPerCore.above(Percent.of(95)).forCycles(10).do(slack.notify())];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export class Percent {
  /**
   * Creates a percentage. Never throws; see {@link Percent.problem}.
   *
   * @param n value in percent: `Percent.of(65)` is 65 %
   */
  static of(n: number): Percent {
    return new Percent(n);
  }

  private constructor(
    /** Value in percent. */
    readonly value: number,
  ) {}

  /**
   * Describes why this isn't a valid percentage (not a number, negative, infinite), in words that follow the value.
   *
   * @returns undefined for a valid percentage
   */
  problem(): string | undefined {
    if (typeof this.value !== 'number' || Number.isNaN(this.value)) return 'is not a number';
    if (this.value < 0) return 'is negative';
    return Number.isFinite(this.value) ? undefined : 'is infinite';
  }

  /** Formats the percentage for messages: `65 %`. */
  toString(): string {
    return `${this.value} %`;
  }
}
