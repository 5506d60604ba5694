import { Token } from 'cdktf';
import type { ControlFile, MailServer, Setting } from '../../monit';
import { EscapedToken, type Secret } from '../../terraform';
import { Duration } from '../../values';
import type { MonitDaemonProps, MonitMailServer } from './monit-daemon-props';

/** Length of Monit's cycle on Debian. */
export const DEFAULT_INTERVAL = Duration.seconds(120);

/** Control file with the socket for the `monit` command, which Debian doesn't set up. */
export function socketFile(socket = '/run/monit.sock'): ControlFile {
  return { statements: [{ statement: 'set httpd', unixSocket: socket }] };
}

/** Control file with the length of Monit's cycle. */
export function cycleFile({ interval = DEFAULT_INTERVAL, startDelay }: Pick<MonitDaemonProps, 'interval' | 'startDelay'>): ControlFile {
  return { statements: [{ statement: 'set daemon', interval, ...(startDelay === undefined ? {} : { startDelay }) }] };
}

/**
 * Control file with Monit's other settings.
 *
 * @param props properties of the MonitDaemon
 * @param password function that renders a password, for the host or for validation
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

/** Terraform regular expressions for what Monit doesn't take literally between double quotes, each with its replacement. */
const ESCAPES = [
  ['/\\\\\\\\/', '\\\\\\\\'],
  ['/\\\\x22/', '\\\\0x22'],
  ['/\\\\x27/', '\\\\0x27'],
  ['/\\\\x20/', '\\\\0x20'],
  ['/\\\\x2f/', '\\\\0x2f'],
] as const;

/** Terraform escapes the password when it inserts the value. */
function passwordToken({ source }: Secret): string {
  return source.kind === 'variable' ? Token.asString(new EscapedToken(source.variable.stringValue, ...ESCAPES)) : '';
}
