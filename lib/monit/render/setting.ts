import { Size } from '../../values/size';
import { bare } from '../bare';
import { decimal, quotedPath, quotedString } from '../escape';
import { limitText } from '../kinds/amount';
import {
  SIZE_LIMITS,
  TIME_LIMITS,
  type MailServer,
  type MmonitServer,
  type SetDaemon,
  type SetEventQueue,
  type SetLimits,
  type SetLog,
  type SetMailServer,
  type Setting,
} from '../model';
import { alert, mailFormat } from './alert';
import { httpd } from './httpd';
import { milliseconds, secondsOf, timeout } from '../kinds/render/time';
import { fingerprintText } from '../tls/certificate';
import { sslOptionsText, sslText } from '../tls/ssl';

/** Renders `set …` or `include …`. */
export function setting(given: Setting): string {
  switch (given.statement) {
    case 'set daemon':
      return daemon(given);
    case 'set init':
    case 'set terminal batch':
    case 'set fips':
      return given.statement;
    case 'set log':
      return log(given);
    case 'set pidfile':
    case 'set idfile':
    case 'set statefile':
      return `${given.statement} ${quotedPath(given.path)}`;
    case 'set onreboot':
      return `set onreboot ${given.onReboot}`;
    case 'set limits':
      return limits(given);
    case 'set eventqueue':
      return eventQueue(given);
    case 'set mailserver':
      return mailServer(given);
    case 'set mail-format':
      return `set mail-format ${mailFormat(given.format)}`;
    case 'set alert':
      return `set ${alert(given)}`;
    case 'set mmonit':
      return ['set mmonit', ...given.servers.map(collector)].join(' ');
    case 'set ssl':
      return `set ssl ${sslOptionsText(given.ssl)}`;
    case 'set httpd':
      return httpd(given);
    case 'include':
      return `include ${quotedPath(given.pattern)}`;
  }
}

function daemon({ interval, startDelay }: SetDaemon): string {
  const delay = startDelay === undefined ? '' : ` with start delay ${decimal(secondsOf(startDelay))}`;
  return `set daemon ${decimal(secondsOf(interval))}${delay}`;
}

/** Renders `set log`, because Monit 6.0 deprecates `set logfile`. */
function log({ path, syslog }: SetLog): string {
  if (path !== undefined) return `set log ${quotedPath(path)}`;
  return `set log syslog${syslog === true ? '' : ` facility ${quotedString(syslog)}`}`;
}

function limits(values: SetLimits): string {
  const given = [
    ...SIZE_LIMITS.flatMap((word) => {
      const size: unknown = values[word];
      return size === undefined ? [] : [`${word}: ${size instanceof Size ? limitText(size) : '0 B'}`];
    }),
    ...TIME_LIMITS.flatMap((word) => {
      const time = values[word];
      return time === undefined ? [] : [`${word}: ${milliseconds(time)}`];
    }),
  ];
  return `set limits { ${given.join(', ')} }`;
}

function eventQueue({ directory, slots }: SetEventQueue): string {
  const where = directory === undefined ? [] : [`basedir ${quotedPath(directory)}`];
  return ['set eventqueue', ...where, ...(slots === undefined ? [] : [`slots ${decimal(slots)}`])].join(' ');
}

function mailServer({ servers, timeout: limit, hostname }: SetMailServer): string {
  const name = hostname === undefined ? [] : [`using hostname ${quotedString(hostname)}`];
  return [`set mailserver ${servers.map(server).join(', ')}`, ...timeout(limit), ...name].join(' ');
}

function server({ host, port, username, password, ssl: options, fingerprint: checksum }: MailServer): string {
  return [
    quotedString(host),
    ...(port === undefined ? [] : [`port ${decimal(port)}`]),
    ...(username === undefined ? [] : [`username ${quotedString(username)}`]),
    ...(password === undefined ? [] : [`password ${quotedString(password)}`]),
    ...sslText(options),
    ...certificate(checksum),
  ].join(' ');
}

function collector({ url, timeout: limit, ssl: options, fingerprint: checksum, registerCredentials }: MmonitServer): string {
  return [
    bare('url', url),
    ...timeout(limit),
    ...sslText(options),
    ...certificate(checksum),
    ...(registerCredentials === false ? ['register without credentials'] : []),
  ].join(' ');
}

function certificate(fingerprint: MailServer['fingerprint']): string[] {
  return fingerprint === undefined ? [] : [`certificate ${fingerprintText(fingerprint)}`];
}
