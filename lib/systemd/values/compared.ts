import { safeText } from './safe-text';

/** An operator of conditions that compare. */
export type ConditionOperator = '<' | '<=' | '=' | '!=' | '>=' | '>';

/** What a condition compares with: an amount of memory, a number of CPUs, a version. Source: systemd.unit(5), ConditionMemory=. */
export class Compared<T> {
  /** The value, or more. */
  static atLeast<T>(value: T): Compared<T> {
    return new Compared('>=', value);
  }

  /** More than the value. */
  static moreThan<T>(value: T): Compared<T> {
    return new Compared('>', value);
  }

  /** The value, or less. */
  static atMost<T>(value: T): Compared<T> {
    return new Compared('<=', value);
  }

  /** Less than the value. */
  static lessThan<T>(value: T): Compared<T> {
    return new Compared('<', value);
  }

  /** The value itself. */
  static equalTo<T>(value: T): Compared<T> {
    return new Compared('=', value);
  }

  /** Any other value. */
  static otherThan<T>(value: T): Compared<T> {
    return new Compared('!=', value);
  }

  private constructor(
    /** How it is compared. */
    readonly operator: ConditionOperator,
    /** With what. */
    readonly value: T,
  ) {}

  /** How messages show it. */
  toString(): string {
    return this.operator + safeText(this.value);
  }
}
