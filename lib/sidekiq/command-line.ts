import type { Duration } from '../values/duration';
import type { SidekiqVersion } from './version';

/**
 * Options of the `sidekiq` command.
 *
 * @template W what a word may be: plain text, or text with specifiers of systemd.
 */
export interface SidekiqCommandLineProps<W = string> {
  /** The Sidekiq that runs on the host. */
  readonly version: SidekiqVersion;
  /**
   * How long running jobs may go on after TERM before they are returned to Redis: `-t`, in whole seconds, at least 1. Always written,
   * because the unit's TimeoutStopSec must be longer, and a `:timeout:` in sidekiq.yml can't be seen from outside.
   */
  readonly timeout: Duration;
  /** The application's environment: `-e`. Default: Sidekiq's own, APP_ENV, RAILS_ENV or RACK_ENV, else `development`. */
  readonly environment?: W;
  /** Path of sidekiq.yml on the host: `-C`. Default: Sidekiq's own, `config/sidekiq.yml` of the application where there is one. */
  readonly configFile?: W;
  /** Rails directory, or Ruby file to load: `-r`. Default: Sidekiq's own, the working directory. */
  readonly require?: string;
  /** Threads that work on jobs: `-c`, a whole number from 1. Default: `:concurrency:` of sidekiq.yml, else RAILS_MAX_THREADS, else 10 (before 7.0) or 5. */
  readonly concurrency?: number;
  /**
   * Queues, most important first: `-q`, each `name` or `name,weight`: `['critical,2', 'default,1']`. Without weights a queue is
   * served only when those before it are empty. They replace the queues of sidekiq.yml. Default: those, else `default`.
   */
  readonly queues?: readonly W[];
  /** What the process title shows beside the version: `-g`. Default: the name of the application's directory. */
  readonly tag?: W;
  /** Log at debug level: `-v`. Default: false. */
  readonly verbose?: boolean;
  /** Fork into the background: `-d`, gone since 6.0, and wrong under systemd in any version. Default: false. */
  readonly daemonize?: boolean;
  /** Let Sidekiq write its pid there: `-P`, gone since 6.0. systemd knows the pid, PidfileHooks writes it for others. Default: none. */
  readonly pidfile?: string;
  /** Let Sidekiq log there: `-L`, gone since 6.0. systemd's StandardOutput= takes what Sidekiq prints. Default: none. */
  readonly logfile?: string;
}

/**
 * The arguments of `sidekiq`, one element each, without the program and without quoting for any language. Always holds `-t`; options that
 * the version does not have are left out, and `sidekiqCommandLineIssues` names them.
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
