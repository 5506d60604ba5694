import type { SslOptions } from '../connections/ssl';
import type { Duration } from '../../values/duration';
import type { Alert, MailFormat } from './alerts';
import type { OnReboot } from './checks';
import type { SetHttpd } from './httpd';
import type { SetLimits } from './limits';
import type { SetMailServer, SetMmonit } from './servers';

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
 * A setting without a value: `set init` (stay in the foreground), `set terminal batch` (write no colours) or `set fips`.
 *
 * Source: Monit manual, "Init support", "Terminal", "FIPS".
 */
export interface SetFlag {
  /** Which statement this is. */
  readonly statement: 'set init' | 'set terminal batch' | 'set fips';
}

/** Facilities of syslog that Monit names. `log_user` needs Monit 6.0. */
export const SYSLOG_FACILITIES = [
  'log_daemon', 'log_local0', 'log_local1', 'log_local2', 'log_local3', 'log_local4', 'log_local5', 'log_local6', 'log_local7', 'log_user',
] as const; // prettier-ignore

/** A facility of syslog. */
export type SyslogFacility = (typeof SYSLOG_FACILITIES)[number];

/** Where Monit writes its log. Source: Monit manual, "Logging". */
export type SetLog = {
  /** Which statement this is. */
  readonly statement: 'set log';
} & (
  | {
      /** Absolute path of a file; Monit refuses the control file without its directory. */
      readonly path: string;
      /** Not with a file. */
      readonly syslog?: undefined;
    }
  | {
      /** To syslog, under this facility; `true`: Monit's own choice, `log_user`. */
      readonly syslog: true | SyslogFacility;
      /** Not with syslog. */
      readonly path?: undefined;
    }
);

/** Where Monit keeps what it has to remember. Source: Monit manual, "Id file", "State file", "PID file". */
export interface SetFile {
  /** Which statement this is. */
  readonly statement: 'set pidfile' | 'set idfile' | 'set statefile';
  /** Absolute path. */
  readonly path: string;
}

/** What becomes of checks when the host boots, where they don't say. Source: Monit manual, "Service monitoring mode". */
export interface SetOnReboot {
  /** Which statement this is. */
  readonly statement: 'set onreboot';
  /** What becomes of them. */
  readonly onReboot: OnReboot;
}

/** Where messages wait that could not be sent. Source: Monit manual, "Event queue". */
export interface SetEventQueue {
  /** Which statement this is. */
  readonly statement: 'set eventqueue';
  /** Absolute path of the directory. Default of Monit: `/var/monit`. */
  readonly directory?: string;
  /** How many may wait. Default: as many as there is room for. */
  readonly slots?: number;
}

/** How mails look. Source: Monit manual, "Setting a message format". */
export interface SetMailFormat {
  /** Which statement this is. */
  readonly statement: 'set mail-format';
  /** At least one part of it. */
  readonly format: MailFormat;
}

/** Who is told of every check. Source: Monit manual, "Alert messages". */
export interface SetAlert extends Alert {
  /** Which statement this is. */
  readonly statement: 'set alert';
}

/** How Monit speaks TLS, where nothing else is said. Source: Monit manual, "SSL options". */
export interface SetSsl {
  /** Which statement this is. */
  readonly statement: 'set ssl';
  /** How. */
  readonly ssl: SslOptions;
}

/** Reads more control files. Source: Monit manual, "Including files". */
export interface Include {
  /** Which statement this is. */
  readonly statement: 'include';
  /** Absolute path, with `*` and `?` for several; Monit says nothing where there is none. */
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
