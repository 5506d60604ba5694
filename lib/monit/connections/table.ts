import type { Duration } from '../../values/duration';
import { bare } from '../bare';
import type { Comparison, PatternComparison } from '../comparison';
import { decimal, quotedPath } from '../escape';
import { comparisonIssues, comparisonText } from '../kinds/amount';
import { milliseconds } from '../kinds/amounts/time';
import { contentIssues, contentText, parseContent } from '../kinds/content';
import { httpUrlIssues, parseHttpUrl } from '../kinds/http-url';
import { newerThanHostIssues } from '../kinds/issues/host';
import { wordIssues } from '../kinds/issues/report';
import { pathIssues } from '../kinds/issues/text';
import { timeoutIssues } from '../kinds/issues/timeout';
import { milliseconds as parseMilliseconds, operator, text, timeout as parseTimeout, whole } from '../kinds/parse/values';
import { timeout as timeoutText } from '../kinds/render/time';
import { PORTS, portNumberIssues } from '../kinds/port-number';
import { protocolIssues } from '../protocols/issues';
import { protocol as parseProtocol } from '../protocols/parse';
import { protocol as protocolText } from '../protocols/render';
import type { Protocol, ProtocolName } from '../protocols/table';
import { certificateIssues, certificateText, parseCertificate, type Certificate } from '../tls/certificate';
import { parseSsl, sslIssues, sslText } from '../tls/ssl';
import type { SslOptions } from '../tls/table';
import { LARGEST_NUMBER } from '../units';
import { contentWithoutHttp, headWithBody, keyOfMysql, twoConversations, udpOnly, type Combination } from './combinations';
import { conversation, type ConversationStep } from './conversation';
import { address as addressOf, number, words } from './kinds';
import type { Option } from './option';
import { type } from './transport';

/** Properties of every connection test. */
export interface ConnectionTest {
  /**
   * Outcome that fires the rule: a connection that fails, or one that succeeds but should fail.
   * @default 'failed'
   */
  readonly is?: 'failed' | 'succeeded';
  /**
   * Time that Monit waits for a response, in whole seconds.
   * @default Monit's own: 5 seconds
   */
  readonly timeout?: Duration;
  /**
   * Number of attempts in a cycle before the connection counts as failed.
   * @default Monit's own: once
   */
  readonly retry?: number;
}

/** Protocol or conversation of a connection. */
export interface Conversation {
  /**
   * Protocol: `redis`, or `{ name: 'http', request: '/health' }`.
   * @default Monit only connects
   */
  readonly protocol?: ProtocolName | Protocol;
  /** Conversation of your own, when no {@link protocol} is set. */
  readonly conversation?: readonly ConversationStep[];
  /** Limit on the response time. Needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
}

/** Encryption of a connection. */
export interface Encryption {
  /** Uses TLS: `true`, or these options. Protocols like `https` use it anyway. */
  readonly ssl?: true | SslOptions;
  /** Requirements on the other end's certificate. */
  readonly certificate?: Certificate;
}

/** A test of a TCP or UDP port. Source: Monit manual, "TCP/UDP port test". */
export interface PortTest extends ConnectionTest, Conversation, Encryption {
  /** The port, 1 to 65535. */
  readonly port: number;
  /**
   * Host to connect to.
   * @default the address of a host check; the host itself in a process check
   */
  readonly host?: string;
  /**
   * IP version.
   * @default any that the name resolves to
   */
  readonly family?: 'ipv4' | 'ipv6';
  /**
   * Transport protocol.
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'udp';
  /**
   * Source address of the connection.
   * @default the system's choice
   */
  readonly address?: string;
  /** Pattern that an HTTP response must match, or must not. */
  readonly content?: PatternComparison;
}

/** A test of a URL. Source: Monit manual, "Connection test using a URL". */
export interface UrlTest extends ConnectionTest, Encryption {
  /** URL with `http://` or `https://`. A user and password in it are readable by anyone who can read the control file. */
  readonly url: string;
  /** Pattern that the response must match, or must not. */
  readonly content?: PatternComparison;
}

/** A test of a Unix socket. Source: Monit manual, "UNIX socket connection tests". */
export interface UnixSocketTest extends ConnectionTest, Conversation {
  /** Absolute path of the socket. */
  readonly path: string;
  /**
   * Type of the socket; `tcp` means a stream.
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'udp';
}

/** A test by ping. Source: Monit manual, "Ping test". */
export interface PingTest extends Omit<ConnectionTest, 'retry'> {
  /**
   * IP version.
   * @default any that the name resolves to
   */
  readonly family?: 'ipv4' | 'ipv6';
  /**
   * Number of pings to send; one reply is enough.
   * @default Monit's own: 3
   */
  readonly count?: number;
  /**
   * Size of a ping in bytes, 8 to 1492.
   * @default Monit's own: 64
   */
  readonly size?: number;
  /** Limit on the response time. Needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
  /**
   * Source address of the pings.
   * @default the system's choice
   */
  readonly address?: string;
}

const OUTCOMES = ['failed', 'succeeded'] as const;

const is: Option<'failed' | 'succeeded'> = {
  ...words(...OUTCOMES),
  leads: true,
  *issues(place, value, known, test) {
    yield* wordIssues(place, value, OUTCOMES);
    // The whole test is too new, not only this property.
    if (value === 'succeeded') yield* newerThanHostIssues(test, 'if succeeded', '5.28', known);
  },
  implied: () => 'failed',
};

const host: Option<string> = { ...addressOf('host', 'host'), leads: true };

const port: Option<number> = {
  kind: { bounds: PORTS },
  tokens: ['PORT'],
  leads: true,
  required: true,
  issues: portNumberIssues,
  render: (value) => `port ${decimal(value)}`,
  parse(context) {
    context.cursor.expect('PORT');
    return whole(context);
  },
};

const url: Option<string> = {
  kind: 'url',
  tokens: ['URL'],
  leads: true,
  required: true,
  issues: httpUrlIssues,
  render: (value) => `url ${bare('url', value)}`,
  parse(context) {
    context.cursor.expect('URL');
    return parseHttpUrl(context);
  },
};

const path: Option<string> = {
  kind: 'path',
  tokens: ['UNIXSOCKET'],
  leads: true,
  required: true,
  issues: pathIssues,
  render: (value) => `unixsocket ${quotedPath(value)}`,
  parse(context) {
    context.cursor.expect('UNIXSOCKET');
    return text(context, 'PATH');
  },
};

const family = words('ipv4', 'ipv6');

/** The IP version is part of the word: `ping4`. */
const familyOfPing: Option<'ipv4' | 'ipv6'> = {
  kind: family.kind,
  tokens: ['PING', 'PING4', 'PING6', 'ICMP'],
  leads: true,
  issues: family.issues,
  render: (value) => `ping${value.slice(-1)}`,
  implied: () => 'ping',
  parse({ cursor }) {
    const { kind } = cursor.expect('PING', 'PING4', 'PING6', 'ICMP');
    if (kind === 'PING') return undefined;
    if (kind !== 'ICMP') return kind === 'PING4' ? 'ipv4' : 'ipv6';
    cursor.expect('TYPE');
    cursor.expect('ICMPECHO');
    return undefined;
  },
};

const protocol: Option<ProtocolName | Protocol> = {
  kind: 'protocol',
  tokens: ['PROTOCOL'],
  issues: protocolIssues,
  render: (value) => protocolText(value).join(' '),
  parse: parseProtocol,
};

const content: Option<PatternComparison> = {
  kind: 'content',
  tokens: ['CONTENT'],
  issues: contentIssues,
  render: (value) => `content ${contentText(value)}`,
  parse(context) {
    context.cursor.expect('CONTENT');
    return parseContent(context);
  },
};

const ssl: Option<true | SslOptions> = {
  kind: 'ssl',
  tokens: ['SSLTOKEN'],
  issues: (place, value) => sslIssues(place, value, 'client'),
  render: (value) => sslText(value).join(' '),
  parse: parseSsl,
};

const certificate: Option<Certificate> = {
  kind: 'certificate',
  tokens: ['CERTIFICATE'],
  joins: 'record',
  issues: certificateIssues,
  render: (value) => certificateText(value).join(' '),
  parse: parseCertificate,
};

const address = addressOf('address', 'ownAddress');

const timeout: Option<Duration> = {
  kind: 'timeout',
  tokens: ['TIMEOUT'],
  issues: timeoutIssues,
  render: (value) => timeoutText(value).join(' '),
  parse: parseTimeout,
};

const responseTime: Option<Comparison<Duration>> = {
  kind: 'responseTime',
  tokens: ['RESPONSETIME'],
  *issues(place, value, known) {
    yield* newerThanHostIssues(place, 'responsetime', '5.28', known);
    yield* comparisonIssues(place, value, milliseconds);
  },
  render: (value) => `responsetime ${comparisonText(value, milliseconds)}`,
  parse(context) {
    context.cursor.expect('RESPONSETIME');
    return { operator: operator(context), limit: parseMilliseconds(context, whole(context)) };
  },
};

const retry = number('retry', [1, LARGEST_NUMBER], 'Use a number of attempts, such as 3.');

const count = number('count', [1, 20], 'Use a few, such as 3: Monit waits for each ping in turn.');

const PING_SIZES = [8, 1492] as const;

const size: Option<number> = {
  ...number('size', PING_SIZES, 'Use a number of bytes that fits into one packet, such as 64.'),
  parse(context) {
    const word = context.cursor.expect('SIZE');
    const bytes = whole(context);
    const [least, most] = PING_SIZES;
    if (bytes < least || bytes > most) {
      context.reject(word, { problem: `${bytes} bytes is out of range`, remedy: `Use ${least} to ${most} bytes.` });
    }
    return bytes;
  },
};

/** Connection tests, by the names of their operands. */
export interface ConnectionTests {
  /** A TCP or UDP port. */
  readonly port: PortTest;
  /** A URL. */
  readonly url: UrlTest;
  /** A Unix socket. */
  readonly unixSocket: UnixSocketTest;
  /** Ping replies of a host. */
  readonly ping: PingTest;
}

/** Name of a connection test. */
export type ConnectionName = keyof ConnectionTests;

/** Row of one connection test. */
interface ConnectionRow<T> {
  /** Its options, in the order in which they are rendered. */
  readonly options: { readonly [O in keyof T]-?: Option<NonNullable<T[O]>> };
  /** Combinations of its options that Monit rejects or ignores. */
  readonly combinations: readonly Combination[];
}

/**
 * Every connection test, with its options. To add an option, add its type above, its row, and the row's name to the tests that take it;
 * to add a test, add its type above and a row.
 */
export const CONNECTIONS: { readonly [C in ConnectionName]: ConnectionRow<ConnectionTests[C]> } = {
  port: {
    options: {
      is, host, port, family, type, protocol, conversation, content, ssl, certificate, address, timeout, responseTime, retry,
    }, // prettier-ignore
    combinations: [udpOnly, twoConversations, headWithBody, keyOfMysql, contentWithoutHttp],
  },
  url: {
    options: { is, url, content, ssl, certificate, timeout, retry },
    combinations: [],
  },
  unixSocket: {
    options: { is, path, type, protocol, conversation, timeout, responseTime, retry },
    combinations: [udpOnly, twoConversations, headWithBody, keyOfMysql],
  },
  ping: {
    options: { is, family: familyOfPing, count, size, timeout, responseTime, address },
    combinations: [],
  },
};

/** The options of a connection test. The table pairs each option with its type, which the compiler can't follow by name. */
export function optionsOf(name: ConnectionName): readonly (readonly [string, Option<unknown>])[] {
  return Object.entries(CONNECTIONS[name].options as Readonly<Record<string, Option<unknown>>>);
}
