import { show } from '../../values/issue';
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
  readonly report?: (context: Context, word: Token, test: Combined) => void;
}

/** A protocol that runs over UDP only. */
export const udpOnly: Combination = {
  *issues(place, { type, protocol }) {
    const name = udpProtocol(protocol);
    if (name === undefined || type !== 'tcp') return;
    yield error('monit/ignored-option', [...place, 'type'], {
      problem: `type is "tcp", but protocol ${name} runs over UDP only`,
      remedy: 'Remove `type`, or set it to "udp": Monit rejects the whole control file otherwise.',
    });
  },
  report(context, word, { type, protocol }) {
    const name = udpProtocol(protocol);
    if (name !== undefined && type !== 'udp') {
      context.reject(word, { problem: `protocol ${name} runs over UDP only`, remedy: 'Add "type udp".' });
    }
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
      problem: `conversation is set next to protocol ${show(protocolName(protocol))}`,
      remedy: 'Remove one of them: Monit rejects "send" and "expect" next to a protocol.',
    });
  },
};

/** A test of the body of a response to HEAD, which has none. */
export const headWithBody: Combination = {
  *issues(place, test) {
    if (!testsMissingBody(test)) return;
    yield error('monit/ignored-option', [...place, 'protocol', 'method'], {
      problem: 'method is "head", whose response has no body to match',
      remedy: 'Use "get", or remove content and checksum: Monit rejects the whole control file otherwise.',
    });
  },
  report(context, word, test) {
    if (!testsMissingBody(test)) return;
    context.reject(word, {
      problem: 'a response to HEAD has no body to match',
      remedy: 'Use "method get", or remove content and checksum.',
    });
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
      problem: `rsaKey is set next to ${ssl === undefined ? 'certificate' : 'ssl'}, but is available without TLS only`,
      remedy: 'Remove it, and set certificate.fingerprint instead: Monit rejects the whole control file otherwise.',
    });
  },
  report(context, word, { protocol, ssl }) {
    if (typeof protocol !== 'object' || !('rsaKey' in protocol) || protocol.rsaKey === undefined) return;
    if (protocol.username === undefined || protocol.password === undefined) {
      context.reject(word, { problem: 'rsakey is set without username and password', remedy: 'Add "username" and "password".' });
    } else if (ssl !== undefined) context.reject(word, { problem: 'rsakey is not available over TLS', remedy: 'Remove rsakey or ssl.' });
  },
};

/** A pattern for the response of a protocol other than HTTP. Monit accepts it. */
export const contentWithoutHttp: Combination = {
  *issues(place, { protocol, content }) {
    const name = protocolName(protocol);
    if (content === undefined || name === 'http' || name === 'https') return;
    yield error('monit/ignored-option', [...place, 'content'], {
      problem: `content is ignored ${name === undefined ? 'without a protocol' : `with protocol ${name}`}`,
      remedy: 'Set protocol to "http" or "https", or use conversation instead: Monit matches content against HTTP responses only.',
    });
  },
};
