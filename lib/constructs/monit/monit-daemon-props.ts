import type { Alert, MailFormat, SetEventQueue, SetLimits, SslOptions } from '../../monit';
import { Secret } from '../../terraform';
import { Duration, Size } from '../../values';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import * as is from '../props/prop-kinds';
import { isRecord, type PropRule, type PropRules } from '../props/read-props';
import { alertRule, mailFormatProblem } from './check-options';

/** A mail server for Monit's alerts. */
export interface MonitMailServer {
  /** Host name or address of the server. */
  readonly host: string;
  /**
   * Port of the server.
   * @default 25
   */
  readonly port?: number;
  /**
   * User name for the server. Requires {@link password}.
   * @default none: no login
   */
  readonly username?: string;
  /**
   * Password, from a sensitive variable. It is in a control file that only root can read. Requires {@link username}.
   * @default none: no login
   */
  readonly password?: Secret;
  /**
   * TLS: `true`, or its options.
   * @default false
   */
  readonly ssl?: boolean | SslOptions;
}

/** Mail settings of Monit. */
export interface MonitMail {
  /** Mail servers, at least one. Monit tries the others in turn if the first one fails. */
  readonly servers: readonly MonitMailServer[];
  /**
   * Time limit for a server's answer, in whole seconds.
   * @default Monit's own: 30 s, or 5 s since 6.0
   */
  readonly timeout?: Duration;
  /**
   * Sender, subject and text of the mails.
   * @default Monit's own
   */
  readonly format?: MailFormat;
}

/** Properties of a {@link MonitDaemon}. */
export interface MonitDaemonProps {
  /** Host whose Monit is configured. */
  readonly host: IHostTarget;
  /**
   * Length of Monit's cycle, in whole seconds. Without {@link takeOver} it only describes what the host already has; a host with a
   * shorter cycle is refused, because supervision was computed for this one.
   * @default Duration.seconds(120), as on Debian
   */
  readonly interval?: Duration;
  /**
   * Sets the interval on the host (`set daemon`), for all of its checks, including those of others.
   * @default false
   */
  readonly takeOver?: boolean;
  /**
   * Delay between Monit's start and its first cycle, in whole seconds. Requires {@link takeOver}.
   * @default none
   */
  readonly startDelay?: Duration;
  /**
   * Unix socket for the `monit` command, unless another control file sets one (`set httpd`). Only root can access it.
   * @default '/run/monit.sock'
   */
  readonly socket?: string;
  /**
   * Directory that the host's monitrc includes: '/etc/monit/conf.d' on Debian, '/etc/monit.d' on Red Hat.
   * @default '/etc/monit/conf.d'
   */
  readonly includeDirectory?: string;
  /**
   * Mail settings for all checks of the host (`set mailserver`, `set mail-format`).
   * @default as on the host; Debian's Monit sends no mail
   */
  readonly mail?: MonitMail;
  /**
   * Mail alerts for all checks of the host (`set alert`): addresses, or alerts with their events.
   * @default none
   */
  readonly alerts?: readonly (Alert | string)[];
  /**
   * Default limits on how much Monit reads and how long it waits (`set limits`).
   * @default Monit's own
   */
  readonly limits?: Omit<SetLimits, 'statement'>;
  /**
   * Queue for mails that couldn't be sent: its directory and size (`set eventqueue`).
   * @default as on Debian: 100 in /var/lib/monit/events
   */
  readonly eventQueue?: Omit<SetEventQueue, 'statement'>;
  /**
   * Installs a systemd unit for Monit, which restarts Monit whenever it ends. For Debian 11 and 12, where Monit is an init script that
   * isn't restarted; Debian 13 and later have such a unit, which is also sandboxed.
   * @default false
   */
  readonly nativeUnit?: boolean;
}

const port: PropRule<number> = {
  valid: 'a whole number from 1 to 65535',
  problem: (value) => is.wholeNumberProblem(value, 1, 65_535),
};

/** Describes why a value isn't a mail server, as text that follows the server. */
function serverProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'that is not an object';
  const { host, port: number, username, password, ssl } = value;
  if (typeof host !== 'string') return 'without a host';
  if (number !== undefined && port.problem(number) !== undefined) return 'whose port is invalid';
  if (username !== undefined && typeof username !== 'string') return 'whose username is not a string';
  if ((username === undefined) !== (password === undefined)) return 'with only one of username and password';
  if (
    password !== undefined &&
    !(password instanceof Secret && password.source.kind === 'variable' && is.secret.problem(password) === undefined)
  )
    return 'whose password is not Secret.fromVariable(…)';
  return ssl === undefined || typeof ssl === 'boolean' || isRecord(ssl)
    ? undefined
    : 'whose ssl is neither a boolean nor an object of options';
}

const mail: PropRule<MonitMail> = {
  code: 'monit/invalid-mail',
  valid: `an object like { servers: [{ host: 'mail.example.com', port: 587, ssl: true }] }, with passwords from Secret.fromVariable`,
  secret: true,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { servers, timeout, format } = value;
    if (!Array.isArray(servers) || servers.length === 0) return 'has no list of servers';
    const at = servers.findIndex((server) => serverProblem(server) !== undefined);
    if (at >= 0) return `has a server [${at}] ${serverProblem(servers[at]) ?? ''}`;
    if (timeout !== undefined && is.duration.problem(timeout) !== undefined) return 'has a timeout that is not a Duration';
    return format === undefined || mailFormatProblem(format) === undefined ? undefined : 'has an invalid format';
  },
};

const limits: PropRule<Omit<SetLimits, 'statement'>> = {
  valid: 'an object like { programOutput: Size.kibibytes(4), stopTimeout: Duration.minutes(1) }',
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const bad = Object.keys(value).find((name) => !(value[name] instanceof Size || value[name] instanceof Duration));
    return bad === undefined ? undefined : `has a ${bad} that is neither a Size nor a Duration`;
  },
};

const eventQueue: PropRule<Omit<SetEventQueue, 'statement'>> = {
  valid: `an object like { directory: '/var/lib/monit/events', slots: 100 }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { directory, slots } = value;
    if (directory !== undefined && typeof directory !== 'string') return 'has a directory that is not a path';
    return slots === undefined || typeof slots === 'number' ? undefined : 'has slots that are not a number';
  },
};

/** Validation rules for the properties. */
export const daemonRules: PropRules<MonitDaemonProps> = {
  host: hostProp,
  interval: { ...is.wholeSeconds(1, 86_400), code: 'monit/invalid-interval' },
  takeOver: is.flag,
  startDelay: { ...is.wholeSeconds(1, 86_400), code: 'monit/invalid-interval' },
  socket: is.path,
  includeDirectory: is.path,
  mail,
  alerts: is.listOf<Alert | string>(is.anyOf<Alert, string>(alertRule, is.text)),
  limits,
  eventQueue,
  nativeUnit: is.flag,
};
