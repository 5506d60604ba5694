import { show } from '../../values/issue';
import { fileModeProblem } from '../../values/file-mode';
import type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from '../model';
import { portNumberIssues } from './connections';
import { newerThanHostIssues, type Host } from './host';
import { at, error, nothingSaidIssues, wordIssues, type Issues } from './report';
import { sslIssues } from './ssl';
import { accountIssues, addressIssues, literalIssues, pathIssues } from './text';

/** `sun_path` has 108 bytes, one of them for the NUL. Source: unix(7). */
const LONGEST_SOCKET_PATH = 107;
/** Monit compares passwords in a buffer of this size. */
const LONGEST_PASSWORD = 64;
const PLACE = 'set httpd';

/** Issues of `set httpd`. */
export function* httpdIssues({ unixSocket, tcp, allow }: SetHttpd, host: Host): Issues {
  yield* nothingSaidIssues(PLACE, 'unixSocket or tcp', unixSocket !== undefined || tcp !== undefined);
  if (unixSocket !== undefined) yield* socketIssues(typeof unixSocket === 'string' ? { path: unixSocket } : unixSocket, host);
  if (tcp !== undefined) yield* tcpIssues(tcp, host);
  if (allow === undefined) return;
  yield* nothingSaidIssues(at(PLACE, 'allow'), 'at least one, or none given', allow.length > 0);
  for (const [index, who] of allow.entries()) yield* allowIssues(at(PLACE, 'allow', index), who);
}

function* socketIssues({ path, uid, gid, permission, readOnly }: HttpdSocket, host: Host): Issues {
  yield* pathIssues(at(PLACE, 'unixSocket'), path);
  const length = new TextEncoder().encode(path).length;
  if (length > LONGEST_SOCKET_PATH) {
    yield error('socket-path', at(PLACE, 'unixSocket'), {
      got: `${show(path)}, ${length} bytes`,
      expected: `at most ${LONGEST_SOCKET_PATH} bytes`,
      remedy: 'Choose a shorter path: the kernel takes no longer one for a socket',
    });
  }
  if (uid !== undefined) yield* accountIssues(at(PLACE, 'unixSocket.uid'), uid);
  if (gid !== undefined) yield* accountIssues(at(PLACE, 'unixSocket.gid'), gid);
  if (permission !== undefined) yield* permissionIssues(at(PLACE, 'unixSocket.permission'), permission);
  yield* readOnlyIssues(at(PLACE, 'unixSocket.readOnly'), readOnly, host);
}

function* tcpIssues({ port, address, readOnly, ssl }: HttpdPort, host: Host): Issues {
  yield* portNumberIssues(at(PLACE, 'tcp.port'), port);
  if (address !== undefined && address !== '*') yield* addressIssues(at(PLACE, 'tcp.address'), address);
  yield* readOnlyIssues(at(PLACE, 'tcp.readOnly'), readOnly, host);
  if (ssl === undefined) return;
  yield* sslIssues(at(PLACE, 'tcp.ssl'), ssl, 'server');
  yield* keyIssues(at(PLACE, 'tcp.ssl'), ssl);
}

function* keyIssues(property: string, ssl: NonNullable<HttpdPort['ssl']>): Issues {
  const one = ssl.pemFile !== undefined;
  const [chain, key] = [ssl.pemChain !== undefined, ssl.pemKey !== undefined];
  if (one ? !chain && !key : chain && key) return;
  yield error('httpd-key', property, {
    got: one ? 'pemFile, and pemChain or pemKey' : 'no pemFile, and not both of pemChain and pemKey',
    expected: 'pemFile, or pemChain and pemKey',
    remedy: 'Name the key and the certificate: Monit refuses the whole control file',
  });
}

/** Issues of a file mode. */
export function* permissionIssues(property: string, permission: unknown): Issues {
  const problem = fileModeProblem(permission);
  if (problem === undefined) return;
  yield error('permission', property, {
    got: `${show(permission)}, which ${problem}`,
    expected: 'three or four octal digits: "0644"',
    remedy: 'Give the mode as text, as chmod takes it',
  });
}

function* readOnlyIssues(property: string, readOnly: boolean | undefined, host: Host): Issues {
  if (readOnly === true) yield* newerThanHostIssues(property, 'readonly', '5.30', host);
}

function* allowIssues(place: string, who: HttpdAllow): Issues {
  if ('host' in who) yield* addressIssues(at(place, 'host'), who.host);
  else if ('user' in who) {
    yield* namedIssues(at(place, 'user'), who.user);
    yield* namedIssues(at(place, 'password'), who.password);
    yield* passwordLengthIssues(at(place, 'password'), who.password);
  } else if ('group' in who) {
    yield* accountIssues(at(place, 'group'), who.group);
  } else {
    yield* pathIssues(at(place, 'passwordFile'), who.passwordFile);
    if (who.digest !== undefined) yield* wordIssues(at(place, 'digest'), who.digest, ['cleartext', 'md5', 'crypt']);
    for (const [index, user] of (who.users ?? []).entries()) yield* namedIssues(at(place, 'users', index), user);
  }
}

function* passwordLengthIssues(property: string, password: string): Issues {
  const length = new TextEncoder().encode(password).length;
  if (length <= LONGEST_PASSWORD) return;
  yield error('long-password', property, {
    got: `${length} bytes`,
    expected: `at most ${LONGEST_PASSWORD}`,
    remedy: 'Choose a shorter one: Monit refuses the whole control file',
  });
}

function* namedIssues(property: string, text: string): Issues {
  yield* literalIssues(property, text);
  if (text === '') yield error('empty-text', property, { got: show(text), expected: 'text', remedy: 'Say what it is' });
}
