import type { Duration } from '../values/duration';
import type { SidekiqVersion } from './version';

/**
 * Options of the `sidekiq` command.
 *
 * @template W type of a word: plain text, or text with systemd specifiers.
 */
export interface SidekiqCommandLineProps<W = string> {
  /** Sidekiq version that runs on the host. */
  readonly version: SidekiqVersion;
  /**
   * Time that running jobs may continue after TERM before they are returned to Redis: `-t`, in whole seconds, at least 1. Always
   * written, because the unit's TimeoutStopSec must be longer, and a `:timeout:` in sidekiq.yml can't be seen from outside.
   */
  readonly timeout: Duration;
  /**
   * Environment of the application: `-e`.
   * @default Sidekiq's own: APP_ENV, RAILS_ENV or RACK_ENV, otherwise `development`
   */
  readonly environment?: W;
  /**
   * Path of sidekiq.yml on the host: `-C`.
   * @default Sidekiq's own: `config/sidekiq.yml` of the application, if it exists
   */
  readonly configFile?: W;
  /**
   * Rails directory, or Ruby file to load: `-r`.
   * @default Sidekiq's own: the working directory
   */
  readonly require?: string;
  /**
   * Number of threads that run jobs: `-c`, a whole number of at least 1.
   * @default `:concurrency:` of sidekiq.yml, otherwise RAILS_MAX_THREADS, otherwise 10 (before 7.0) or 5
   */
  readonly concurrency?: number;
  /**
   * Queues, most important first: `-q`, each `name` or `name,weight`: `['critical,2', 'default,1']`. Without weights, a queue is
   * served only when those before it are empty. These replace the queues of sidekiq.yml.
   * @default the queues of sidekiq.yml, otherwise `default`
   */
  readonly queues?: readonly W[];
  /**
   * Text that the process title shows beside the version: `-g`.
   * @default the name of the application's directory
   */
  readonly tag?: W;
  /**
   * Logs at debug level: `-v`.
   * @default false
   */
  readonly verbose?: boolean;
  /**
   * Forks into the background: `-d`. Removed in 6.0, and wrong under systemd in any version.
   * @default false
   */
  readonly daemonize?: boolean;
  /**
   * File that Sidekiq writes its pid to: `-P`. Removed in 6.0. systemd knows the pid, and PidfileHooks writes it for other
   * programs.
   * @default none
   */
  readonly pidfile?: string;
  /**
   * File that Sidekiq logs to: `-L`. Removed in 6.0. systemd's StandardOutput= receives what Sidekiq prints.
   * @default none
   */
  readonly logfile?: string;
}

/**
 * Returns the arguments of `sidekiq`, one element each, without the program and without quoting for any language. `-t` is always
 * included. Options that the version doesn't have are left out, and `sidekiqCommandLineIssues` reports them.
 *
 * Source: `sidekiq --help` of each version.
 */
export function sidekiqCommandLine<W = string>(props: SidekiqCommandLineProps<W>): (string | W)[] {
  const args: (string | W)[] = [];
  const option = (name: string, value: string | W | number | undefined): void => {
    if (value !== undefined) args.push(name, typeof value === 'number' ? String(value) : value);
  };
  option('-e', props.environment);
  option('-C', props.configFile);
  option('-r', props.require);
  option('-c', props.concurrency);
  for (const queue of props.queues ?? []) option('-q', queue);
  option('-g', props.tag);
  option('-t', props.timeout.toSeconds());
  if (props.verbose) args.push('-v');
  if (props.version.facts.daemonOptions === 'work') {
    if (props.daemonize) args.push('-d');
    option('-P', props.pidfile);
    option('-L', props.logfile);
  }
  return args;
}
