import fc from 'fast-check';

import { PROTOCOLS, TLS_VERSIONS } from '../../../lib/monit';
import type { OptionKind } from '../../../lib/monit/connections/option';
import { optionsOf, type ConnectionName } from '../../../lib/monit/connections/table';
import type { OptionKind as ProtocolOptionKind } from '../../../lib/monit/protocols/option';
import { optionRow, protocolRow, type ProtocolName } from '../../../lib/monit/protocols/table';
import type { OptionKind as TlsOptionKind } from '../../../lib/monit/tls/option';
import { OPTIONS as TLS_OPTIONS, optionRow as tlsOptionRow, type SslOption, type SslOptions } from '../../../lib/monit/tls/table';
import { Duration, Percent } from '../../../lib/values';
import { goodPath, hostileText, given, options, pattern, plainText, someText, whole } from './text';

/** Files of a host, so that its Monit accepts a control file. */
export interface Surroundings {
  /** A program. */
  readonly program: string;
  /** True if rules per core may occur, which Monit rejects before they are scaled. */
  readonly perCore: boolean;
  /** A file of a key and its certificate, readable only by root. Default: no file, and no option that needs one. */
  readonly keyFile?: string;
}

const operator = fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const, '=' as const, '!=' as const);
const patternComparison = fc.record({ operator: fc.constantFrom('=' as const, '!=' as const), pattern });
const share = fc.record({ operator, limit: whole(0, 100).map((n) => Percent.of(n)) });
const hexadecimal = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
/** A checksum. */
export const fingerprint = fc.oneof(hexadecimal(32), hexadecimal(40)).map((checksum) => ({ checksum }));
/** A name or an address. */
export const address = fc.constantFrom('localhost', '127.0.0.1', 'redis', '::1', 'a.example.com', 'x-1');
/** An address of the host itself. */
const ownAddress = fc.constantFrom('127.0.0.1', '0.0.0.0');

/** A header's value. */
const headerValue = fc.oneof(plainText(/"/g), plainText(/'/g)).map((text) => text.replace(/^["'\s]+|["'\s]+$/g, '') || 'v');

/** Values of a protocol's options, by their kind. */
const PROTOCOL_OPTIONS: { readonly [K in ProtocolOptionKind]: fc.Arbitrary<unknown> } = {
  text: someText,
  path: goodPath,
  request: goodPath,
  number: whole(0, 255),
  status: fc.record({ operator, limit: whole(100, 599) }),
  share,
  method: fc.constantFrom('get', 'head'),
  checksum: fc.oneof(hexadecimal(32), hexadecimal(40)),
  fingerprint,
  headers: fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/), headerValue, { minKeys: 1, maxKeys: 3 }),
};

const names = Object.keys(PROTOCOLS) as ProtocolName[];

/** Any protocol with any of its options. */
export const protocol = fc.constantFrom(...names).chain((name) => {
  const row = protocolRow(name);
  const values = options(Object.fromEntries(row.options.map((option) => [option, PROTOCOL_OPTIONS[optionRow(option).kind]])));
  return values.map((each): object | string => {
    // A key needs a login, and some protocols need an option.
    const login = 'rsaKey' in each ? { username: 'u', password: 'p' } : {};
    const least =
      row.needsOption === true && Object.keys(each).length === 0 ? { [row.options[2]!]: name === 'websocket' ? 'h' : '/s' } : {};
    const body = 'method' in each && each.method === 'head' ? { checksum: undefined } : {};
    const all = given({ name, ...each, ...login, ...least, ...body });
    return Object.keys(all).length === 1 ? name : all;
  });
});

/** Values of an option of TLS, by its kind; undefined if the host lacks the file. */
export const tlsValues = ({ keyFile }: Surroundings): { readonly [K in TlsOptionKind]: fc.Arbitrary<unknown> | undefined } => ({
  flag: fc.boolean(),
  selfSigned: fc.constantFrom('allow', 'reject'),
  versions: fc.subarray([...TLS_VERSIONS], { minLength: 1 }),
  ciphers: fc.constantFrom('HIGH', 'ECDHE+AESGCM:!aNULL'),
  file: keyFile === undefined ? undefined : fc.constant(keyFile),
  directory: keyFile === undefined ? undefined : fc.constant('/etc'),
});

/** TLS of a connection to another host. */
export const ssl = (around: Surroundings): fc.Arbitrary<true | SslOptions> => {
  const values = tlsValues(around);
  const possible = (Object.keys(TLS_OPTIONS) as SslOption[]).flatMap((name) => {
    const { kind, serverOnly } = tlsOptionRow(name);
    const value = values[kind];
    return value === undefined || serverOnly === true ? [] : [[name, value] as const];
  });
  return fc.oneof(
    fc.constant(true as const),
    options(Object.fromEntries(possible)).map((all): true | SslOptions => (Object.keys(all).length === 0 ? true : all)),
  );
};

const conversation = fc.array(
  fc.oneof(
    hostileText.map((send) => ({ send })),
    pattern.map((expect) => ({ expect })),
  ),
  { minLength: 1, maxLength: 3 },
);

const url = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('', 'u:p@', 'me:s3cret!@'),
    fc.constantFrom('localhost', 'a.example.com', '127.0.0.1', '[::1]'),
    fc.constantFrom('', ':8080'),
    fc.constantFrom('', '/', '/a/b.html', '/%20x;y(z)', '/é'),
    fc.constantFrom('', '?a=b&c={d}', '?#'),
  )
  .map(([scheme, login, host, port, path, query]) => `${scheme}://${login}${host}${port}${path}${path === '' ? '' : query}`)
  .map((text) => text.replace(/\?#$/, '?'));

/** Values of a connection's options, by their kind. */
const connectionValues = (around: Surroundings): { readonly [K in OptionKind & string]: fc.Arbitrary<unknown> } => ({
  host: address,
  ownAddress,
  url,
  path: goodPath,
  protocol,
  conversation,
  content: patternComparison,
  ssl: ssl(around),
  certificate: options({ fingerprint, validDays: whole(1, 365) }).filter((all) => Object.keys(all).length > 0),
  timeout: whole(1, 600).map((n) => Duration.seconds(n)),
  responseTime: fc.record({ operator, limit: whole(1, 5000).map((n) => Duration.milliseconds(n)) }),
});

const LARGEST_OF_A_TEST = 65_535;

/** Values of an option of a connection test. */
export const valueOf = (kind: OptionKind, around: Surroundings): fc.Arbitrary<unknown> => {
  if (typeof kind === 'string') return connectionValues(around)[kind];
  if ('words' in kind) return fc.constantFrom(...kind.words);
  const [least, most] = kind.bounds;
  return whole(least, Math.min(most, LARGEST_OF_A_TEST));
};

/** Options that exclude each other. */
interface Combined {
  readonly type?: unknown;
  readonly protocol?: string | { readonly name: string; readonly method?: string; readonly rsaKey?: unknown };
  readonly conversation?: unknown;
  readonly content?: unknown;
}

/** Removes options that Monit rejects or ignores next to the others. Keeps the preferred one of a protocol and a conversation. */
const accepted = (test: Combined, prefers: 'protocol' | 'conversation'): object => {
  const both = test.protocol !== undefined && test.conversation !== undefined;
  const protocol = both && prefers === 'conversation' ? undefined : test.protocol;
  const row: Exclude<typeof protocol, string | undefined> = typeof protocol === 'object' ? protocol : { name: protocol ?? '' };
  const http = row.name === 'http' || row.name === 'https';
  return given({
    ...test,
    protocol,
    conversation: protocol === undefined ? test.conversation : undefined,
    ...(row.name === 'radius' ? { type: undefined } : {}),
    ...(row.rsaKey === undefined ? {} : { ssl: undefined, certificate: undefined }),
    ...('port' in test && (!http || row.method === 'head') ? { content: undefined } : {}),
  });
};

/** A connection test. */
export const connectionOf = (name: ConnectionName, around: Surroundings): fc.Arbitrary<object> => {
  const rows = optionsOf(name);
  const test = fc.record(Object.fromEntries(rows.map(([option, { kind }]) => [option, valueOf(kind, around)])), {
    requiredKeys: rows.filter(([, { required }]) => required === true).map(([option]) => option),
  });
  return fc.tuple(test, fc.constantFrom('protocol', 'conversation')).map(([each, prefers]) => accepted(each, prefers));
};
