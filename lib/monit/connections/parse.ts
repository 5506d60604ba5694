import { Duration } from '../../values/duration';
import type { ConversationStep, PingTest, PortTest, UnixSocketTest, UrlTest } from './model';
import { protocolName, protocolRow } from '../protocols/table';
import type { Token } from '../lexer/token';
import type { Context } from '../kinds/parse/context';
import { protocol } from '../protocols/parse';
import { certificate, ssl, versions } from '../kinds/parse/ssl';
import { equality, milliseconds, operator, text, whole } from '../kinds/parse/values';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A connection test with its name. */
type Named =
  | ({ readonly test: 'port' } & PortTest)
  | ({ readonly test: 'url' } & UrlTest)
  | ({ readonly test: 'unixSocket' } & UnixSocketTest)
  | ({ readonly test: 'ping' } & PingTest);
type Draft = Mutable<Partial<PortTest & UrlTest & UnixSocketTest & Omit<PingTest, 'is'>>>;

/** True if the tokens after `if` are about a connection. */
export function isConnection({ cursor, check }: Context): boolean {
  const [process, host] = [check === 'process', check === 'host'];
  return ['FAILED', 'SUCCEEDED'].some(
    (word) =>
      ((process || host) && ['HOST', 'PORT', 'URL'].some((kind) => cursor.comes(word, kind))) ||
      (process && cursor.comes(word, 'UNIXSOCKET')) ||
      (host && ['PING', 'PING4', 'PING6', 'ICMP'].some((kind) => cursor.comes(word, kind))),
  );
}

/** Parses `failed port …`, `succeeded url …` and so on. */
export function connection(context: Context): Named {
  const { cursor } = context;
  const word = cursor.expect('FAILED', 'SUCCEEDED');
  const is = word.kind === 'FAILED' ? 'failed' : 'succeeded';
  if (cursor.comes('URL')) return url(context, is);
  if (cursor.comes('UNIXSOCKET')) return unixSocket(context, is);
  return cursor.comes('HOST') || cursor.comes('PORT') ? port(context, is) : ping(context, is);
}

function port(context: Context, is: 'failed' | 'succeeded'): Named {
  const { cursor } = context;
  const draft: Draft = { is };
  if (cursor.accept('HOST') !== undefined) draft.host = text(context, 'STRING');
  const word = cursor.expect('PORT');
  draft.port = whole(context);
  options(context, draft, PORT_OPTIONS);
  judge(context, draft, word);
  return { test: 'port', ...draft } as Named;
}

function url(context: Context, is: 'failed' | 'succeeded'): Named {
  const { cursor } = context;
  cursor.expect('URL');
  const token = cursor.expect('URLOBJECT');
  if (!['http', 'https'].includes(token.url!.scheme)) context.refuse(token, `${token.url!.scheme}://`, 'http:// or https://');
  const draft: Draft = { is, url: token.text };
  options(context, draft, URL_OPTIONS);
  return { test: 'url', ...draft } as Named;
}

function unixSocket(context: Context, is: 'failed' | 'succeeded'): Named {
  const word = context.cursor.expect('UNIXSOCKET');
  const draft: Draft = { is, path: text(context, 'PATH') };
  options(context, draft, SOCKET_OPTIONS);
  judge(context, draft, word);
  return { test: 'unixSocket', ...draft } as Named;
}

function ping(context: Context, is: 'failed' | 'succeeded'): Named {
  const { cursor } = context;
  const draft: Draft = { is };
  const word = cursor.expect('PING', 'PING4', 'PING6', 'ICMP');
  if (word.kind === 'ICMP') {
    cursor.expect('TYPE');
    cursor.expect('ICMPECHO');
  } else if (word.kind !== 'PING') draft.family = word.kind === 'PING4' ? 'ipv4' : 'ipv6';
  options(context, draft, PING_OPTIONS);
  return { test: 'ping', ...draft };
}

type Option = (context: Context, draft: Draft, word: Token) => void;

function options(context: Context, draft: Draft, readers: Readonly<Record<string, Option>>): void {
  const { cursor } = context;
  for (let token = cursor.next; token !== undefined && readers[token.kind] !== undefined; token = cursor.next) {
    readers[token.kind]!(context, draft, token);
  }
  cursor.accept(...Object.keys(readers));
}

const timeout: Option = (context, draft) => {
  context.cursor.as('with timeout', 'TIMEOUT');
  draft.timeout = Duration.seconds(whole(context));
  context.cursor.expect('SECOND');
};
const retry: Option = (context, draft) => {
  context.cursor.expect('RETRY');
  draft.retry = whole(context);
};
const content: Option = (context, draft) => {
  context.cursor.expect('CONTENT');
  draft.content = { operator: equality(context), pattern: text(context, 'STRING') };
};
const encrypted: Option = (context, draft) => {
  draft.ssl = ssl(context);
};
const certified: Option = (context, draft) => {
  draft.certificate = { ...draft.certificate, ...certificate(context) };
};
const spoken: Option = (context, draft) => {
  draft.protocol = protocol(context);
};
const step = (context: Context, draft: Draft, token: Token, made: ConversationStep): void => {
  const name = protocolName(draft.protocol);
  if (name !== undefined && name !== 'default') context.refuse(token, `${token.text} with protocol ${name}`, 'one of the two');
  draft.conversation = [...(draft.conversation ?? []), made];
};
const send: Option = (context, draft, word) => {
  context.cursor.expect('SEND');
  step(context, draft, word, { send: text(context, 'STRING') });
};
const expect: Option = (context, draft, word) => {
  context.cursor.expect('EXPECT');
  step(context, draft, word, { expect: text(context, 'STRING') });
};
const responseTime: Option = (context, draft) => {
  context.cursor.expect('RESPONSETIME');
  const compared = operator(context);
  const amount = whole(context);
  draft.responseTime = { operator: compared, limit: milliseconds(context, amount) };
};
const address: Option = (context, draft) => {
  context.cursor.expect('ADDRESS');
  draft.address = text(context, 'STRING');
};
const type: Option = (context, draft) => {
  const { cursor } = context;
  cursor.expect('TYPE');
  const { kind } = cursor.expect('TCP', 'UDP', 'TCPSSL');
  draft.type = kind === 'UDP' ? 'udp' : 'tcp';
  if (kind === 'TCPSSL') draft.ssl = oldEncryption(context, draft);
};
const family: Option = (context, draft) => {
  draft.family = context.cursor.expect('IPV4', 'IPV6').kind === 'IPV4' ? 'ipv4' : 'ipv6';
};

/** Parses what may follow `type tcpssl`, the syntax before `ssl` existed. */
function oldEncryption(context: Context, draft: Draft): NonNullable<Draft['ssl']> {
  const { cursor } = context;
  let allowed = versions(context);
  while (cursor.accept('CERTMD5') !== undefined) {
    draft.certificate = { ...draft.certificate, fingerprint: { checksum: text(context, 'STRING') } };
    allowed = [...allowed, ...versions(context)];
  }
  return allowed.length === 0 ? true : { versions: allowed };
}

const SPEECH = { TYPE: type, PROTOCOL: spoken, SEND: send, EXPECT: expect, TIMEOUT: timeout, RESPONSETIME: responseTime, RETRY: retry };
const PORT_OPTIONS: Readonly<Record<string, Option>> = {
  ...SPEECH,
  IPV4: family,
  IPV6: family,
  CONTENT: content,
  ADDRESS: address,
  SSLTOKEN: encrypted,
  CERTIFICATE: certified,
};
const URL_OPTIONS: Readonly<Record<string, Option>> = {
  CONTENT: content,
  TIMEOUT: timeout,
  RETRY: retry,
  SSLTOKEN: encrypted,
  CERTIFICATE: certified,
};
const SOCKET_OPTIONS: Readonly<Record<string, Option>> = SPEECH;
const MOST_PING = 1492;
const LEAST_PING = 8;
const PING_OPTIONS: Readonly<Record<string, Option>> = {
  COUNT: (context, draft) => {
    context.cursor.expect('COUNT');
    (draft as Mutable<PingTest>).count = whole(context);
  },
  SIZE: (context, draft) => {
    const word = context.cursor.expect('SIZE');
    const size = whole(context);
    if (size < LEAST_PING || size > MOST_PING) context.refuse(word, `${size} bytes`, '8 to 1492');
    (draft as Mutable<PingTest>).size = size;
  },
  TIMEOUT: timeout,
  RESPONSETIME: responseTime,
  ADDRESS: address,
};

/** Reports what Monit rejects about a test as a whole. */
function judge(context: Context, { protocol: told, type: kind, content: body, ssl: secured }: Draft, word: Token): void {
  const name = protocolName(told);
  if (name !== undefined && protocolRow(name).udp === true && kind !== 'udp') context.refuse(word, `protocol ${name} over TCP`, 'type udp');
  if (typeof told !== 'object') return;
  const bodiless = 'method' in told && told.method === 'head';
  if (bodiless && (body !== undefined || told.checksum !== undefined))
    context.refuse(word, 'method head, and a word about the body', 'method get');
  if ('rsaKey' in told && told.rsaKey !== undefined) {
    if (told.username === undefined || told.password === undefined)
      context.refuse(word, 'a key without username and password', 'all three');
    else if (secured !== undefined) context.refuse(word, 'the key of a server over TLS', 'no ssl');
  }
}
