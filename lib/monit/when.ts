import type { Duration } from '../values/duration';
import type { Percent } from '../values/percent';
import type { Size } from '../values/size';
import type { Action } from './actions';
import type { EventRule, Rate, Recovery, StateRule } from './model';
import type { Operator, RecoveringTestKind, Test, TestKind } from './tests';

/** A rule that may still be told what to do on recovery. It is the plain data of the rule, and a method. */
export interface RecoverableRule<K extends RecoveringTestKind> extends StateRule<K> {
  /**
   * Adds `else if succeeded then …`.
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
export type EventCondition<K extends TestKind> = Condition<EventRule<K>>;

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

function state<K extends RecoveringTestKind>(test: Test<K>): StateCondition<K> {
  return condition((action, rate) => new BuiltRule<K>(test, rate, action));
}

function event<K extends TestKind>(test: Test<K>): EventCondition<K> {
  return condition((action, rate) => (rate === undefined ? { test, action } : { test, rate, action }));
}

type Compare<K extends TestKind, Limit> = (operator: Operator, limit: Limit) => Test<K>;

function threshold<K extends RecoveringTestKind, Limit>(compare: Compare<K, Limit>): Threshold<K, Limit> {
  return {
    above: (limit) => state(compare('>', limit)),
    atLeast: (limit) => state(compare('>=', limit)),
    below: (limit) => state(compare('<', limit)),
    atMost: (limit) => state(compare('<=', limit)),
  };
}

function count<K extends RecoveringTestKind, Limit = number>(compare: Compare<K, Limit>): CountThreshold<K, Limit> {
  return {
    ...threshold(compare),
    equal: (limit) => state(compare('=', limit)),
    notEqual: (limit) => state(compare('!=', limit)),
  };
}

/**
 * Writes rules that read like Monit's: `when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())`. What comes
 * out is plain data. The last step is `do`, because an object with a method `then` would hang an `await`.
 *
 * The limits that make no sense are not refused here but told by `controlFileIssues`.
 *
 * Source: Monit manual, "Service tests".
 */
export const when = {
  /** The process is gone. Monit adds `if does not exist then restart` where no rule says otherwise. */
  doesNotExist: () => state<'doesNotExist'>({ test: 'doesNotExist' }),
  /** The process is there. */
  exists: () => state<'exists'>({ test: 'exists' }),
  /** The process's id, which every restart changes, a deploy's too (`monit/changed-pid-fires-on-deploy`). */
  pid: {
    /** The process has another id than in the cycle before. No recovery. */
    changes: () => event<'changedPid'>({ test: 'changedPid' }),
  },
  /** The id of the process's parent. */
  ppid: {
    /** The parent has another id than in the cycle before. No recovery. */
    changes: () => event<'changedPpid'>({ test: 'changedPpid' }),
  },
  /** How long the process has been up. */
  uptime: threshold<'uptime', Duration>((operator, limit) => ({ test: 'uptime', operator, limit })),
  /** CPU of the process, in percent of **all** cores together: one busy thread on four cores is 25. Prefer {@link when.cpuPerCore}. */
  cpu: threshold<'cpu', Percent>((operator, limit) => ({ test: 'cpu', operator, limit })),
  /** CPU of the process and its children, in percent of **all** cores together. Prefer {@link when.totalCpuPerCore}. */
  totalCpu: threshold<'totalCpu', Percent>((operator, limit) => ({ test: 'totalCpu', operator, limit })),
  /** CPU of the process, in percent of one core, as `top` shows it. Monit has no such test: the installer computes the share on the host. */
  cpuPerCore: threshold<'cpuPerCore', Percent>((operator, limit) => ({ test: 'cpuPerCore', operator, limit })),
  /** CPU of the process and its children, in percent of one core; see {@link when.cpuPerCore}. */
  totalCpuPerCore: threshold<'totalCpuPerCore', Percent>((operator, limit) => ({ test: 'totalCpuPerCore', operator, limit })),
  /** Memory of the process, in bytes or in percent of the host's. RSS; from Monit 6.0 on PSS, which is lower where memory is shared. */
  memory: threshold<'memory', Size | Percent>((operator, limit) => ({ test: 'memory', operator, limit })),
  /** Memory of the process and its children; see {@link when.memory}. */
  totalMemory: threshold<'totalMemory', Size | Percent>((operator, limit) => ({ test: 'totalMemory', operator, limit })),
  /** Number of threads of the process. */
  threads: count<'threads'>((operator, limit) => ({ test: 'threads', operator, limit })),
  /** Number of child processes. */
  children: count<'children'>((operator, limit) => ({ test: 'children', operator, limit })),
  /** Open files of the process: a number, or percent of its limit. */
  fileDescriptors: count<'fileDescriptors', number | Percent>((operator, limit) => ({ test: 'fileDescriptors', operator, limit })),
  /** Open files of the process and its children. */
  totalFileDescriptors: count<'totalFileDescriptors'>((operator, limit) => ({ test: 'totalFileDescriptors', operator, limit })),
  /** Bytes that the process reads from disk per second. */
  diskRead: threshold<'diskRead', Size>((operator, limit) => ({ test: 'diskRead', operator, limit })),
  /** Bytes that the process writes to disk per second. */
  diskWrite: threshold<'diskWrite', Size>((operator, limit) => ({ test: 'diskWrite', operator, limit })),
  /** Read operations of the process per second. */
  diskReadOperations: threshold<'diskReadOperations', number>((operator, limit) => ({ test: 'diskReadOperations', operator, limit })),
  /** Write operations of the process per second. */
  diskWriteOperations: threshold<'diskWriteOperations', number>((operator, limit) => ({ test: 'diskWriteOperations', operator, limit })),
  /** The process's real user. */
  uid: {
    /** It runs as another user than this one. */
    isNot: (account: string | number) => state<'failedUid'>({ test: 'failedUid', account }),
  },
  /** The process's effective user. */
  euid: {
    /** It runs as another effective user than this one. */
    isNot: (account: string | number) => state<'failedEuid'>({ test: 'failedEuid', account }),
  },
  /** The process's group. */
  gid: {
    /** It runs as another group than this one. */
    isNot: (account: string | number) => state<'failedGid'>({ test: 'failedGid', account }),
  },
  /** The process's security attribute: its AppArmor profile or SELinux context. */
  securityAttribute: {
    /** It has another attribute than this one. */
    isNot: (attribute: string) => state<'failedSecurityAttribute'>({ test: 'failedSecurityAttribute', attribute }),
  },
  /** Exit status of the program, of a program check: `when.status.notEqual(0)` or `when.status('!=', 0)`. */
  status: Object.assign((operator: Operator, status: number) => state<'status'>({ test: 'status', operator, limit: status }), {
    ...count<'status'>((operator, limit) => ({ test: 'status', operator, limit })),
    /** The program ends with another status than the time before. No recovery. */
    changes: () => event<'changedStatus'>({ test: 'changedStatus' }),
  }),
  /** Output of the program, of a program check, against a POSIX extended regular expression. Needs Monit 5.29. No recovery. */
  content: {
    /** The output matches. */
    matches: (pattern: string) => event<'content'>({ test: 'content', operator: '=', pattern }),
    /** The output does not match. */
    doesNotMatch: (pattern: string) => event<'content'>({ test: 'content', operator: '!=', pattern }),
  },
} as const;
