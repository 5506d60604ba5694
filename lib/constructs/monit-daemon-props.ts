import type { Alert, MailFormat, SetEventQueue, SetLimits, SslOptions } from '../monit';
import { Secret } from '../terraform';
import { Duration, Size } from '../values';
import { alertRule, mailFormatProblem } from './check-options';
import type { IHostTarget } from './host-target';
import * as is from './prop-kinds';
import { isRecord, type PropRule, type PropRules } from './props';

/** A server that takes Monit's mails. */
export interface MonitMailServer {
  /** Its name or address. */
  readonly host: string;
  /**
   * Its port.
   * @default 25
   */
  readonly port?: number;
  /**
   * Who logs in. Needs {@link password}.
   * @default nobody does
   */
  readonly username?: string;
  /** The password, from a sensitive variable: it stands in a control file that root alone can read. Needs {@link username}. */
  readonly password?: Secret;
  /**
   * Speaks TLS: `true`, or with options.
   * @default false
   */
  readonly ssl?: boolean | SslOptions;
}

/** How Monit sends mails. */
export interface MonitMail {
  /** At least one server; the others are tried in turn. */
  readonly servers: readonly MonitMailServer[];
  /**
   * How long a server may take, in whole seconds.
   * @default Monit's own: 30 s, from 6.0 on 5 s
   */
  readonly timeout?: Duration;
  /**
   * How mails look.
   * @default Monit's own
   */
  readonly format?: MailFormat;
}

/** Properties of a {@link MonitDaemon}. */
export interface MonitDaemonProps {
  /** The host whose Monit it is. */
  readonly host: IHostTarget;
  /**
   * Length of Monit's cycle. Without {@link takeOver} it says what the host already has; a host with a shorter cycle is
   * refused, because supervision was computed for this one.
   * @default Duration.seconds(120), as Debian ships it
   */
  readonly interval?: Duration;
  /**
   * Sets the interval on the host (`set daemon`): for all checks there, other people's too.
   * @default false
   */
  readonly takeOver?: boolean;
  /**
   * How long Monit waits after its start before it looks for the first time. Needs {@link takeOver}.
   * @default not at all
   */
  readonly startDelay?: Duration;
  /**
   * Where the `monit` command reaches the daemon, if no other control file says so. Root's alone.
   * @default '/run/monit.sock'
   */
  readonly socket?: string;
  /**
   * The directory that the host's monitrc includes: '/etc/monit/conf.d' on Debian, '/etc/monit.d' on Red Hat.
   * @default '/etc/monit/conf.d'
   */
  readonly includeDirectory?: string;
  /**
   * How Monit sends mails, for all checks of the host (`set mailserver`, `set mail-format`).
   * @default as the host has it: on Debian not at all
   */
  readonly mail?: MonitMail;
  /**
   * Who is told of all checks of the host (`set alert`): mail addresses, or what of.
   * @default nobody
   */
  readonly alerts?: readonly (Alert | string)[];
  /**
   * How much Monit reads and how long it waits, where nothing else is said (`set limits`).
   * @default Monit's own
   */
  readonly limits?: Omit<SetLimits, 'statement'>;
  /**
   * Where mails wait that could not be sent, and how many (`set eventqueue`).
   * @default as Debian has it: 100 in /var/lib/monit/events
   */
  readonly eventQueue?: Omit<SetEventQueue, 'statement'>;
  /**
   * Gives the host a unit of systemd for Monit that is restarted whenever it ends. For Debian 11 and 12, whose Monit is an init script
   * that nobody revives; from 13 on Debian has such a unit, in a sandbox besides.
   * @default false
   */
  readonly nativeUnit?: boolean;
}

const port: PropRule<number> = {
  expected: 'a whole number from 1 to 65535',
  problem: (value) => (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535 ? undefined : 'is none'),
};

function serverProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'is not an object';
  const { host, port: number, username, password, ssl } = value;
  if (typeof host !== 'string') return 'has no host';
  if (number !== undefined && port.problem(number) !== undefined) return 'has a port that is none';
  if (username !== undefined && typeof username !== 'string') return 'has a username that is no text';
  if ((username === undefined) !== (password === undefined)) return 'has a username without a password, or the other way round';
  if (
    password !== undefined &&
    !(password instanceof Secret && password.source.kind === 'variable' && is.secret.problem(password) === undefined)
  )
    return 'has a password that is not Secret.fromVariable(…)';
  return ssl === undefined || typeof ssl === 'boolean' || isRecord(ssl) ? undefined : 'has an ssl that is neither true nor options';
}

const mail: PropRule<MonitMail> = {
  code: 'constructs/bad-monit-mail',
  expected: `an object like { servers: [{ host: 'mail.example.com', port: 587, ssl: true }] }`,
  remedy: 'Write host, port, username, password and ssl of each server; a password is of a sensitive TerraformVariable.',
  secret: true,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { servers, timeout, format } = value;
    if (!Array.isArray(servers) || servers.length === 0) return 'has no list of servers';
    const at = servers.findIndex((server) => serverProblem(server) !== undefined);
    if (at >= 0) return `has at servers[${at}] one that ${serverProblem(servers[at]) ?? ''}`;
    if (timeout !== undefined && is.duration.problem(timeout) !== undefined) return 'has a timeout that is no Duration';
    return format === undefined || mailFormatProblem(format) === undefined ? undefined : 'has a format that is none';
  },
};

const limits: PropRule<Omit<SetLimits, 'statement'>> = {
  expected: 'an object like { programOutput: Size.kibibytes(4), stopTimeout: Duration.minutes(1) }',
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const bad = Object.keys(value).find((name) => !(value[name] instanceof Size || value[name] instanceof Duration));
    return bad === undefined ? undefined : `has a ${bad} that is neither a Size nor a Duration`;
  },
};

const eventQueue: PropRule<Omit<SetEventQueue, 'statement'>> = {
  expected: `an object like { directory: '/var/lib/monit/events', slots: 100 }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { directory, slots } = value;
    if (directory !== undefined && typeof directory !== 'string') return 'has a directory that is no path';
    return slots === undefined || typeof slots === 'number' ? undefined : 'has slots that are no number';
  },
};

/** What the properties must be. */
export const daemonRules: PropRules<MonitDaemonProps> = {
  host: is.host,
  interval: { ...is.wholeSeconds(1, 86_400), code: 'constructs/bad-interval' },
  takeOver: is.flag,
  startDelay: { ...is.wholeSeconds(1, 86_400), code: 'constructs/bad-interval' },
  socket: is.path,
  includeDirectory: is.path,
  mail,
  alerts: is.listOf<Alert | string>(is.anyOf<Alert, string>(alertRule, is.text)),
  limits,
  eventQueue,
  nativeUnit: is.flag,
};
