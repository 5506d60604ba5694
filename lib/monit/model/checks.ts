import type { PatternComparison, PatternFileComparison } from '../comparison';
import type { Alert } from './alerts';
import type { Program } from './program';
import type {
  DirectoryRule,
  FifoRule,
  FileRule,
  FilesystemRule,
  HostRule,
  NetworkRule,
  ProcessRule,
  ProgramRule,
  SystemRule,
} from './rules';

/**
 * Schedule of a check: every N cycles, only in the minutes that a cron expression matches, or only in the others. A cron expression has
 * five fields of digits, `*`, `-` and `,`.
 *
 * Source: Monit manual, "Service poll time".
 */
export type Every =
  | {
      /** Number of cycles from one run to the next. */
      readonly cycles: number;
    }
  | {
      /** Cron expression for the minutes in which the check runs. */
      readonly cron: string;
    }
  | {
      /** Cron expression for the minutes in which the check doesn't run. */
      readonly notCron: string;
    };

/** Monitoring state of a check after the host boots. */
export type OnReboot = 'start' | 'nostart' | 'laststate';

/** Properties of every check. */
export interface CheckBase {
  /** Name, unique among all checks on the host, ignoring case. */
  readonly name: string;
  /**
   * Service groups.
   * @default none
   */
  readonly groups?: readonly string[];
  /**
   * Names of checks that are started before this one and stopped after it.
   * @default none
   */
  readonly dependsOn?: readonly string[];
  /**
   * Schedule.
   * @default every cycle
   */
  readonly every?: Every;
  /**
   * `passive` makes Monit only alert, and never start or restart the service.
   * @default 'active'
   */
  readonly mode?: 'active' | 'passive';
  /**
   * Monitoring state of the check after the host boots.
   * @default 'start'
   */
  readonly onReboot?: OnReboot;
  /**
   * Program for `monit start` and the action `start`.
   * @default none
   */
  readonly start?: Program;
  /**
   * Program for `monit stop` and the action `stop`.
   * @default none
   */
  readonly stop?: Program;
  /**
   * Program for `monit restart` and the action `restart`.
   * @default the stop program, then the start program
   */
  readonly restart?: Program;
  /**
   * Mail alerts for this check, in addition to those of `set alert`.
   * @default none
   */
  readonly alerts?: readonly Alert[];
  /**
   * Mail addresses of `set alert` that get no alerts for this check.
   * @default none
   */
  readonly noAlerts?: readonly string[];
}

/** Locates a process by its pidfile, or by a POSIX extended regular expression that matches its command line. */
export type ProcessFinder =
  | {
      /** Absolute path of the file that holds the process id. */
      readonly pidfile: string;
      /** Not allowed with a pidfile. */
      readonly matching?: undefined;
    }
  | {
      /** POSIX extended regular expression that matches the command line. */
      readonly matching: string;
      /** Not allowed with an expression. */
      readonly pidfile?: undefined;
    };

/**
 * Monitors a process. If no rule is about its existence, Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Process".
 */
export type ProcessCheck = CheckBase &
  ProcessFinder & {
    /** Name of the statement. */
    readonly statement: 'check process';
    /** Rules, in the order in which Monit applies them. */
    readonly rules: readonly ProcessRule[];
  };

/**
 * Monitors a file. If no rule is about its existence, Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "File".
 */
export interface FileCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check file';
  /** Absolute path of the file. */
  readonly path: string;
  /**
   * Patterns of lines that content rules ignore.
   * @default none
   */
  readonly ignoreContent?: readonly (PatternComparison | PatternFileComparison)[];
  /** Rules of the check. */
  readonly rules: readonly FileRule[];
}

/**
 * Monitors a directory. If no rule is about its existence, Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Directory".
 */
export interface DirectoryCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check directory';
  /** Absolute path of the directory. */
  readonly path: string;
  /** Rules of the check. */
  readonly rules: readonly DirectoryRule[];
}

/**
 * Monitors a named pipe. If no rule is about its existence, Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Fifo".
 */
export interface FifoCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check fifo';
  /** Absolute path of the pipe. */
  readonly path: string;
  /** Rules of the check. */
  readonly rules: readonly FifoRule[];
}

/**
 * Monitors a filesystem. Without rules about them, Monit adds `if does not exist then restart` and `if changed fsflags then alert`.
 *
 * Source: Monit manual, "Filesystem".
 */
export interface FilesystemCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check filesystem';
  /** Mount point, device, or any file on the filesystem; for a network share, its name as `mount` shows it. */
  readonly path: string;
  /** Rules of the check. */
  readonly rules: readonly FilesystemRule[];
}

/**
 * Monitors another host. Monit rejects the check if it has no rule about a port, a URL or pings.
 *
 * Source: Monit manual, "Remote host".
 */
export interface HostCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check host';
  /** Name or address of the host. */
  readonly address: string;
  /** Rules of the check, at least one. */
  readonly rules: readonly HostRule[];
}

/** Selects a network interface by its name, or by one of its addresses. */
export type NetworkFinder =
  | {
      /** Name of the interface. */
      readonly interface: string;
      /** Not allowed with a name. */
      readonly address?: undefined;
    }
  | {
      /** An address of the interface. */
      readonly address: string;
      /** Not allowed with an address. */
      readonly interface?: undefined;
    };

/**
 * Monitors a network interface. If no rule is about the link, Monit adds `if link down then alert`.
 *
 * Source: Monit manual, "Network".
 */
export type NetworkCheck = CheckBase &
  NetworkFinder & {
    /** Name of the statement. */
    readonly statement: 'check network';
    /** Rules of the check. */
    readonly rules: readonly NetworkRule[];
  };

/**
 * Monitors the host as a whole. A host has one such check: Monit adds it if no control file does.
 *
 * Source: Monit manual, "System".
 */
export interface SystemCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check system';
  /** Rules of the check. */
  readonly rules: readonly SystemRule[];
}

/**
 * Runs a program each cycle and tests its exit status and output. Monit rejects the check if it has no rule, and the whole control file if
 * the program is missing.
 *
 * Source: Monit manual, "Program".
 */
export interface ProgramCheck extends CheckBase {
  /** Name of the statement. */
  readonly statement: 'check program';
  /** Program to run. Its `timeout` is 5 minutes if not set. */
  readonly program: Program;
  /** Rules of the check, at least one about the status or the content. */
  readonly rules: readonly ProgramRule[];
}

/** A service that Monit monitors. */
export type Check =
  ProcessCheck | FileCheck | DirectoryCheck | FifoCheck | FilesystemCheck | HostCheck | NetworkCheck | SystemCheck | ProgramCheck;
