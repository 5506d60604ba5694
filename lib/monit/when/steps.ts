import type { Action } from '../actions';
import type { Operator } from '../comparison';
import type { EventRule, LimitRule, Rate, Recovery, StateRule } from '../model';
import type { EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind } from '../test-table';

/** A rule that can still get an action for recovery: the plain data of the rule, and one method. */
export interface RecoverableRule<K extends RecoveringTestKind> extends StateRule<K> {
  /**
   * Adds `else if succeeded then …` (`else if failed` when the test is about a good state).
   *
   * @param action action to take once the test is no longer met
   * @param rate number of times the test must not be met before that; once if left out
   */
  onRecovery(action: Action, rate?: Rate): StateRule<K>;
}

/** A test with its rate, still without an action. */
export interface Rated<R> {
  /** Completes the rule: `… then <action>`. */
  do(action: Action): R;
}

/** A test, still without a rate and an action; the rate is optional. */
export interface Condition<R> extends Rated<R> {
  /**
   * Sets the rate `for n cycles`: n cycles in a row.
   *
   * @param cycles 1 to 64, otherwise the issue `monit/invalid-rate`
   */
  forCycles(cycles: number): Rated<R>;
  /**
   * Sets the rate `for n times within m cycles`.
   *
   * @param times 1 to `within`, otherwise the issue `monit/invalid-rate`
   * @param window period in which they are counted
   * @param window.within 1 to 64 cycles
   */
  forTimes(times: number, window: { readonly within: number }): Rated<R>;
}

/** A condition with a recovery. */
export type StateCondition<K extends RecoveringTestKind> = Condition<RecoverableRule<K>>;

/** A condition without a recovery: a change, or content. */
export type EventCondition<K extends EventTestKind> = Condition<EventRule<K>>;

/** Comparison of a measured value with a limit. */
export interface Threshold<K extends RecoveringTestKind, Limit> {
  /** Greater than: `>`. */
  above(limit: Limit): StateCondition<K>;
  /** Greater than or equal: `>=`. */
  atLeast(limit: Limit): StateCondition<K>;
  /** Less than: `<`. */
  below(limit: Limit): StateCondition<K>;
  /** Less than or equal: `<=`. */
  atMost(limit: Limit): StateCondition<K>;
}

/** Comparison of a count with a limit. */
export interface CountThreshold<K extends RecoveringTestKind, Limit = number> extends Threshold<K, Limit> {
  /** Equal: `=`. */
  equal(limit: Limit): StateCondition<K>;
  /** Not equal: `!=`. */
  notEqual(limit: Limit): StateCondition<K>;
}

/** Comparison of text with a POSIX extended regular expression. */
export interface PatternCondition<C> {
  /** Fires when the text matches. */
  matches(pattern: string): C;
  /** Fires when the text does not match. */
  doesNotMatch(pattern: string): C;
}

class BuiltRule<K extends RecoveringTestKind> implements RecoverableRule<K> {
  readonly test: Test<K>;
  readonly action: Action;
  declare readonly rate?: Rate;
  declare readonly recovery?: Recovery;

  constructor(test: Test<K>, rate: Rate | undefined, action: Action) {
    this.test = test;
    this.action = action;
    if (rate !== undefined) this.rate = rate;
  }

  onRecovery(action: Action, rate?: Rate): StateRule<K> {
    const { test, rate: before, action: first } = this;
    const recovery = rate === undefined ? { action } : { action, rate };
    return before === undefined ? { test, action: first, recovery } : { test, rate: before, action: first, recovery };
  }
}

function condition<R>(rule: (action: Action, rate?: Rate) => R): Condition<R> {
  const rated = (rate?: Rate): Rated<R> => ({ do: (action) => rule(action, rate) });
  return {
    ...rated(),
    forCycles: (cycles) => rated({ cycles }),
    forTimes: (times, { within }) => rated({ times, within }),
  };
}

/** Builds a test with a recovery. */
export function state<K extends RecoveringTestKind>(test: Test<K>): StateCondition<K> {
  return condition((action, rate) => new BuiltRule<K>(test, rate, action));
}

/** Builds a test without a recovery. */
export function event<K extends EventTestKind>(test: Test<K>): EventCondition<K> {
  return condition((action, rate) => (rate === undefined ? { test, action } : { test, rate, action }));
}

/** Builds a test that counts cycles itself. */
export function limited<K extends LimitTestKind>(test: Test<K>): Rated<LimitRule<K>> {
  return { do: (action) => ({ test, action }) };
}

type Compare<K extends TestKind, Limit> = (operator: Operator, limit: Limit) => Test<K>;

/** Builds the comparisons of a value that rarely equals a limit exactly. */
export function threshold<K extends RecoveringTestKind, Limit>(compare: Compare<K, Limit>): Threshold<K, Limit> {
  return {
    above: (limit) => state(compare('>', limit)),
    atLeast: (limit) => state(compare('>=', limit)),
    below: (limit) => state(compare('<', limit)),
    atMost: (limit) => state(compare('<=', limit)),
  };
}

/** Builds the comparisons of a count. */
export function count<K extends RecoveringTestKind, Limit = number>(compare: Compare<K, Limit>): CountThreshold<K, Limit> {
  return {
    ...threshold(compare),
    equal: (limit) => state(compare('=', limit)),
    notEqual: (limit) => state(compare('!=', limit)),
  };
}
