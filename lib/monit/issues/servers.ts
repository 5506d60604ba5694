import type { MailServer, MmonitServer, SetEventQueue, SetLimits, SetMailServer, SetMmonit } from '../model';
import { SIZE_LIMITS, TIME_LIMITS } from '../model';
import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { Size } from '../../values/size';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from './bare';
import { portNumberIssues, schemeIssues } from './connections';
import { newerThanHostIssues, type Host } from './host';
import { timeoutIssues } from './programs';
import { at, error, nothingSaidIssues, wholeNumberIssues, type Issues } from './report';
import { fingerprintIssues, sslIssues } from './ssl';
import { addressIssues, literalIssues, pathIssues } from './text';

/** Issues of `set mailserver`. */
export function* mailServerIssues({ servers, timeout, hostname }: SetMailServer, host: Host): Issues {
  yield* nothingSaidIssues('set mailserver.servers', 'at least one server', servers.length > 0);
  for (const [index, server] of servers.entries()) yield* serverIssues(at('set mailserver', 'servers', index), server, host);
  if (timeout !== undefined) yield* timeoutIssues('set mailserver.timeout', timeout);
  if (hostname !== undefined) yield* addressIssues('set mailserver.hostname', hostname);
}

function* serverIssues(place: string, server: MailServer, host: Host): Issues {
  yield* addressIssues(at(place, 'host'), server.host);
  if (server.port !== undefined) yield* portNumberIssues(at(place, 'port'), server.port);
  if (server.username !== undefined) yield* literalIssues(at(place, 'username'), server.username);
  if (server.password !== undefined) yield* literalIssues(at(place, 'password'), server.password);
  yield* encryptionIssues(place, server, host);
}

function* encryptionIssues(place: string, { ssl, fingerprint }: Pick<MailServer, 'ssl' | 'fingerprint'>, host: Host): Issues {
  if (ssl !== undefined) yield* sslIssues(at(place, 'ssl'), ssl, 'client');
  if (fingerprint !== undefined) yield* fingerprintIssues(at(place, 'fingerprint'), fingerprint, host);
}

/** Issues of `set mmonit`. */
export function* mmonitIssues({ servers }: SetMmonit, host: Host): Issues {
  yield* nothingSaidIssues('set mmonit.servers', 'at least one server', servers.length > 0);
  for (const [index, server] of servers.entries()) yield* collectorIssues(at('set mmonit', 'servers', index), server, host);
}

function* collectorIssues(place: string, server: MmonitServer, host: Host): Issues {
  yield* bareIssues(at(place, 'url'), 'url', server.url);
  yield* schemeIssues(at(place, 'url'), server.url, ['http', 'https']);
  if (server.timeout !== undefined) yield* timeoutIssues(at(place, 'timeout'), server.timeout);
  yield* encryptionIssues(place, server, host);
}

/** Issues of `set limits`. */
export function* limitsIssues(limits: SetLimits, host: Host): Issues {
  const given = [...SIZE_LIMITS, ...TIME_LIMITS].filter((word) => limits[word] !== undefined);
  yield* nothingSaidIssues('set limits', 'at least one limit', given.length > 0);
  for (const word of SIZE_LIMITS) if (limits[word] !== undefined) yield* bufferIssues(at('set limits', word), limits[word]);
  for (const word of TIME_LIMITS) if (limits[word] !== undefined) yield* waitIssues(at('set limits', word), limits[word]);
  if (limits.execTimeout !== undefined) yield* newerThanHostIssues('set limits.execTimeout', 'execTimeout', '5.34', host);
}

function* bufferIssues(property: string, size: unknown): Issues {
  if (size instanceof Size && size.problem() === undefined && size.toBytes() >= 1 && size.toBytes() <= LARGEST_NUMBER) return;
  yield error('size', property, {
    got: show(size),
    expected: `a Size, from 1 to ${LARGEST_NUMBER} bytes`,
    remedy: 'Give a size that Monit can set aside',
  });
}

function* waitIssues(property: string, time: unknown): Issues {
  const milliseconds = time instanceof Duration && time.problem() === undefined ? time.toMilliseconds() : 0;
  if (Number.isInteger(milliseconds) && milliseconds >= 1 && milliseconds <= LARGEST_NUMBER) return;
  yield error('timeout', property, {
    got: show(time),
    expected: `a Duration of whole milliseconds, from 1 to ${LARGEST_NUMBER}`,
    remedy: 'Give a timeout that Monit can count: it has no fractions, dies of 0, and turns a longer one negative',
  });
}

/** Issues of `set eventqueue`. */
export function* eventQueueIssues({ directory, slots }: SetEventQueue): Issues {
  yield* nothingSaidIssues('set eventqueue', 'a directory or slots', directory !== undefined || slots !== undefined);
  if (directory !== undefined) yield* pathIssues('set eventqueue.directory', directory);
  if (slots === undefined) return;
  yield* wholeNumberIssues('number', 'set eventqueue.slots', slots, [1, LARGEST_NUMBER], 'Give how many messages may wait');
}
