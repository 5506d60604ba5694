import { alert, type Action } from '../monit';
import { Duration, Percent, type Size } from '../values';

/** What every rule of {@link SidekiqRules} takes. */
export interface SidekiqRuleOptions {
  /**
   * What Monit does to tell: `slack.notify()`. Once when it begins, once when it is over.
   * @default alert()
   */
  readonly tell?: Action;
  /**
   * How long it must be so, in whole cycles of Monit, of which there can be 64.
   * @default one cycle; for memory and CPU 5 and 10 minutes
   */
  readonly over?: Duration;
}

/** Options of {@link SidekiqRules.memory}. */
export interface SidekiqMemoryOptions extends SidekiqRuleOptions {
  /**
   * Restarts the service as well, at most once in the check's `restartCooldown`.
   * @default true
   */
  readonly restart?: boolean;
}

/** Options of {@link SidekiqRules.gaveUp}. */
export interface SidekiqGaveUpOptions extends SidekiqRuleOptions {
  /**
   * Starts the service as well, at most once in the check's `restartCooldown`.
   * @default true
   */
  readonly revive?: boolean;
}

/** Options of {@link SidekiqRules.queueLatency}. */
export interface SidekiqLatencyOptions extends SidekiqRuleOptions {
  /**
   * Name of the queue.
   * @default the one whose oldest job waits longest
   */
  readonly queue?: string;
}

/** Options of {@link SidekiqRules.logDisk}. */
export interface SidekiqDiskOptions extends SidekiqRuleOptions {
  /**
   * A path on the file system.
   * @default '/var/log', where the journal is
   */
  readonly path?: string;
}

/** Limits of {@link SidekiqRules.recommended}; `false` leaves a rule out. */
export interface RecommendedSidekiqLimits {
  /**
   * What Monit does to tell: `slack.notify()`.
   * @default alert()
   */
  readonly tell?: Action;
  /**
   * Memory of the process and its children, above which it is restarted.
   * @default 80 % of the host's
   */
  readonly memory?: Size | Percent | false;
  /**
   * CPU of the process, in percent of one core.
   * @default 95 %
   */
  readonly cpuPerCore?: Percent | false;
  /**
   * How long the oldest job of a queue may wait.
   * @default 5 minutes
   */
  readonly queueLatency?: Duration | false;
  /**
   * Jobs that wait to be tried again.
   * @default 1000
   */
  readonly retries?: number | false;
  /**
   * Jobs that were given up.
   * @default 100
   */
  readonly dead?: number | false;
  /**
   * How long it may be quiet (TSTP) without being restarted.
   * @default 15 minutes
   */
  readonly quiet?: Duration | false;
  /**
   * Share of the disk with the log that is in use.
   * @default 90 %
   */
  readonly logDisk?: Percent | false;
}

/** What is watched, and its limit. */
export type SidekiqWatch =
  | {
      /** Memory of the process and its children. */
      readonly sidekiqRule: 'memory';
      /** Above it. */
      readonly limit: Size | Percent;
      /** Whether it is restarted as well. */
      readonly restart: boolean;
    }
  | {
      /** CPU of the process, in percent of one core. */
      readonly sidekiqRule: 'cpuPerCore';
      /** Above it. */
      readonly limit: Percent;
    }
  | {
      /** The process is gone for longer than a stop and a start may take; it crashed, and systemd has restarted it; its Redis can't be read. */
      readonly sidekiqRule: 'gone' | 'crashed' | 'redis';
    }
  | {
      /** systemd has given it up. */
      readonly sidekiqRule: 'gaveUp';
      /** Whether it is started as well. */
      readonly revive: boolean;
    }
  | {
      /** It is quiet (TSTP), and nobody has restarted it. */
      readonly sidekiqRule: 'quiet';
      /** For longer than this. */
      readonly limit: Duration;
    }
  | {
      /** How long the oldest job of a queue waits. */
      readonly sidekiqRule: 'queueLatency';
      /** Longer than this. */
      readonly limit: Duration;
      /** Of which queue; of each, if left out. */
      readonly queue?: string;
    }
  | {
      /** Jobs that wait to be tried again, or were given up. */
      readonly sidekiqRule: 'retries' | 'dead';
      /** More than this. */
      readonly limit: number;
    }
  | {
      /** Share of a file system that is in use. */
      readonly sidekiqRule: 'logDisk';
      /** Above it. */
      readonly limit: Percent;
      /** A path on it. */
      readonly path: string;
    };

/** A ready-made rule about a Sidekiq, as data: for the `rules` of a {@link MonitCheck}, among those of {@link when}. */
export type SidekiqRule = SidekiqWatch & {
  /** What Monit does to tell. */
  readonly tell: Action;
  /** How long it must be so; as usual, if left out: a single cycle, or 5 minutes for memory and 10 for CPU. */
  readonly over?: Duration;
};

function rule(watch: SidekiqWatch, { tell = alert(), over }: SidekiqRuleOptions = {}): SidekiqRule {
  return over === undefined ? { ...watch, tell } : { ...watch, tell, over };
}

/**
 * Ready-made rules for the check of a {@link SidekiqService}: what they can't read from the process they read from its queues, with
 * the service's own user, environment and Ruby. Each of those is a check of its own in `monit summary`: `sidekiq-latency`, `sidekiq-redis`.
 *
 * Limits that make no sense are not refused here but told by the check.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Monitoring, https://github.com/sidekiq/sidekiq/wiki/Signals
 */
export const SidekiqRules = {
  /** All of them, with limits that fit most: `rules: SidekiqRules.recommended({ tell: slack.notify() })`. */
  recommended(limits: RecommendedSidekiqLimits = {}): readonly SidekiqRule[] {
    const { tell = alert() } = limits;
    const options = { tell };
    const above = <L>(limit: L | false | undefined, usual: L, make: (limit: L) => SidekiqRule): readonly SidekiqRule[] =>
      limit === false ? [] : [make(limit ?? usual)];
    return [
      ...above<Size | Percent>(limits.memory, Percent.of(80), (limit) => SidekiqRules.memory(limit, options)),
      ...above(limits.cpuPerCore, Percent.of(95), (limit) => SidekiqRules.cpuPerCore(limit, options)),
      SidekiqRules.gone(options),
      SidekiqRules.crashed(options),
      SidekiqRules.gaveUp(options),
      ...above(limits.quiet, Duration.minutes(15), (limit) => SidekiqRules.quiet(limit, options)),
      SidekiqRules.redis(options),
      ...above(limits.queueLatency, Duration.minutes(5), (limit) => SidekiqRules.queueLatency(limit, options)),
      ...above(limits.retries, 1000, (limit) => SidekiqRules.retries(limit, options)),
      ...above(limits.dead, 100, (limit) => SidekiqRules.dead(limit, options)),
      ...above(limits.logDisk, Percent.of(90), (limit) => SidekiqRules.logDisk(limit, options)),
    ];
  },
  /** Memory of the process and its children, in bytes or in percent of the host's: restarts it, and tells. */
  memory: (limit: Size | Percent, options: SidekiqMemoryOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'memory', limit, restart: options.restart ?? true }, options),
  /** CPU of the process, in percent of one core, which is the most that Ruby's threads can use together. */
  cpuPerCore: (limit: Percent, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'cpuPerCore', limit }, options),
  /** The process is gone for longer than a stop and a start may take, or than `over`, if that is longer. */
  gone: (options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'gone' }, options),
  /** The process ended by itself, and systemd has restarted it: its count of restarts (`NRestarts`) has risen. A deployment or an operator's restart is none. */
  crashed: (options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'crashed' }, options),
  /** systemd has given it up (`StartLimitBurst`, `Restart=no`), and no operator has stopped it: starts it, and tells. */
  gaveUp: (options: SidekiqGaveUpOptions = {}): SidekiqRule => rule({ sidekiqRule: 'gaveUp', revive: options.revive ?? true }, options),
  /** It is quiet (TSTP, `systemctl reload`) for longer than this: it takes no jobs, looks healthy, and was probably forgotten. */
  quiet: (limit: Duration, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'quiet', limit }, options),
  /** The oldest job of a queue has been waiting for longer than this. */
  queueLatency: (limit: Duration, options: SidekiqLatencyOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'queueLatency', limit, ...(options.queue === undefined ? {} : { queue: options.queue }) }, options),
  /** More jobs than this wait to be tried again. */
  retries: (limit: number, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'retries', limit }, options),
  /** More jobs than this were given up. */
  dead: (limit: number, options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'dead', limit }, options),
  /** Its Redis can't be reached, or refuses. */
  redis: (options?: SidekiqRuleOptions): SidekiqRule => rule({ sidekiqRule: 'redis' }, options),
  /** The disk with the log is fuller than this. */
  logDisk: (limit: Percent, options: SidekiqDiskOptions = {}): SidekiqRule =>
    rule({ sidekiqRule: 'logDisk', limit, path: options.path ?? '/var/log' }, options),
} as const;
