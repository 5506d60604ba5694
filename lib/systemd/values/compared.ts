import { safeText } from './safe-text';

/** A comparison operator of a condition. */
export type ConditionOperator = '<' | '<=' | '=' | '!=' | '>=' | '>';

/**
 * A comparison in a condition, with an amount of memory, a number of CPUs or a version. Source: systemd.unit(5), ConditionMemory=.
 *
 * @example
 * ```ts
 * sidekiq.unit.unit.set({
 *   ConditionMemory: Compared.atLeast(Size.gibibytes(4)),
 *   ConditionCPUs: Compared.moreThan(1),
 * });
 * ```
 */
export class Compared<T> {
  /** Matches the value or more. */
  static atLeast<T>(value: T): Compared<T> {
    return new Compared('>=', value);
  }

  /** Matches more than the value. */
  static moreThan<T>(value: T): Compared<T> {
    return new Compared('>', value);
  }

  /** Matches the value or less. */
  static atMost<T>(value: T): Compared<T> {
    return new Compared('<=', value);
  }

  /** Matches less than the value. */
  static lessThan<T>(value: T): Compared<T> {
    return new Compared('<', value);
  }

  /** Matches exactly the value. */
  static equalTo<T>(value: T): Compared<T> {
    return new Compared('=', value);
  }

  /** Matches any other value. */
  static otherThan<T>(value: T): Compared<T> {
    return new Compared('!=', value);
  }

  private constructor(
    /** The operator. */
    readonly operator: ConditionOperator,
    /** The value to compare with. */
    readonly value: T,
  ) {}

  /** The text that messages show. */
  toString(): string {
    return this.operator + safeText(this.value);
  }
}
