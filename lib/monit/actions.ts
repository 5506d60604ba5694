import type { Duration } from '../values/duration';

/** An action built into Monit, named as in a control file. `ignore` needs Monit 5.34. */
export interface ServiceAction {
  /** The action. */
  readonly action: 'alert' | 'start' | 'stop' | 'restart' | 'unmonitor' | 'ignore';
}

/** An action that runs a program. */
export interface ExecAction {
  /** The kind of action. */
  readonly action: 'exec';
  /** Absolute path of the program, and its arguments. There is no shell; 63 words at most. */
  readonly argv: readonly string[];
  /**
   * User to run as, by name or number. Needs {@link gid}.
   * @default the user of Monit, root
   */
  readonly uid?: string | number;
  /**
   * Group to run as, by name or number. Needs {@link uid}.
   * @default the group of Monit
   */
  readonly gid?: string | number;
  /**
   * Number of cycles after which the program runs again while the test keeps failing.
   * @default once per failure
   */
  readonly repeatEvery?: number;
  /**
   * Time limit in whole seconds. Needs Monit 5.34.
   * @default no limit
   */
  readonly timeout?: Duration;
}

/** Action that a rule takes when its test is met, or when it recovers. */
export type Action = ServiceAction | ExecAction;

/** Options of {@link exec}. */
export type ExecOptions = Omit<ExecAction, 'action' | 'argv'>;

/**
 * Logs the event and sends mail to everyone registered for alerts. Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const rules = [when.memory.above(Percent.of(90)).forCycles(5).do(alert())];
 * new MonitSystemCheck(this, 'system', { host, rules });
 * ```
 */
export function alert(): ServiceAction {
  return { action: 'alert' };
}

/**
 * Runs the check's start program. Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const mount = { argv: ['/usr/bin/systemctl', 'start', 'srv-data.mount'] };
 * const rules = [when.doesNotExist().do(start())];
 * new MonitFilesystemCheck(this, 'data', { host, path: '/srv/data', start: mount, rules });
 * ```
 */
export function start(): ServiceAction {
  return { action: 'start' };
}

/**
 * Runs the check's stop program and stops monitoring the service. Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const rules = [when.fileDescriptors.above(Percent.of(95)).forCycles(5).do(stop())];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export function stop(): ServiceAction {
  return { action: 'stop' };
}

/**
 * Runs the check's restart program, or the stop program and then the start program. Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const rules = [when.totalMemory.above(Size.gibibytes(2)).forCycles(5).do(restart())];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export function restart(): ServiceAction {
  return { action: 'restart' };
}

/**
 * Stops monitoring the service until someone runs `monit monitor`. Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const restarts = when.restarts(5, { within: 10 }).do(unmonitor());
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules: [restarts] });
 * ```
 */
export function unmonitor(): ServiceAction {
  return { action: 'unmonitor' };
}

/**
 * Does nothing: for a recovery that needs no notification. Needs Monit 5.34. Source: changes of Monit 5.34.
 *
 * @example
 * ```ts
 * const debian13 = new Host(this, 'worker-2', { address: '192.0.2.102', ssh, platform: Platform.DEBIAN_13 });
 * const rules = [when.memory.above(Percent.of(90)).forCycles(5).do(alert()).onRecovery(ignore())];
 * new MonitSystemCheck(this, 'system', { host: debian13, rules });
 * ```
 */
export function ignore(): ServiceAction {
  return { action: 'ignore' };
}

/**
 * Runs a program. There is no shell: every word reaches the program exactly as written here.
 *
 * The program runs as Monit's user, root, unless `uid` and `gid` are set. Set both or neither: with only a user, Monit keeps group 0
 * (`monit/uid-without-gid`). Monit's own service on Debian 13 and later doesn't allow changing the user.
 *
 * Source: Monit manual, "Action".
 *
 * @example
 * ```ts
 * const prune = exec(['/usr/local/bin/prune-cache', '--days', '7'], { repeatEvery: 60 });
 * const rules = [when.space.above(Percent.of(90)).do(prune)];
 * new MonitFilesystemCheck(this, 'cache', { host, path: '/var/cache', rules });
 * ```
 */
export function exec(argv: readonly string[], options: ExecOptions = {}): ExecAction {
  return { action: 'exec', argv, ...options };
}
