import type { Duration } from '../values/duration';
import type { Action } from './actions';
import type { RecoveringTestKind, Test, TestKind, TestKindOf } from './tests';

/**
 * A Monit control file as plain data: what it says, in the order in which it says it.
 *
 * Source: Monit manual, "The Monit control file".
 */
export interface ControlFile {
  /** In order. */
  readonly statements: readonly Statement[];
}

/** One statement of a control file. */
export type Statement = Check | SetDaemon | SetHttpd;

/** A service that Monit watches. */
export type Check = ProcessCheck | ProgramCheck;

/** A program that Monit runs, given word by word: there is no shell. */
export interface Program {
  /** The program, absolute, and its arguments; at most 63 words. */
  readonly argv: readonly string[];
  /** User to run as, by name or number. Default: the user of Monit, root. Needs {@link gid}. */
  readonly uid?: string | number;
  /** Group to run as, by name or number. Default: the group of Monit. Needs {@link uid}. */
  readonly gid?: string | number;
  /** How long Monit waits for it, in whole seconds. Default of Monit: 30 seconds; 5 minutes in a program check. */
  readonly timeout?: Duration;
}

/** How often a test must be met before its action is taken: so many cycles in a row, or so many times within so many cycles. */
export type Rate =
  | {
      /** That many in a row, 1 to 64. */
      readonly cycles: number;
    }
  | {
      /** That many, 1 to `within`. */
      readonly times: number;
      /** In so many cycles, 1 to 64. */
      readonly within: number;
    };

/** What is done once a test is no longer met. */
export interface Recovery {
  /** What is done. */
  readonly action: Action;
  /** How often the test must be found not met. Default: once. */
  readonly rate?: Rate;
}

/** `if … then …`, about a test that has no recovery. */
export interface EventRule<K extends TestKind = TestKind> {
  /** What is watched, and its limit. */
  readonly test: Test<K>;
  /** Default: the first time. */
  readonly rate?: Rate;
  /** What is done. */
  readonly action: Action;
  /** Monit has none here. */
  readonly recovery?: undefined;
}

/** `if … then … else if succeeded then …`. */
export interface StateRule<K extends RecoveringTestKind = RecoveringTestKind> {
  /** What is watched, and its limit. */
  readonly test: Test<K>;
  /** Default: the first time. */
  readonly rate?: Rate;
  /** What is done. */
  readonly action: Action;
  /** Default of Monit: `alert`. */
  readonly recovery?: Recovery;
}

/** A rule about one of these tests; {@link when} writes them. */
export type Rule<K extends TestKind = TestKind> = EventRule<Exclude<K, RecoveringTestKind>> | StateRule<Extract<K, RecoveringTestKind>>;

/** A rule of a process check. */
export type ProcessRule = Rule<TestKindOf<'process'>>;

/** A rule of a program check. */
export type ProgramRule = Rule<TestKindOf<'program'>>;

/**
 * When a check is made: every so many cycles, or only in the minutes that a cron expression names, or only in the others.
 * Five fields of digits, `*`, `-` and `,`.
 *
 * Source: Monit manual, "Service poll time".
 */
export type Every =
  | {
      /** Every so many cycles. */
      readonly cycles: number;
    }
  | {
      /** In the minutes that a cron line names. */
      readonly cron: string;
    }
  | {
      /** In all minutes but those that a cron line names. */
      readonly notCron: string;
    };

/** What every check may say. */
export interface CheckBase {
  /** Unique among all of the host's checks, without regard to case. */
  readonly name: string;
  /** Service groups. Default: none. */
  readonly groups?: readonly string[];
  /** Names of checks that are started before and stopped after this one. Default: none. */
  readonly dependsOn?: readonly string[];
  /** Default: every cycle. */
  readonly every?: Every;
  /** `passive`: Monit only tells, it never starts or restarts. Default: `active`. */
  readonly mode?: 'active' | 'passive';
  /** What becomes of it when the host boots. Default: `start`. */
  readonly onReboot?: 'start' | 'nostart' | 'laststate';
  /** What `monit start` and the action `start` run. */
  readonly start?: Program;
  /** What `monit stop` and the action `stop` run. */
  readonly stop?: Program;
  /** What `monit restart` and the action `restart` run. Default: the stop program, then the start program. */
  readonly restart?: Program;
}

/** How Monit finds a process: by the file that holds its id, or by a POSIX extended regular expression on its command line. */
export type ProcessFinder =
  | {
      /** Absolute path of the file that holds its id. */
      readonly pidfile: string;
      /** Not with a pidfile. */
      readonly matching?: undefined;
    }
  | {
      /** POSIX extended regular expression on its command line. */
      readonly matching: string;
      /** Not with an expression. */
      readonly pidfile?: undefined;
    };

/**
 * Watches a process. Without a rule about its existence Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Process".
 */
export type ProcessCheck = CheckBase &
  ProcessFinder & {
    /** Which statement this is. */
    readonly statement: 'check process';
    /** What it is judged by, in the order in which Monit does it. */
    readonly rules: readonly ProcessRule[];
  };

/**
 * Runs a program each cycle and judges its exit status and output. Monit refuses it without a rule, and the whole control
 * file if the program is missing.
 *
 * Source: Monit manual, "Program".
 */
export interface ProgramCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check program';
  /** What is run; its `timeout` is 5 minutes where none is given. */
  readonly program: Program;
  /** At least one. */
  readonly rules: readonly ProgramRule[];
}

/**
 * How often Monit looks. It is the host's, not one file's: in an included file it silently retimes every other check.
 *
 * Source: Monit manual, "Daemon mode".
 */
export interface SetDaemon {
  /** Which statement this is. */
  readonly statement: 'set daemon';
  /** Length of a cycle, in whole seconds. */
  readonly interval: Duration;
  /** How long Monit waits after it has started, in whole seconds. Default: none. */
  readonly startDelay?: Duration;
}

/**
 * Lets the `monit` command talk to the daemon, over a Unix socket that only root can open.
 *
 * Source: Monit manual, "Monit HTTPD".
 */
export interface SetHttpd {
  /** Which statement this is. */
  readonly statement: 'set httpd';
  /** Path of the socket. */
  readonly unixSocket: string;
}
