import { safeText } from './safe-text';

/**
 * What a Condition…= or Assert…= directive tests, negated (`!`) or as one of several of which any is enough (`|`).
 * The plain value is the usual case: the test must hold.
 */
export class UnitCondition<T = string> {
  /** The test must not hold: `!value`. */
  static not<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, true, false);
  }

  /** One of several alternatives, at least one of which must hold: `|value`. */
  static anyOf<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, false, true);
  }

  /** One of several alternatives, which holds when the test does not: `|!value`. */
  static anyOfNot<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, true, true);
  }

  private constructor(
    /** What is tested: a path, a word … */
    readonly value: T,
    /** Whether the test is negated. */
    readonly negated: boolean,
    /** Whether it is one of several alternatives. */
    readonly alternative: boolean,
  ) {}

  /** What stands before the value, in the only order that systemd takes. */
  get prefix(): string {
    return `${this.alternative ? '|' : ''}${this.negated ? '!' : ''}`;
  }

  /** How messages show it. */
  toString(): string {
    return this.prefix + safeText(this.value);
  }
}
