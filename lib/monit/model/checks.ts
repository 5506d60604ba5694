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

/** What becomes of a check when the host boots. */
export type OnReboot = 'start' | 'nostart' | 'laststate';

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
  readonly onReboot?: OnReboot;
  /** What `monit start` and the action `start` run. */
  readonly start?: Program;
  /** What `monit stop` and the action `stop` run. */
  readonly stop?: Program;
  /** What `monit restart` and the action `restart` run. Default: the stop program, then the start program. */
  readonly restart?: Program;
  /** Who is told by mail of this check, beside those of `set alert`. Default: nobody. */
  readonly alerts?: readonly Alert[];
  /** Mail addresses of `set alert` that are told nothing of this check. Default: none. */
  readonly noAlerts?: readonly string[];
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
 * Watches a file. Without a rule about its existence Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "File".
 */
export interface FileCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check file';
  /** Its absolute path. */
  readonly path: string;
  /** Lines that no rule about the content looks at. Default: none. */
  readonly ignoreContent?: readonly (PatternComparison | PatternFileComparison)[];
  /** What it is judged by. */
  readonly rules: readonly FileRule[];
}

/**
 * Watches a directory. Without a rule about its existence Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Directory".
 */
export interface DirectoryCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check directory';
  /** Its absolute path. */
  readonly path: string;
  /** What it is judged by. */
  readonly rules: readonly DirectoryRule[];
}

/**
 * Watches a named pipe. Without a rule about its existence Monit adds `if does not exist then restart`.
 *
 * Source: Monit manual, "Fifo".
 */
export interface FifoCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check fifo';
  /** Its absolute path. */
  readonly path: string;
  /** What it is judged by. */
  readonly rules: readonly FifoRule[];
}

/**
 * Watches a filesystem. Without rules about it Monit adds `if does not exist then restart` and `if changed fsflags then alert`.
 *
 * Source: Monit manual, "Filesystem".
 */
export interface FilesystemCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check filesystem';
  /** A mount point, a device, or any file on it; a share over the network as `mount` shows it. */
  readonly path: string;
  /** What it is judged by. */
  readonly rules: readonly FilesystemRule[];
}

/**
 * Watches another host. Monit refuses it without a rule about a port, a URL or pings.
 *
 * Source: Monit manual, "Remote host".
 */
export interface HostCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check host';
  /** Its name or address. */
  readonly address: string;
  /** What it is judged by, at least one. */
  readonly rules: readonly HostRule[];
}

/** Which interface is watched: by its name, or by an address that it has. */
export type NetworkFinder =
  | {
      /** Name of the interface. */
      readonly interface: string;
      /** Not with a name. */
      readonly address?: undefined;
    }
  | {
      /** An address of the interface. */
      readonly address: string;
      /** Not with an address. */
      readonly interface?: undefined;
    };

/**
 * Watches a network interface. Without a rule about the link Monit adds `if link down then alert`.
 *
 * Source: Monit manual, "Network".
 */
export type NetworkCheck = CheckBase &
  NetworkFinder & {
    /** Which statement this is. */
    readonly statement: 'check network';
    /** What it is judged by. */
    readonly rules: readonly NetworkRule[];
  };

/**
 * Watches the host as a whole. There is one on a host: Monit makes it where no control file does.
 *
 * Source: Monit manual, "System".
 */
export interface SystemCheck extends CheckBase {
  /** Which statement this is. */
  readonly statement: 'check system';
  /** What it is judged by. */
  readonly rules: readonly SystemRule[];
}

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
  /** At least one about the status or the content. */
  readonly rules: readonly ProgramRule[];
}

/** A service that Monit watches. */
export type Check =
  ProcessCheck | FileCheck | DirectoryCheck | FifoCheck | FilesystemCheck | HostCheck | NetworkCheck | SystemCheck | ProgramCheck;
