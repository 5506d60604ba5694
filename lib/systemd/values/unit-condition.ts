import { safeText } from './safe-text';

/**
 * A value of a Condition…= or Assert…= directive that is negated (`!`) or one of several alternatives (`|`). A plain value means that the
 * test must hold.
 *
 * @example
 * ```ts
 * sidekiq.unit.unit.add({
 *   ConditionPathExists: [UnitCondition.not('/etc/myapp/maintenance')],
 *   ConditionVirtualization: [UnitCondition.not('container')],
 * });
 * ```
 */
export class UnitCondition<T = string> {
  /** Requires that the test doesn't hold: `!value`. */
  static not<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, true, false);
  }

  /** One of several alternatives, at least one of which must hold: `|value`. */
  static anyOf<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, false, true);
  }

  /** One of several alternatives, which holds if the test doesn't: `|!value`. */
  static anyOfNot<T>(value: T): UnitCondition<T> {
    return new UnitCondition(value, true, true);
  }

  private constructor(
    /** The value that is tested: a path, a word … */
    readonly value: T,
    /** True if the test is negated. */
    readonly negated: boolean,
    /** True if it is one of several alternatives. */
    readonly alternative: boolean,
  ) {}

  /** The characters before the value, in the only order that systemd accepts. */
  get prefix(): string {
    return `${this.alternative ? '|' : ''}${this.negated ? '!' : ''}`;
  }

  /** The text that messages show. */
  toString(): string {
    return this.prefix + safeText(this.value);
  }
}
