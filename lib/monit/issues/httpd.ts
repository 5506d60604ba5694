import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from '../model';
import { portNumberIssues } from '../connections/issues';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { permissionIssues } from '../kinds/issues/permission';
import { nothingSaidIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { sslIssues } from '../kinds/issues/ssl';
import { accountIssues, addressIssues, literalIssues, pathIssues } from '../kinds/issues/text';

/** `sun_path` has 108 bytes, one of them for the NUL. Source: unix(7). */
const LONGEST_SOCKET_PATH = 107;
/** Monit compares passwords in a buffer of this size. */
const LONGEST_PASSWORD = 64;

/** Issues of `set httpd`. */
export function* httpdIssues(place: Place, { unixSocket, tcp, allow }: SetHttpd, host: Host): Issues {
  yield* nothingSaidIssues(place, 'unixSocket or tcp', unixSocket !== undefined || tcp !== undefined);
  if (unixSocket !== undefined) yield* socketIssues(place, typeof unixSocket === 'string' ? { path: unixSocket } : unixSocket, host);
  if (tcp !== undefined) yield* tcpIssues(place, tcp, host);
  if (allow === undefined) return;
  yield* nothingSaidIssues([...place, 'allow'], 'at least one, or none given', allow.length > 0);
  for (const [index, who] of allow.entries()) yield* allowIssues([...place, 'allow', index], who);
}

function* socketIssues(place: Place, { path, uid, gid, permission, readOnly }: HttpdSocket, host: Host): Issues {
  yield* pathIssues([...place, 'unixSocket'], path);
  const length = new TextEncoder().encode(path).length;
  if (length > LONGEST_SOCKET_PATH) {
    yield error('monit/socket-path-too-long', [...place, 'unixSocket'], {
      got: `${show(path)}, ${length} bytes`,
      expected: `at most ${LONGEST_SOCKET_PATH} bytes`,
      remedy: 'Choose a shorter path: the kernel takes no longer one for a socket.',
    });
  }
  if (uid !== undefined) yield* accountIssues([...place, 'unixSocket', 'uid'], uid);
  if (gid !== undefined) yield* accountIssues([...place, 'unixSocket', 'gid'], gid);
  if (permission !== undefined) yield* permissionIssues([...place, 'unixSocket', 'permission'], permission);
  yield* readOnlyIssues([...place, 'unixSocket', 'readOnly'], readOnly, host);
}

function* tcpIssues(place: Place, { port, address, readOnly, ssl }: HttpdPort, host: Host): Issues {
  yield* portNumberIssues([...place, 'tcp', 'port'], port);
  if (address !== undefined && address !== '*') yield* addressIssues([...place, 'tcp', 'address'], address);
  yield* readOnlyIssues([...place, 'tcp', 'readOnly'], readOnly, host);
  if (ssl === undefined) return;
  yield* sslIssues([...place, 'tcp', 'ssl'], ssl, 'server');
  yield* keyIssues([...place, 'tcp', 'ssl'], ssl);
}

function* keyIssues(place: Place, ssl: NonNullable<HttpdPort['ssl']>): Issues {
  const one = ssl.pemFile !== undefined;
  const [chain, key] = [ssl.pemChain !== undefined, ssl.pemKey !== undefined];
  if (one ? !chain && !key : chain && key) return;
  yield error('monit/missing-httpd-key', place, {
    got: one ? 'pemFile, and pemChain or pemKey' : 'no pemFile, and not both of pemChain and pemKey',
    expected: 'pemFile, or pemChain and pemKey',
    remedy: 'Name the key and the certificate: Monit refuses the whole control file.',
  });
}

function* readOnlyIssues(place: Place, readOnly: boolean | undefined, host: Host): Issues {
  if (readOnly === true) yield* newerThanHostIssues(place, 'readonly', '5.30', host);
}

function* allowIssues(place: Place, who: HttpdAllow): Issues {
  if ('host' in who) yield* addressIssues([...place, 'host'], who.host);
  else if ('user' in who) {
    yield* namedIssues([...place, 'user'], who.user);
    yield* namedIssues([...place, 'password'], who.password);
    yield* passwordLengthIssues([...place, 'password'], who.password);
  } else if ('group' in who) {
    yield* accountIssues([...place, 'group'], who.group);
  } else {
    yield* pathIssues([...place, 'passwordFile'], who.passwordFile);
    if (who.digest !== undefined) yield* wordIssues([...place, 'digest'], who.digest, ['cleartext', 'md5', 'crypt']);
    for (const [index, user] of (who.users ?? []).entries()) yield* namedIssues([...place, 'users', index], user);
  }
}

function* passwordLengthIssues(place: Place, password: string): Issues {
  const length = new TextEncoder().encode(password).length;
  if (length <= LONGEST_PASSWORD) return;
  yield error('monit/password-too-long', place, {
    got: `${length} bytes`,
    expected: `at most ${LONGEST_PASSWORD}`,
    remedy: 'Choose a shorter one: Monit refuses the whole control file.',
  });
}

function* namedIssues(place: Place, text: string): Issues {
  yield* literalIssues(place, text);
  if (text === '') yield error('monit/empty-text', place, { got: show(text), expected: 'text', remedy: 'Say what it is.' });
}
