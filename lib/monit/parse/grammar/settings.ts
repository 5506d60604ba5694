import { Duration } from '../../../values/duration';
import { parseFingerprint, type Fingerprint } from '../../tls/certificate';
import { parseSsl, parseSslOptions } from '../../tls/ssl';
import type { SslOptions } from '../../tls/table';
import { parseVersions, VERSION_TOKENS } from '../../tls/versions';
import { SYSLOG_FACILITIES, type MailServer, type MmonitServer, type SetLimits, type Setting, type SyslogFacility } from '../../model';
import { alert, mailFormat } from './alerts';
import { reboot } from './checks';
import type { Context } from '../../kinds/parse/context';
import { httpd } from './httpd';
import { parseHttpUrl } from '../../kinds/http-url';
import { milliseconds, size, text, timeout, whole } from '../../kinds/parse/values';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Parses `set …`, from its first token. */
export function setting(context: Context): Setting {
  const { cursor } = context;
  context.check = undefined;
  cursor.expect('SET');
  const read = SETTINGS[cursor.next?.kind ?? ''];
  if (read === undefined) {
    cursor.accept(...Object.keys(SETTINGS));
    return cursor.fail();
  }
  return read(context);
}

type Reader = (context: Context) => Setting;

const flag =
  (statement: 'set init' | 'set fips', token: string): Reader =>
  ({ cursor }) => {
    cursor.expect(token);
    return { statement };
  };
const file =
  (statement: 'set pidfile' | 'set idfile' | 'set statefile', token: string): Reader =>
  (context) => {
    context.cursor.expect(token);
    return { statement, path: text(context, 'PATH') };
  };

const daemon: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('DAEMON');
  const interval = Duration.seconds(whole(context));
  if (!cursor.comes('START')) {
    cursor.accept('START');
    return { statement: 'set daemon', interval };
  }
  cursor.as('with start', 'START');
  cursor.expect('DELAY');
  return { statement: 'set daemon', interval, startDelay: Duration.seconds(whole(context)) };
};

const terminal: Reader = ({ cursor }) => {
  cursor.expect('TERMINAL');
  cursor.expect('BATCH');
  return { statement: 'set terminal batch' };
};

const log: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('LOGFILE');
  if (cursor.accept('SYSLOG') === undefined) return { statement: 'set log', path: text(context, 'PATH') };
  if (cursor.accept('FACILITY') === undefined) return { statement: 'set log', syslog: true };
  const token = cursor.expect('STRING');
  const known = SYSLOG_FACILITIES.filter((name) => name !== 'log_user');
  if (!known.some((name) => name === token.value)) {
    context.reject(token, { problem: `${token.text} is not a facility of Monit`, remedy: `Use one of ${known.join(', ')}.` });
  }
  return { statement: 'set log', syslog: token.value as SyslogFacility };
};

const onReboot: Reader = (context) => {
  context.cursor.expect('ONREBOOT');
  return { statement: 'set onreboot', onReboot: reboot(context) };
};

const SIZES = {
  PROGRAMOUTPUT: 'programOutput',
  SENDEXPECTBUFFER: 'sendExpectBuffer',
  FILECONTENTBUFFER: 'fileContentBuffer',
  HTTPCONTENTBUFFER: 'httpContentBuffer',
} as const;
const TIMES = {
  NETWORKTIMEOUT: 'networkTimeout',
  PROGRAMTIMEOUT: 'programTimeout',
  STOPTIMEOUT: 'stopTimeout',
  STARTTIMEOUT: 'startTimeout',
  RESTARTTIMEOUT: 'restartTimeout',
} as const;

const limits: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('LIMITS');
  cursor.expect('{');
  const found: Mutable<SetLimits> = { statement: 'set limits' };
  let first = true;
  while (cursor.accept('}') === undefined) {
    if (!first) cursor.join(',');
    first = false;
    const { kind } = cursor.expect(...Object.keys(SIZES), ...Object.keys(TIMES));
    cursor.expect(':');
    const amount = whole(context);
    if (kind in SIZES) found[SIZES[kind as keyof typeof SIZES]] = size(context, amount);
    else found[TIMES[kind as keyof typeof TIMES]] = milliseconds(context, amount);
  }
  return found;
};

/** Parses `set expectbuffer`, the syntax before `set limits` existed. */
const expectBuffer: Reader = (context) => {
  context.cursor.expect('EXPECTBUFFER');
  return { statement: 'set limits', sendExpectBuffer: size(context, whole(context)) };
};

const eventQueue: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('EVENTQUEUE');
  const directory = cursor.accept('BASEDIR') === undefined ? undefined : text(context, 'PATH');
  if (directory === undefined) cursor.expect('SLOT');
  else if (cursor.accept('SLOT') === undefined) return { statement: 'set eventqueue', directory };
  return { statement: 'set eventqueue', ...(directory === undefined ? {} : { directory }), slots: whole(context) };
};

const mailServer: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('MAILSERVER');
  const servers = [server(context)];
  while (cursor.comes('STRING')) {
    cursor.join(',');
    servers.push(server(context));
  }
  cursor.accept('STRING');
  const limit = timeout(context);
  const named = cursor.comes('HOSTNAME');
  if (named) cursor.as('using hostname', 'HOSTNAME');
  else cursor.accept('HOSTNAME');
  return {
    statement: 'set mailserver',
    servers,
    ...(limit === undefined ? {} : { timeout: limit }),
    ...(named ? { hostname: text(context, 'STRING') } : {}),
  };
};

interface Secured {
  ssl?: true | SslOptions;
  fingerprint?: Fingerprint;
}

function server(context: Context): MailServer {
  const { cursor } = context;
  const found: Mutable<MailServer> = { host: text(context, 'STRING') };
  if (cursor.accept('PORT') !== undefined) found.port = whole(context);
  for (;;) {
    if (cursor.accept('USERNAME') !== undefined) found.username = text(context, 'MAILADDR', 'STRING');
    else if (cursor.accept('PASSWORD') !== undefined) found.password = text(context, 'STRING');
    else if (!secured(context, found)) return found;
  }
}

/**
 * Parses an option about encryption.
 * @returns false when the next token isn't one
 */
function secured(context: Context, found: Secured): boolean {
  const { cursor } = context;
  if (cursor.comes('SSLTOKEN')) found.ssl = parseSsl(context);
  else if (cursor.accept('CERTIFICATE') !== undefined) found.fingerprint = parseFingerprint(context);
  else if (cursor.accept('CERTMD5') !== undefined) found.fingerprint = { checksum: text(context, 'STRING') };
  else if (VERSION_TOKENS.includes(cursor.next?.kind ?? ''))
    found.ssl = { ...(found.ssl === true ? {} : found.ssl), versions: parseVersions(context) };
  else {
    cursor.accept('SSLTOKEN', ...VERSION_TOKENS);
    return false;
  }
  return true;
}

const mmonit: Reader = (context) => {
  const { cursor } = context;
  cursor.expect('MMONIT');
  const servers = [collector(context)];
  while (cursor.comes('URLOBJECT')) servers.push(collector(context));
  cursor.accept('URLOBJECT');
  return { statement: 'set mmonit', servers };
};

function collector(context: Context): MmonitServer {
  const { cursor } = context;
  const found: Mutable<MmonitServer> = { url: parseHttpUrl(context) };
  for (;;) {
    if (cursor.comes('TIMEOUT')) found.timeout = timeout(context)!;
    else if (!secured(context, found)) break;
  }
  cursor.accept('TIMEOUT');
  if (cursor.accept('REGISTER') === undefined) return found;
  cursor.insert('without');
  cursor.expect('CREDENTIALS');
  return { ...found, registerCredentials: false };
}

const SETTINGS: Readonly<Record<string, Reader>> = {
  DAEMON: daemon,
  INIT: flag('set init', 'INIT'),
  FIPS: flag('set fips', 'FIPS'),
  TERMINAL: terminal,
  LOGFILE: log,
  PIDFILE: file('set pidfile', 'PIDFILE'),
  IDFILE: file('set idfile', 'IDFILE'),
  STATEFILE: file('set statefile', 'STATEFILE'),
  ONREBOOT: onReboot,
  LIMITS: limits,
  EXPECTBUFFER: expectBuffer,
  EVENTQUEUE: eventQueue,
  MAILSERVER: mailServer,
  MAILFORMAT: (context) => {
    context.cursor.expect('MAILFORMAT');
    return { statement: 'set mail-format', format: mailFormat(context) };
  },
  ALERT: (context) => ({ statement: 'set alert', ...alert(context) }),
  MMONIT: mmonit,
  SSLTOKEN: (context) => {
    context.cursor.expect('SSLTOKEN');
    return { statement: 'set ssl', ssl: parseSslOptions(context) };
  },
  HTTPD: httpd,
};

/** Parses `include "…"`, from its first token. */
export function include(context: Context): Setting {
  context.cursor.expect('INCLUDE');
  return { statement: 'include', pattern: text(context, 'PATTERN') };
}
