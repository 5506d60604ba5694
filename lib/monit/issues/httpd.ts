import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from '../model';
import { portNumberIssues } from '../kinds/port-number';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { permissionIssues } from '../kinds/issues/permission';
import { emptyIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { sslIssues } from '../tls/ssl';
import { accountIssues, addressIssues, filledTextIssues, pathIssues } from '../kinds/issues/text';

/** `sun_path` has 108 bytes, one of them for the NUL. Source: unix(7). */
const LONGEST_SOCKET_PATH = 107;
/** Monit compares passwords in a buffer of this size. */
const LONGEST_PASSWORD = 64;

/** Issues of `set httpd`. */
export function* httpdIssues(place: Place, { unixSocket, tcp, allow }: SetHttpd, host: Host): Issues {
  yield* emptyIssues(place, unixSocket !== undefined || tcp !== undefined, {
    problem: 'neither unixSocket nor tcp is set',
    remedy: 'Set one, like unixSocket: "/run/monit.sock": without it, the `monit` command can’t reach the daemon.',
  });
  if (unixSocket !== undefined) yield* socketIssues(place, typeof unixSocket === 'string' ? { path: unixSocket } : unixSocket, host);
  if (tcp !== undefined) yield* tcpIssues(place, tcp, host);
  if (allow === undefined) return;
  yield* emptyIssues([...place, 'allow'], allow.length > 0, {
    problem: 'the list of allowed clients is empty',
    remedy: 'Add a client, or leave `allow` out to allow this host: with an empty list, Monit doesn’t listen.',
  });
  for (const [index, client] of allow.entries()) yield* allowIssues([...place, 'allow', index], client);
}

function* socketIssues(place: Place, { path, uid, gid, permission, readOnly }: HttpdSocket, host: Host): Issues {
  yield* pathIssues([...place, 'unixSocket'], path);
  const length = new TextEncoder().encode(path).length;
  if (length > LONGEST_SOCKET_PATH) {
    yield error('monit/socket-path-too-long', [...place, 'unixSocket'], {
      problem: `${show(path)} has ${length} bytes, more than the kernel’s limit of ${LONGEST_SOCKET_PATH} for a socket`,
      remedy: 'Choose a shorter path, like /run/monit.sock.',
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
  const single = ssl.pemFile !== undefined;
  const [chain, key] = [ssl.pemChain !== undefined, ssl.pemKey !== undefined];
  if (single ? !chain && !key : chain && key) return;
  yield error('monit/missing-httpd-key', place, {
    problem: single ? 'pemFile is set together with pemChain or pemKey' : 'neither pemFile nor both of pemChain and pemKey are set',
    remedy: 'Set either pemFile, or pemChain and pemKey: Monit rejects the whole control file otherwise.',
  });
}

function* readOnlyIssues(place: Place, readOnly: boolean | undefined, host: Host): Issues {
  if (readOnly === true) yield* newerThanHostIssues(place, 'readonly', '5.30', host);
}

function* allowIssues(place: Place, client: HttpdAllow): Issues {
  if ('host' in client) yield* addressIssues([...place, 'host'], client.host);
  else if ('user' in client) {
    yield* filledTextIssues([...place, 'user'], client.user);
    yield* filledTextIssues([...place, 'password'], client.password);
    yield* passwordLengthIssues([...place, 'password'], client.password);
  } else if ('group' in client) {
    yield* accountIssues([...place, 'group'], client.group);
  } else {
    yield* pathIssues([...place, 'passwordFile'], client.passwordFile);
    if (client.digest !== undefined) yield* wordIssues([...place, 'digest'], client.digest, ['cleartext', 'md5', 'crypt']);
    for (const [index, user] of (client.users ?? []).entries()) yield* filledTextIssues([...place, 'users', index], user);
  }
}

function* passwordLengthIssues(place: Place, password: string): Issues {
  const length = new TextEncoder().encode(password).length;
  if (length <= LONGEST_PASSWORD) return;
  yield error('monit/password-too-long', place, {
    problem: `the password has ${length} bytes, more than Monit’s limit of ${LONGEST_PASSWORD}`,
    remedy: 'Choose a shorter password: Monit rejects the whole control file.',
  });
}
