import type { Duration } from '../values/duration';

/** What Monit does by itself, named as in a control file. `ignore` needs Monit 5.34. */
export interface ServiceAction {
  /** Which one. */
  readonly action: 'alert' | 'start' | 'stop' | 'restart' | 'unmonitor' | 'ignore';
}

/** Runs a program. */
export interface ExecAction {
  /** Which one. */
  readonly action: 'exec';
  /** The program, absolute, and its arguments; no shell, at most 63 words. */
  readonly argv: readonly string[];
  /** User to run as, by name or number. Default: the user of Monit, root. Needs {@link gid}. */
  readonly uid?: string | number;
  /** Group to run as, by name or number. Default: the group of Monit. Needs {@link uid}. */
  readonly gid?: string | number;
  /** Runs it again every so many cycles while the test goes on failing. Default: once per failure. */
  readonly repeatEvery?: number;
  /** How long Monit lets it run, in whole seconds; needs Monit 5.34. Default: for ever. */
  readonly timeout?: Duration;
}

/** What a rule does when its test is met, or when it is over. */
export type Action = ServiceAction | ExecAction;

/** Options of {@link exec}. */
export type ExecOptions = Omit<ExecAction, 'action' | 'argv'>;

/** Mails whoever is registered for alerts, and logs. Source: Monit manual, "Action". */
export function alert(): ServiceAction {
  return { action: 'alert' };
}

/** Runs the check's start program. Source: Monit manual, "Action". */
export function start(): ServiceAction {
  return { action: 'start' };
}

/** Runs the check's stop program and stops watching it. Source: Monit manual, "Action". */
export function stop(): ServiceAction {
  return { action: 'stop' };
}

/** Runs the check's restart program, or the stop program and then the start program. Source: Monit manual, "Action". */
export function restart(): ServiceAction {
  return { action: 'restart' };
}

/** Stops watching the service, until somebody says `monit monitor`. Source: Monit manual, "Action". */
export function unmonitor(): ServiceAction {
  return { action: 'unmonitor' };
}

/** Does nothing: for a recovery that nobody needs to hear of. Needs Monit 5.34. Source: changes of Monit 5.34. */
export function ignore(): ServiceAction {
  return { action: 'ignore' };
}

/**
 * Runs a program, given word by word: there is no shell, and every word arrives as it is written here.
 *
 * It runs as Monit's user, root, unless `uid` and `gid` say otherwise; both or none, because Monit keeps group 0 when only
 * the user is given (`monit/uid-without-gid`). Monit's own service on Debian 13 and later forbids changing the user.
 *
 * Source: Monit manual, "Action".
 */
export function exec(argv: readonly string[], options: ExecOptions = {}): ExecAction {
  return { action: 'exec', argv, ...options };
}
