import type { SslOptions } from '../tls/table';
import type { Duration } from '../../values/duration';
import type { Alert, MailFormat } from './alerts';
import type { OnReboot } from './checks';
import type { SetHttpd } from './httpd';
import type { SetLimits } from './limits';
import type { SetMailServer, SetMmonit } from './servers';

/**
 * Length of Monit's cycle. It applies to the host, not to one file: in an included file it silently changes the timing of every other
 * check.
 *
 * Source: Monit manual, "Daemon mode".
 */
export interface SetDaemon {
  /** Name of the statement. */
  readonly statement: 'set daemon';
  /** Length of a cycle, in whole seconds. */
  readonly interval: Duration;
  /**
   * Delay between Monit's start and its first cycle, in whole seconds.
   * @default none
   */
  readonly startDelay?: Duration;
}

/**
 * A setting without a value: `set init` (stay in the foreground), `set terminal batch` (no colours) or `set fips`.
 *
 * Source: Monit manual, "Init support", "Terminal", "FIPS".
 */
export interface SetFlag {
  /** Name of the statement. */
  readonly statement: 'set init' | 'set terminal batch' | 'set fips';
}

/** Syslog facilities that Monit accepts. `log_user` needs Monit 5.34.4. */
export const SYSLOG_FACILITIES = [
  'log_daemon', 'log_local0', 'log_local1', 'log_local2', 'log_local3', 'log_local4', 'log_local5', 'log_local6', 'log_local7', 'log_user',
] as const; // prettier-ignore

/** A syslog facility. */
export type SyslogFacility = (typeof SYSLOG_FACILITIES)[number];

/** Destination of Monit's log. Source: Monit manual, "Logging". */
export type SetLog = {
  /** Name of the statement. */
  readonly statement: 'set log';
} & (
  | {
      /** Absolute path of the log file; Monit rejects the control file if its directory is missing. */
      readonly path: string;
      /** Not allowed with a file. */
      readonly syslog?: undefined;
    }
  | {
      /** Logs to syslog under this facility; `true` for Monit's own default, `log_user`. */
      readonly syslog: true | SyslogFacility;
      /** Not allowed with syslog. */
      readonly path?: undefined;
    }
);

/** File in which Monit keeps its own state. Source: Monit manual, "Id file", "State file", "PID file". */
export interface SetFile {
  /** Name of the statement. */
  readonly statement: 'set pidfile' | 'set idfile' | 'set statefile';
  /** Absolute path of the file. */
  readonly path: string;
}

/**
 * Monitoring state of checks after the host boots, for checks that don't set their own. Source: Monit manual, "Service monitoring mode".
 */
export interface SetOnReboot {
  /** Name of the statement. */
  readonly statement: 'set onreboot';
  /** The state. */
  readonly onReboot: OnReboot;
}

/** Queue of messages that could not be sent. Source: Monit manual, "Event queue". */
export interface SetEventQueue {
  /** Name of the statement. */
  readonly statement: 'set eventqueue';
  /**
   * Absolute path of the directory.
   * @default Monit's own: `/var/monit`
   */
  readonly directory?: string;
  /**
   * Maximum number of messages.
   * @default as many as there is room for
   */
  readonly slots?: number;
}

/** Default format of mails. Source: Monit manual, "Setting a message format". */
export interface SetMailFormat {
  /** Name of the statement. */
  readonly statement: 'set mail-format';
  /** The format, with at least one part. */
  readonly format: MailFormat;
}

/** Mail alerts for every check. Source: Monit manual, "Alert messages". */
export interface SetAlert extends Alert {
  /** Name of the statement. */
  readonly statement: 'set alert';
}

/** Default TLS options. Source: Monit manual, "SSL options". */
export interface SetSsl {
  /** Name of the statement. */
  readonly statement: 'set ssl';
  /** The options. */
  readonly ssl: SslOptions;
}

/** Includes more control files. Source: Monit manual, "Including files". */
export interface Include {
  /** Name of the statement. */
  readonly statement: 'include';
  /** Absolute path, with `*` and `?` as wildcards. Monit reports no error if nothing matches. */
  readonly pattern: string;
}

/** A setting of Monit itself. */
export type Setting =
  | SetDaemon
  | SetFlag
  | SetLog
  | SetFile
  | SetOnReboot
  | SetLimits
  | SetEventQueue
  | SetMailServer
  | SetMailFormat
  | SetAlert
  | SetMmonit
  | SetSsl
  | SetHttpd
  | Include;
