import { alert, type Action } from '../../monit';
import { Duration, Percent, type Size } from '../../values';
import type { SidekiqRedis } from './queue-reader';
import { SidekiqRule } from './sidekiq-rule';
import type { Watched } from './sidekiq-watch';

/** Options of every rule of {@link SidekiqRules}. */
export interface SidekiqRuleOptions {
  /**
   * Action that notifies: `slack.notify()`. Runs once when the condition begins and, except for a crash, once when it ends.
   * @default alert()
   */
  readonly notify?: Action;
  /**
   * Time that the condition must hold, in whole cycles of Monit, at most 64.
   * @default one cycle; 5 minutes for memory, and 10 minutes for CPU
   */
  readonly over?: Duration;
}

/** Options of {@link SidekiqRules.memory}. */
export interface SidekiqMemoryOptions extends SidekiqRuleOptions {
  /**
   * Also restarts the service, at most once per `restartCooldown` of the check.
   * @default true
   */
  readonly restart?: boolean;
}

/** Options of {@link SidekiqRules.gaveUp}. */
export interface SidekiqGaveUpOptions extends SidekiqRuleOptions {
  /**
   * Also starts the service, at most once per `restartCooldown` of the check.
   * @default true
   */
  readonly revive?: boolean;
}

/** Options of the rules of {@link SidekiqRules} that read Sidekiq's Redis. */
export interface SidekiqRedisOptions extends SidekiqRuleOptions {
  /**
   * Location of the service's Redis, the same for all rules of a service.
   * @default as Sidekiq finds it: the variable that REDIS_PROVIDER names, or REDIS_URL, in the service's environment
   */
  readonly redis?: SidekiqRedis;
}

/** Options of {@link SidekiqRules.queueLatency}. */
export interface SidekiqLatencyOptions extends SidekiqRedisOptions {
  /**
   * Name of the queue.
   * @default the queue whose oldest job has waited longest
   */
  readonly queue?: string;
}

/** Options of {@link SidekiqRules.logDisk}. */
export interface SidekiqDiskOptions extends SidekiqRuleOptions {
  /**
   * Path on the file system.
   * @default '/var/log', where the journal is
   */
  readonly path?: string;
}

/** Limits of {@link SidekiqRules.recommended}; `false` leaves a rule out. */
export interface RecommendedSidekiqLimits {
  /**
   * Action that notifies: `slack.notify()`.
   * @default alert()
   */
  readonly notify?: Action;
  /**
   * Location of the service's Redis.
   * @default as Sidekiq finds it: the variable that REDIS_PROVIDER names, or REDIS_URL, in the service's environment
   */
  readonly redis?: SidekiqRedis;
  /**
   * Memory of the process and its children above which it is restarted.
   * @default 80 % of the host's memory
   */
  readonly memory?: Size | Percent | false;
  /**
   * Highest CPU usage of the process, in percent of one core.
   * @default 95 %
   */
  readonly cpuPerCore?: Percent | false;
  /**
   * Longest time that the oldest job of a queue may wait.
   * @default 5 minutes
   */
  readonly queueLatency?: Duration | false;
  /**
   * Highest number of jobs that wait to be retried.
   * @default 1000
   */
  readonly retries?: number | false;
  /**
   * Highest number of dead jobs, which Sidekiq no longer retries.
   * @default 100
   */
  readonly dead?: number | false;
  /**
   * Longest time that Sidekiq may be quiet (TSTP) without being restarted.
   * @default 15 minutes
   */
  readonly quiet?: Duration | false;
  /**
   * Highest share of the disk with the log that may be in use.
   * @default 90 %
   */
  readonly logDisk?: Percent | false;
}

function rule(watched: Watched, { notify = alert(), over, redis }: SidekiqRedisOptions = {}): SidekiqRule {
  return new SidekiqRule({ ...watched, notify, ...(over === undefined ? {} : { over }), ...(redis === undefined ? {} : { redis }) });
}

/**
 * Ready-made rules for the check of a {@link SidekiqService}. Anything that can't be read from the process is read from its queues, with
 * the service's own user, environment and Ruby. Each rule that needs this adds a check of its own to `monit summary`: `sidekiq-latency`,
 * `sidekiq-redis`.
 *
 * Limits that make no sense aren't rejected here, but reported by the check.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Monitoring, https://github.com/sidekiq/sidekiq/wiki/Signals
 *
 * @example
 * ```ts
 * const rules = [
 *   SidekiqRules.memory(Size.gibibytes(2), { notify: slack.notify() }),
 *   SidekiqRules.queueLatency(Duration.minutes(5), { queue: 'critical', notify: slack.notify() }),
 *   SidekiqRules.dead(100, { notify: slack.notify() }),
 * ];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export const SidekiqRules = {
  /** All rules, with limits that fit most applications: `rules: SidekiqRules.recommended({ notify: slack.notify() })`. */
  recommended(limits: RecommendedSidekiqLimits = {}): readonly SidekiqRule[] {
    const { notify = alert(), redis } = limits;
    const options = { notify };
    const reading = { notify, redis };
    const above = <L>(limit: L | false | undefined, usual: L, make: (limit: L) => SidekiqRule): readonly SidekiqRule[] =>
      limit === false ? [] : [make(limit ?? usual)];
    return [
      ...above<Size | Percent>(limits.memory, Percent.of(80), (limit) => SidekiqRules.memory(limit, options)),
      ...above(limits.cpuPerCore, Percent.of(95), (limit) => SidekiqRules.cpuPerCore(limit, options)),
      SidekiqRules.gone(options),
      SidekiqRules.crashed(options),
      SidekiqRules.gaveUp(options),
      ...above(limits.quiet, Duration.minutes(15), (limit) => SidekiqRules.quiet(limit, options)),
      SidekiqRules.redis(reading),
      ...above(limits.queueLatency, Duration.minutes(5), (limit) => SidekiqRules.queueLatency(limit, reading)),
      ...above(limits.retries, 1000, (limit) => SidekiqRules.retries(limit, reading)),
      ...above(limits.dead, 100, (limit) => SidekiqRules.dead(limit, reading)),
      ...above(limits.logDisk, Percent.of(90), (limit) => SidekiqRules.logDisk(limit, options)),
    ];
  },
  /**
   * Notifies, and by default restarts the service, when the memory of the process and its children is above a limit, in bytes or in percent
   * of the host's.
   */
  memory: (limit: Size | Percent, options: SidekiqMemoryOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'memory', limit, restart: options.restart ?? true }, options),
  /**
   * Notifies when the CPU usage of the process is above a limit, in percent of one core. Ruby's threads together can't use more than one
   * core.
   */
  cpuPerCore: (limit: Percent, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'cpuPerCore', limit }, options),
  /** Notifies when the process has been down for longer than a stop and a start may take, or than `over` if that is longer. */
  gone: (options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'gone' }, options),
  /**
   * Notifies when the process ended by itself and systemd has restarted it: its restart counter (`NRestarts`) has risen. Restarts by a
   * deployment or an operator don't count.
   */
  crashed: (options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'crashed' }, options),
  /**
   * Notifies, and by default starts the service, when systemd has given up on it (`StartLimitBurst`, `Restart=no`) and no operator has
   * stopped it.
   */
  gaveUp: (options: SidekiqGaveUpOptions = {}): SidekiqRule => rule({ sidekiqRule: 'gaveUp', revive: options.revive ?? true }, options),
  /**
   * Notifies when Sidekiq has been quiet (TSTP, `systemctl reload`) for longer than this: it takes no jobs, looks healthy, and was probably
   * forgotten.
   */
  quiet: (limit: Duration, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'quiet', limit }, options),
  /** Notifies when the oldest job of a queue has been waiting for longer than this. */
  queueLatency: (limit: Duration, options: SidekiqLatencyOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'queueLatency', limit, ...(options.queue === undefined ? {} : { queue: options.queue }) }, options),
  /** Notifies when more jobs than this wait to be retried. */
  retries: (limit: number, options?: SidekiqRedisOptions): SidekiqRule => rule({ sidekiqRule: 'retries', limit }, options),
  /** Notifies when there are more dead jobs than this, which Sidekiq no longer retries. */
  dead: (limit: number, options?: SidekiqRedisOptions): SidekiqRule => rule({ sidekiqRule: 'dead', limit }, options),
  /** Notifies when Sidekiq's Redis can't be reached, or refuses a request. */
  redis: (options?: SidekiqRedisOptions): SidekiqRule => rule({ sidekiqRule: 'redis' }, options),
  /** Notifies when the disk with the log is fuller than this. */
  logDisk: (limit: Percent, options: SidekiqDiskOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'logDisk', limit, path: options.path ?? '/var/log' }, options),
} as const;
