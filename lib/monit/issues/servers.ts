import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { Size } from '../../values/size';
import type { MailServer, MmonitServer, SetEventQueue, SetLimits, SetMailServer, SetMmonit } from '../model';
import { SIZE_LIMITS, TIME_LIMITS } from '../model';
import { LARGEST_NUMBER } from '../units';
import { httpUrlIssues } from '../kinds/http-url';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { TIMEOUT_REASON, timeoutIssues } from '../kinds/issues/timeout';
import { emptyIssues, wholeNumberIssues, type Issues } from '../kinds/issues/report';
import { addressIssues, literalIssues, pathIssues } from '../kinds/issues/text';
import { portNumberIssues } from '../kinds/port-number';
import { fingerprintIssues } from '../tls/certificate';
import { sslIssues } from '../tls/ssl';

const NO_SERVER = {
  problem: 'the list of servers is empty',
  remedy: 'Add a server, or remove the statement: Monit rejects it without one.',
};

/** Issues of `set mailserver`. */
export function* mailServerIssues(place: Place, { servers, timeout, hostname }: SetMailServer, host: Host): Issues {
  yield* emptyIssues([...place, 'servers'], servers.length > 0, NO_SERVER);
  for (const [index, server] of servers.entries()) yield* serverIssues([...place, 'servers', index], server, host);
  if (timeout !== undefined) yield* timeoutIssues([...place, 'timeout'], timeout);
  if (hostname !== undefined) yield* addressIssues([...place, 'hostname'], hostname);
}

function* serverIssues(place: Place, server: MailServer, host: Host): Issues {
  yield* addressIssues([...place, 'host'], server.host);
  if (server.port !== undefined) yield* portNumberIssues([...place, 'port'], server.port);
  if (server.username !== undefined) yield* literalIssues([...place, 'username'], server.username);
  if (server.password !== undefined) yield* literalIssues([...place, 'password'], server.password);
  yield* encryptionIssues(place, server, host);
}

function* encryptionIssues(place: Place, { ssl, fingerprint }: Pick<MailServer, 'ssl' | 'fingerprint'>, host: Host): Issues {
  if (ssl !== undefined) yield* sslIssues([...place, 'ssl'], ssl, 'client');
  if (fingerprint !== undefined) yield* fingerprintIssues([...place, 'fingerprint'], fingerprint, host);
}

/** Issues of `set mmonit`. */
export function* mmonitIssues(place: Place, { servers }: SetMmonit, host: Host): Issues {
  yield* emptyIssues([...place, 'servers'], servers.length > 0, NO_SERVER);
  for (const [index, server] of servers.entries()) yield* collectorIssues([...place, 'servers', index], server, host);
}

function* collectorIssues(place: Place, server: MmonitServer, host: Host): Issues {
  yield* httpUrlIssues([...place, 'url'], server.url);
  if (server.timeout !== undefined) yield* timeoutIssues([...place, 'timeout'], server.timeout);
  yield* encryptionIssues(place, server, host);
}

/** Issues of `set limits`. */
export function* limitsIssues(place: Place, limits: SetLimits, host: Host): Issues {
  const given = [...SIZE_LIMITS, ...TIME_LIMITS].filter((word) => limits[word] !== undefined);
  yield* emptyIssues(place, given.length > 0, {
    problem: 'no limit is set',
    remedy: 'Set one, such as programTimeout, or remove the statement.',
  });
  for (const word of SIZE_LIMITS) if (limits[word] !== undefined) yield* bufferIssues([...place, word], limits[word]);
  for (const word of TIME_LIMITS) if (limits[word] !== undefined) yield* waitIssues([...place, word], limits[word]);
  if (limits.execTimeout !== undefined) yield* newerThanHostIssues([...place, 'execTimeout'], 'execTimeout', '5.34', host);
}

function* bufferIssues(place: Place, size: unknown): Issues {
  if (size instanceof Size && size.problem() === undefined && size.toBytes() >= 1 && size.toBytes() <= LARGEST_NUMBER) return;
  yield error('monit/invalid-size', place, {
    problem: `${show(size)} is not a Size from 1 to ${LARGEST_NUMBER} bytes`,
    remedy: 'Use one such as Size.kibibytes(1).',
  });
}

function* waitIssues(place: Place, time: unknown): Issues {
  const milliseconds = time instanceof Duration && time.problem() === undefined ? time.toMilliseconds() : 0;
  if (Number.isInteger(milliseconds) && milliseconds >= 1 && milliseconds <= LARGEST_NUMBER) return;
  yield error('monit/invalid-timeout', place, {
    problem: `${show(time)} is not a Duration of whole milliseconds from 1 to ${LARGEST_NUMBER}`,
    remedy: `Use one such as Duration.seconds(60): ${TIMEOUT_REASON}.`,
  });
}

/** Issues of `set eventqueue`. */
export function* eventQueueIssues(place: Place, { directory, slots }: SetEventQueue): Issues {
  yield* emptyIssues(place, directory !== undefined || slots !== undefined, {
    problem: 'neither directory nor slots is set',
    remedy: 'Set one, or remove the statement: Monit rejects it without either.',
  });
  if (directory !== undefined) yield* pathIssues([...place, 'directory'], directory);
  if (slots === undefined) return;
  const remedy = 'Use the number of messages to keep, such as 100.';
  yield* wholeNumberIssues('monit/invalid-number', [...place, 'slots'], slots, [1, LARGEST_NUMBER], remedy);
}
