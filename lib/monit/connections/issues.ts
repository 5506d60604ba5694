import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Conversation, Encryption, PingTest, PortTest, UnixSocketTest, UrlTest } from './model';
import type { PatternComparison, PatternFileComparison } from '../comparison';
import { protocolName, protocolRow } from '../protocols/table';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from '../kinds/issues/bare';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { comparisonIssues } from '../kinds/amount';
import { milliseconds } from '../kinds/amounts/time';
import { timeoutIssues } from '../kinds/issues/timeout';
import { protocolIssues } from '../protocols/issues';
import { wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { certificateIssues, sslIssues } from '../kinds/issues/ssl';
import { addressIssues, literalIssues, pathIssues, patternIssues } from '../kinds/issues/text';

const LARGEST_PORT = 65_535;

/** Issues of a port number. */
export function* portNumberIssues(place: Place, port: number): Issues {
  yield* wholeNumberIssues('monit/invalid-port', place, port, [1, LARGEST_PORT], 'Give a port that there is: Monit takes any number.');
}

/** Issues of `if failed port …`. */
export function* portIssues(place: Place, test: PortTest, host: Host): Issues {
  yield* portNumberIssues([...place, 'port'], test.port);
  if (test.host !== undefined) yield* addressIssues([...place, 'host'], test.host);
  if (test.family !== undefined) yield* wordIssues([...place, 'family'], test.family, ['ipv4', 'ipv6']);
  if (test.address !== undefined) yield* addressIssues([...place, 'address'], test.address);
  yield* judgementIssues(place, test, host);
  yield* conversationIssues(place, test, host);
  yield* encryptionIssues(place, test, host);
  yield* keyIssues(place, test);
  yield* bodyIssues(place, test);
  if (test.content === undefined) return;
  yield* contentIssues([...place, 'content'], test.content);
  const spoken = protocolName(test.protocol);
  if (spoken === 'http' || spoken === 'https') return;
  yield error('monit/ignored-option', [...place, 'content'], {
    got: `a pattern for what ${spoken ?? 'no protocol'} answers`,
    expected: 'protocol http or https beside it',
    remedy: 'Name that protocol, or use `conversation`: Monit takes the pattern and does not look at it.',
  });
}

/** A response to HEAD has no body. */
function* bodyIssues(place: Place, { protocol, content }: PortTest): Issues {
  if (typeof protocol !== 'object' || !('method' in protocol) || protocol.method !== 'head') return;
  if (content === undefined && protocol.checksum === undefined) return;
  yield error('monit/ignored-option', [...place, 'protocol', 'method'], {
    got: 'head, and a content or a checksum of the answer',
    expected: 'get, or no word about the body',
    remedy: 'Use get: an answer to head has no body, and Monit refuses the whole control file.',
  });
}

/** Issues of the key that a MySQL server sends in plaintext. */
function* keyIssues(place: Place, { protocol, ssl, certificate }: PortTest): Issues {
  const keyed = typeof protocol === 'object' && protocol.name === 'mysql' && protocol.rsaKey !== undefined;
  if (!keyed || (ssl === undefined && certificate === undefined)) return;
  yield error('monit/ignored-option', [...place, 'protocol', 'rsaKey'], {
    got: 'a checksum of the key, over TLS',
    expected: 'it without TLS',
    remedy: 'Leave it out, or judge the certificate: Monit refuses the whole control file.',
  });
}

/** Issues of `if failed url …`. */
export function* urlIssues(place: Place, test: UrlTest, host: Host): Issues {
  yield* bareIssues([...place, 'url'], 'url', test.url);
  yield* schemeIssues([...place, 'url'], test.url, ['http', 'https']);
  yield* judgementIssues(place, test, host);
  yield* encryptionIssues(place, test, host);
  if (test.content !== undefined) yield* contentIssues([...place, 'content'], test.content);
}

/** Issues of a URL's scheme. Secrets in the URL aren't shown. */
export function* schemeIssues(place: Place, url: string, schemes: readonly string[]): Issues {
  const scheme = /^([a-z0-9]+):\/\//.exec(url)?.[1];
  if (scheme === undefined || schemes.includes(scheme)) return;
  yield error('monit/invalid-url-scheme', place, {
    got: show(scheme),
    expected: schemes.join(' or '),
    remedy: 'Use a port and its protocol: Monit knows no other scheme, and refuses the whole control file.',
  });
}

/** Issues of `if failed unixsocket …`. */
export function* unixSocketIssues(place: Place, test: UnixSocketTest, host: Host): Issues {
  yield* pathIssues([...place, 'path'], test.path);
  yield* judgementIssues(place, test, host);
  yield* conversationIssues(place, test, host);
}

/** Issues of `if failed ping …`. */
export function* pingIssues(place: Place, test: PingTest, host: Host): Issues {
  if (test.family !== undefined) yield* wordIssues([...place, 'family'], test.family, ['ipv4', 'ipv6']);
  if (test.address !== undefined) yield* addressIssues([...place, 'address'], test.address);
  if (test.count !== undefined) {
    yield* wholeNumberIssues(
      'monit/invalid-number',
      [...place, 'count'],
      test.count,
      [1, 20],
      'Give a few: Monit waits for each of them in turn.',
    );
  }
  if (test.size !== undefined)
    yield* wholeNumberIssues('monit/invalid-number', [...place, 'size'], test.size, [8, 1492], 'Give bytes that fit into a packet.');
  if (test.responseTime !== undefined) yield* responseTimeIssues([...place, 'responseTime'], test.responseTime, host);
  yield* judgementIssues(place, test, host);
}

function* judgementIssues(place: Place, test: Pick<PortTest, 'is' | 'timeout' | 'retry'>, host: Host): Issues {
  if (test.is !== undefined) yield* wordIssues([...place, 'is'], test.is, ['failed', 'succeeded']);
  if (test.is === 'succeeded') yield* newerThanHostIssues(place, 'if succeeded', '5.28', host);
  if (test.timeout !== undefined) yield* timeoutIssues([...place, 'timeout'], test.timeout);
  if (test.retry === undefined) return;
  yield* wholeNumberIssues('monit/invalid-number', [...place, 'retry'], test.retry, [1, LARGEST_NUMBER], 'Give how often it is tried.');
}

function* conversationIssues(place: Place, test: Conversation & { readonly type?: 'tcp' | 'udp' }, host: Host): Issues {
  if (test.type !== undefined) yield* wordIssues([...place, 'type'], test.type, ['tcp', 'udp']);
  if (test.protocol !== undefined) yield* protocolIssues([...place, 'protocol'], test.protocol, host);
  const name = protocolName(test.protocol);
  if (name !== undefined && test.type === 'tcp' && protocolRow(name)?.udp === true) {
    yield error('monit/ignored-option', [...place, 'type'], {
      got: `tcp, with protocol ${name}`,
      expected: 'udp',
      remedy: 'Leave it out: Monit refuses the whole control file.',
    });
  }
  for (const [index, step] of (test.conversation ?? []).entries()) {
    const here = [...place, 'conversation', index];
    if ('send' in step) yield* literalIssues([...here, 'send'], step.send);
    else yield* patternIssues([...here, 'expect'], step.expect);
  }
  if (test.protocol !== undefined && (test.conversation ?? []).length > 0) {
    yield error('monit/two-conversations', [...place, 'conversation'], {
      got: 'a protocol, and a conversation of your own',
      expected: 'one of the two',
      remedy: 'Leave one out: Monit refuses `send` and `expect` beside a protocol.',
    });
  }
  if (test.responseTime !== undefined) yield* responseTimeIssues([...place, 'responseTime'], test.responseTime, host);
}

function* responseTimeIssues(place: Place, given: NonNullable<Conversation['responseTime']>, host: Host): Issues {
  yield* newerThanHostIssues(place, 'responsetime', '5.28', host);
  yield* comparisonIssues(place, given, milliseconds);
}

function* encryptionIssues(place: Place, { ssl, certificate }: Encryption, host: Host): Issues {
  if (ssl !== undefined) yield* sslIssues([...place, 'ssl'], ssl, 'client');
  if (certificate !== undefined) yield* certificateIssues([...place, 'certificate'], certificate, host);
}

/** Issues of the pattern for a response, a line or an output. */
export function* contentIssues(place: Place, content: PatternComparison | PatternFileComparison): Issues {
  yield* wordIssues([...place, 'operator'], content.operator, ['=', '!=']);
  if ('pattern' in content) yield* patternIssues([...place, 'pattern'], content.pattern);
  else yield* pathIssues([...place, 'patternFile'], content.patternFile);
}
