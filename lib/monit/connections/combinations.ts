import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import type { Token } from '../lexer/token';
import { protocolName, protocolRow, type Protocol, type ProtocolName } from '../protocols/table';

/** Options that exclude or need each other. */
interface Combined {
  readonly type?: 'tcp' | 'udp';
  readonly protocol?: ProtocolName | Protocol;
  readonly conversation?: readonly unknown[];
  readonly content?: unknown;
  readonly ssl?: unknown;
  readonly certificate?: unknown;
}

/** A combination of options that Monit rejects or ignores: its check, and its report in a parsed control file. */
export interface Combination {
  /** Issues of a test. */
  readonly issues: (place: Place, test: Combined) => Issues;
  /** Reports what Monit rejects in a parsed test; absent if Monit accepts it, or if an option reports it. */
  readonly judge?: (context: Context, word: Token, test: Combined) => void;
}

/** A protocol that runs over UDP only. */
export const udpOnly: Combination = {
  *issues(place, { type, protocol }) {
    const name = udpProtocol(protocol);
    if (name === undefined || type !== 'tcp') return;
    yield error('monit/ignored-option', [...place, 'type'], {
      got: `tcp, with protocol ${name}`,
      expected: 'udp',
      remedy: 'Leave it out: Monit refuses the whole control file.',
    });
  },
  judge(context, word, { type, protocol }) {
    const name = udpProtocol(protocol);
    if (name !== undefined && type !== 'udp') context.refuse(word, `protocol ${name} over TCP`, 'type udp');
  },
};

function udpProtocol(protocol: Combined['protocol']): ProtocolName | undefined {
  const name = protocolName(protocol);
  return name !== undefined && protocolRow(name)?.udp === true ? name : undefined;
}

/** A protocol, and a conversation of your own. */
export const twoConversations: Combination = {
  *issues(place, { protocol, conversation }) {
    if (protocol === undefined || (conversation ?? []).length === 0) return;
    yield error('monit/two-conversations', [...place, 'conversation'], {
      got: 'a protocol, and a conversation of your own',
      expected: 'one of the two',
      remedy: 'Leave one out: Monit refuses `send` and `expect` beside a protocol.',
    });
  },
};

/** A test of the body of a response to HEAD, which has none. */
export const headWithBody: Combination = {
  *issues(place, test) {
    if (!testsMissingBody(test)) return;
    yield error('monit/ignored-option', [...place, 'protocol', 'method'], {
      got: 'head, and a content or a checksum of the answer',
      expected: 'get, or no word about the body',
      remedy: 'Use get: an answer to head has no body, and Monit refuses the whole control file.',
    });
  },
  judge(context, word, test) {
    if (testsMissingBody(test)) context.refuse(word, 'method head, and a word about the body', 'method get');
  },
};

function testsMissingBody({ protocol, content }: Combined): boolean {
  if (typeof protocol !== 'object' || !('method' in protocol) || protocol.method !== 'head') return false;
  return content !== undefined || protocol.checksum !== undefined;
}

/** The checksum of the key that a MySQL server sends in plaintext. */
export const keyOfMysql: Combination = {
  *issues(place, { protocol, ssl, certificate }) {
    const keyed = typeof protocol === 'object' && protocol.name === 'mysql' && protocol.rsaKey !== undefined;
    if (!keyed || (ssl === undefined && certificate === undefined)) return;
    yield error('monit/ignored-option', [...place, 'protocol', 'rsaKey'], {
      got: 'a checksum of the key, over TLS',
      expected: 'it without TLS',
      remedy: 'Leave it out, or judge the certificate: Monit refuses the whole control file.',
    });
  },
  judge(context, word, { protocol, ssl }) {
    if (typeof protocol !== 'object' || !('rsaKey' in protocol) || protocol.rsaKey === undefined) return;
    if (protocol.username === undefined || protocol.password === undefined) {
      context.refuse(word, 'a key without username and password', 'all three');
    } else if (ssl !== undefined) context.refuse(word, 'the key of a server over TLS', 'no ssl');
  },
};

/** A pattern for the response of a protocol other than HTTP. Monit accepts it. */
export const contentWithoutHttp: Combination = {
  *issues(place, { protocol, content }) {
    const name = protocolName(protocol);
    if (content === undefined || name === 'http' || name === 'https') return;
    yield error('monit/ignored-option', [...place, 'content'], {
      got: `a pattern for what ${name ?? 'no protocol'} answers`,
      expected: 'protocol http or https beside it',
      remedy: 'Name that protocol, or use `conversation`: Monit takes the pattern and does not look at it.',
    });
  },
};
