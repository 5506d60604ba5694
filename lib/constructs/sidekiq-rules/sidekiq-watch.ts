import type { Action } from '../../monit';
import type { Duration, Percent, Size } from '../../values';
import type { SidekiqRedis } from './queue-reader';

/** Watched condition and its limit. */
export type Watched =
  | {
      /** Memory of the process and its children. */
      readonly sidekiqRule: 'memory';
      /** Upper limit. */
      readonly limit: Size | Percent;
      /** True to restart the service as well. */
      readonly restart: boolean;
    }
  | {
      /** CPU of the process, in percent of one core. */
      readonly sidekiqRule: 'cpuPerCore';
      /** Upper limit. */
      readonly limit: Percent;
    }
  | {
      /**
       * `gone`: the process has been down for longer than a stop and a start may take. `crashed`: it crashed, and systemd has restarted it.
       * `redis`: its Redis can't be read.
       */
      readonly sidekiqRule: 'gone' | 'crashed' | 'redis';
    }
  | {
      /** systemd has given up on it. */
      readonly sidekiqRule: 'gaveUp';
      /** True to start the service as well. */
      readonly revive: boolean;
    }
  | {
      /** The process is quiet (TSTP), and hasn't been restarted. */
      readonly sidekiqRule: 'quiet';
      /** Longest time allowed. */
      readonly limit: Duration;
    }
  | {
      /** Time that the oldest job of a queue has been waiting. */
      readonly sidekiqRule: 'queueLatency';
      /** Longest time allowed. */
      readonly limit: Duration;
      /** Name of the queue; every queue if left out. */
      readonly queue?: string;
    }
  | {
      /** Number of jobs that wait to be retried, or of dead jobs. */
      readonly sidekiqRule: 'retries' | 'dead';
      /** Highest number allowed. */
      readonly limit: number;
    }
  | {
      /** Share of a file system that is in use. */
      readonly sidekiqRule: 'logDisk';
      /** Upper limit. */
      readonly limit: Percent;
      /** Path on the file system. */
      readonly path: string;
    };

/** A ready-made rule about a Sidekiq, as data. */
export type SidekiqWatch = Watched & {
  /** Action that notifies. */
  readonly notify: Action;
  /**
   * Time that the condition must hold.
   * @default one cycle; 5 minutes for memory, and 10 minutes for CPU
   */
  readonly over?: Duration;
  /** Location of the service's Redis, for rules that read it. */
  readonly redis?: SidekiqRedis;
};
