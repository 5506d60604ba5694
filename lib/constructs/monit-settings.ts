import { Token } from 'cdktf';
import type { ControlFile, MailServer, Setting } from '../monit';
import { EscapedToken, type Secret } from '../terraform';
import { Duration } from '../values';
import type { MonitDaemonProps, MonitMailServer } from './monit-daemon-props';

/** The cycle that Debian ships. */
export const DEFAULT_INTERVAL = Duration.seconds(120);

/** The socket of the `monit` command, which no host ships. */
export function socketFile(socket = '/run/monit.sock'): ControlFile {
  return { statements: [{ statement: 'set httpd', unixSocket: socket }] };
}

/** How often Monit looks. */
export function cycleFile({ interval = DEFAULT_INTERVAL, startDelay }: Pick<MonitDaemonProps, 'interval' | 'startDelay'>): ControlFile {
  return { statements: [{ statement: 'set daemon', interval, ...(startDelay === undefined ? {} : { startDelay }) }] };
}

/**
 * What else Monit is told about itself.
 *
 * @param props what was given
 * @param password how a password is written: as the host gets it, or as it is judged
 */
export function settingsFile(
  { mail, alerts, limits, eventQueue }: MonitDaemonProps,
  password: (secret: Secret) => string = passwordToken,
): ControlFile {
  const statements: Setting[] = [];
  if (limits !== undefined) statements.push({ statement: 'set limits', ...limits });
  if (eventQueue !== undefined) statements.push({ statement: 'set eventqueue', ...eventQueue });
  if (mail !== undefined) {
    const { servers, timeout, format } = mail;
    const all = servers.map((server) => mailServer(server, password));
    statements.push({ statement: 'set mailserver', servers: all, ...(timeout === undefined ? {} : { timeout }) });
    if (format !== undefined) statements.push({ statement: 'set mail-format', format });
  }
  for (const each of alerts ?? []) {
    statements.push({ statement: 'set alert', ...(typeof each === 'string' ? { mail: each } : each) });
  }
  return { statements };
}

function mailServer({ host, port, username, password, ssl }: MonitMailServer, text: (secret: Secret) => string): MailServer {
  return {
    host,
    ...(port === undefined ? {} : { port }),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password: text(password) }),
    ...(ssl === undefined || ssl === false ? {} : { ssl }),
  };
}

/** Terraform's regular expressions for what Monit does not take as it is between double quotes, and what becomes of each. */
const ESCAPES = [
  ['/\\\\\\\\/', '\\\\\\\\'],
  ['/\\\\x22/', '\\\\0x22'],
  ['/\\\\x27/', '\\\\0x27'],
  ['/\\\\x20/', '\\\\0x20'],
  ['/\\\\x2f/', '\\\\0x2f'],
] as const;

/** Terraform escapes it when it fills it in. */
function passwordToken({ source }: Secret): string {
  return source.kind === 'variable' ? Token.asString(new EscapedToken(source.variable.stringValue, ...ESCAPES)) : '';
}
