import type { Action } from '../actions';
import type { Operator } from '../comparison';
import type { EventRule, LimitRule, Rate, Recovery, StateRule } from '../model';
import type { EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind } from '../tests';

/** A rule that may still be told what to do on recovery. It is the plain data of the rule, and a method. */
export interface RecoverableRule<K extends RecoveringTestKind> extends StateRule<K> {
  /**
   * Adds `else if succeeded then …` (`else if failed` where the test is about what is well).
   *
   * @param action what to do once the test is no longer met
   * @param rate how often it must be found not met; default: once
   */
  onRecovery(action: Action, rate?: Rate): StateRule<K>;
}

/** A test with its rate: only the action is missing. */
export interface Rated<R> {
  /** Ends the sentence: `… then <action>`. */
  do(action: Action): R;
}

/** A test: says how often it must be met, or goes straight to the action. */
export interface Condition<R> extends Rated<R> {
  /**
   * `for n cycles`: that many in a row.
   *
   * @param cycles 1 to 64, else the issue `monit/rate`
   */
  forCycles(cycles: number): Rated<R>;
  /**
   * `for n times within m cycles`.
   *
   * @param times 1 to `within`, else the issue `monit/rate`
   * @param window in how many cycles
   * @param window.within 1 to 64 cycles
   */
  forTimes(times: number, window: { readonly within: number }): Rated<R>;
}

/** A condition that has a recovery. */
export type StateCondition<K extends RecoveringTestKind> = Condition<RecoverableRule<K>>;

/** A condition that has none: a change, or a content. */
export type EventCondition<K extends EventTestKind> = Condition<EventRule<K>>;

/** Compares what Monit measures with a limit. */
export interface Threshold<K extends RecoveringTestKind, Limit> {
  /** `>` */
  above(limit: Limit): StateCondition<K>;
  /** `>=` */
  atLeast(limit: Limit): StateCondition<K>;
  /** `<` */
  below(limit: Limit): StateCondition<K>;
  /** `<=` */
  atMost(limit: Limit): StateCondition<K>;
}

/** Compares a count with a limit. */
export interface CountThreshold<K extends RecoveringTestKind, Limit = number> extends Threshold<K, Limit> {
  /** `=` */
  equal(limit: Limit): StateCondition<K>;
  /** `!=` */
  notEqual(limit: Limit): StateCondition<K>;
}

/** Compares text with a POSIX extended regular expression. */
export interface PatternCondition<C> {
  /** It matches. */
  matches(pattern: string): C;
  /** It does not match. */
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

/** A test that has a recovery. */
export function state<K extends RecoveringTestKind>(test: Test<K>): StateCondition<K> {
  return condition((action, rate) => new BuiltRule<K>(test, rate, action));
}

/** A test that has none. */
export function event<K extends EventTestKind>(test: Test<K>): EventCondition<K> {
  return condition((action, rate) => (rate === undefined ? { test, action } : { test, rate, action }));
}

/** A test that counts cycles itself. */
export function limited<K extends LimitTestKind>(test: Test<K>): Rated<LimitRule<K>> {
  return { do: (action) => ({ test, action }) };
}

type Compare<K extends TestKind, Limit> = (operator: Operator, limit: Limit) => Test<K>;

/** The comparisons of what is hardly ever equal. */
export function threshold<K extends RecoveringTestKind, Limit>(compare: Compare<K, Limit>): Threshold<K, Limit> {
  return {
    above: (limit) => state(compare('>', limit)),
    atLeast: (limit) => state(compare('>=', limit)),
    below: (limit) => state(compare('<', limit)),
    atMost: (limit) => state(compare('<=', limit)),
  };
}

/** The comparisons of what is counted. */
export function count<K extends RecoveringTestKind, Limit = number>(compare: Compare<K, Limit>): CountThreshold<K, Limit> {
  return {
    ...threshold(compare),
    equal: (limit) => state(compare('=', limit)),
    notEqual: (limit) => state(compare('!=', limit)),
  };
}
