/**
 * Facts about each Sidekiq release: one row per range of releases, each with only its changes.
 *
 * Read from Sidekiq's own `lib/sidekiq/cli.rb`, `lib/sidekiq/config.rb` (before 7.0: `lib/sidekiq.rb`), `bin/sidekiq` and
 * `sidekiq.gemspec` at all 95 release tags from 5.2.0 to 8.1.7, and from its `Changes.md`.
 */

/** A short command line option of `sidekiq`, as its `--help` prints it. */
export type SidekiqOption = '-c' | '-e' | '-g' | '-i' | '-q' | '-r' | '-t' | '-v' | '-C' | '-V' | '-d' | '-L' | '-P';

/** A signal that a Sidekiq process handles. `INT` and `TERM` stop it in every release. */
export type SidekiqSignal = 'INT' | 'TERM' | 'TSTP' | 'TTIN' | 'USR1' | 'USR2' | 'INFO';

/** Facts about one Sidekiq release. */
export interface SidekiqRelease {
  /** Options that do what their names suggest, sorted. */
  readonly options: readonly SidekiqOption[];
  /**
   * Effect of `-d`, `-L` and `-P` (daemonize, log file, pid file). `work`: they work. `ignored`: the process prints an error line
   * and continues without them (6.x). `refused`: the process exits 1 with "invalid option" (from 7.0).
   */
  readonly daemonOptions: 'work' | 'ignored' | 'refused';
  /**
   * True when Sidekiq notifies systemd with READY, STOPPING and WATCHDOG, so that `Type=notify` and `WatchdogSec=` work. See
   * sd_notify(3).
   */
  readonly sdNotify: boolean;
  /** Processor threads when `-c`, `:concurrency:` and `RAILS_MAX_THREADS` are all unset. */
  readonly defaultConcurrency: number;
  /** Seconds that jobs get to finish on shutdown when `-t` and `:timeout:` are both unset. */
  readonly defaultTimeoutSeconds: number;
  /** Lowest Redis server version. It's checked at boot; an older one ends the process. */
  readonly minimumRedis: string;
  /** Lowest Ruby version that the gem installs on. */
  readonly minimumRuby: string;
  /** Signals that Sidekiq handles, in no particular order. Without Sidekiq Pro, `USR2` works only where it's listed. */
  readonly signals: readonly SidekiqSignal[];
  /** Signals that quiet Sidekiq: it fetches no new jobs, and running ones continue. Only a restart undoes it. */
  readonly quietSignals: readonly SidekiqSignal[];
  /** Programs that the gem installs. */
  readonly programs: readonly string[];
}

/** A release number: major, minor, patch. */
export type ReleaseNumber = readonly [major: number, minor: number, patch: number];

const V5_2: SidekiqRelease = {
  options: ['-C', '-L', '-P', '-V', '-c', '-d', '-e', '-g', '-i', '-q', '-r', '-t', '-v'],
  daemonOptions: 'work',
  sdNotify: false,
  defaultConcurrency: 10, // Changes.md 5.2.0: from 25 to 10
  defaultTimeoutSeconds: 8,
  minimumRedis: '2.8.0',
  minimumRuby: '2.2.2',
  signals: ['INT', 'TERM', 'TTIN', 'TSTP', 'USR1', 'USR2'],
  quietSignals: ['TSTP', 'USR1'], // Changes.md 5.0.0: USR1 is deprecated for TSTP
  programs: ['sidekiq', 'sidekiqctl'],
};

const V6_0_0: SidekiqRelease = {
  ...V5_2,
  options: ['-C', '-V', '-c', '-e', '-g', '-q', '-r', '-t', '-v'],
  daemonOptions: 'ignored', // Changes.md 6.0: "Remove the daemonization, logfile and pidfile arguments"
  defaultTimeoutSeconds: 25, // Changes.md 6.0: from 8 to 25
  minimumRedis: '4.0.0',
  minimumRuby: '2.5.0',
  signals: ['INT', 'TERM', 'TTIN', 'TSTP'],
  quietSignals: ['TSTP'],
  programs: ['sidekiq'],
};

const V6_0_1: SidekiqRelease = { ...V6_0_0, programs: ['sidekiq', 'sidekiqmon'] };

const V6_0_6: SidekiqRelease = { ...V6_0_1, sdNotify: true }; // Changes.md 6.0.6, #4488

const V7_0_0: SidekiqRelease = {
  ...V6_0_6,
  daemonOptions: 'refused',
  defaultConcurrency: 5,
  minimumRedis: '6.2.0',
  minimumRuby: '2.7.0',
};

const V8_0_0: SidekiqRelease = { ...V7_0_0, minimumRedis: '7.2.0', minimumRuby: '3.2.0' };

const V8_0_1: SidekiqRelease = { ...V8_0_0, minimumRedis: '7.0.0' }; // Changes.md 8.0.1, #6630

// Changes.md 8.0.10: INFO prints backtraces too; 8.1.4 reverts that, since Linux has no such signal.
const V8_0_10: SidekiqRelease = { ...V8_0_1, signals: [...V8_0_1.signals, 'INFO'] };

const V8_1_2: SidekiqRelease = { ...V8_0_10, programs: ['sidekiq', 'sidekiqmon', 'kiq'] };

const ROWS: readonly (readonly [since: ReleaseNumber, release: SidekiqRelease])[] = [
  [[5, 2, 0], V5_2],
  [[6, 0, 0], V6_0_0],
  [[6, 0, 1], V6_0_1],
  [[6, 0, 6], V6_0_6],
  [[7, 0, 0], V7_0_0],
  [[8, 0, 0], V8_0_0],
  [[8, 0, 1], V8_0_1],
  [[8, 0, 10], V8_0_10],
  [[8, 1, 2], V8_1_2],
];

/** Minor releases that the table covers, oldest first. */
export const SIDEKIQ_MINORS = ['5.2', '6.0', '6.1', '6.2', '6.3', '6.4', '6.5', '7.0', '7.1', '7.2', '7.3', '8.0', '8.1'] as const;

/** Compares two releases: negative, zero or positive when `a` is older than, the same as or newer than `b`. */
export function compareReleases(a: ReleaseNumber, b: ReleaseNumber): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Returns the table's facts about a release; for one older than the table, its first row. */
export function releaseFacts(release: ReleaseNumber): SidekiqRelease {
  return ROWS.reduce((found, [since, facts]) => (compareReleases(release, since) >= 0 ? facts : found), V5_2);
}
