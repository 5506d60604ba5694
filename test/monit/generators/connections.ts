import fc from 'fast-check';

import { PROTOCOLS, TLS_VERSIONS } from '../../../lib/monit';
import type { OptionKind } from '../../../lib/monit/protocols/option';
import { optionRow, protocolRow, type ProtocolName } from '../../../lib/monit/protocols/table';
import { Duration, Percent } from '../../../lib/values';
import { goodPath, hostileText, maybe, given, options, pattern, plainText, someText, whole } from './text';

/** What a host has to have, so that its Monit takes a control file. */
export interface Surroundings {
  /** A program. */
  readonly program: string;
  /** Whether rules per core may occur, which Monit refuses before they are scaled. */
  readonly perCore: boolean;
  /** A file of a key and its certificate, root's alone. Default: no test is given one. */
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

/** A text that is the value of a header. */
const headerValue = fc.oneof(plainText(/"/g), plainText(/'/g)).map((text) => text.replace(/^["'\s]+|["'\s]+$/g, '') || 'v');

/** Values of options, by their kind. */
const OPTIONS: { readonly [K in OptionKind]: fc.Arbitrary<unknown> } = {
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
  const told = options(Object.fromEntries(row.options.map((option) => [option, OPTIONS[optionRow(option).kind]])));
  return told.map((given): object | string => {
    // A key is judged with a login only, and some protocols are refused bare.
    const login = 'rsaKey' in given ? { username: 'u', password: 'p' } : {};
    const least =
      row.needsOption === true && Object.keys(given).length === 0 ? { [row.options[2]!]: name === 'websocket' ? 'h' : '/s' } : {};
    const body = 'method' in given && given.method === 'head' ? { checksum: undefined } : {};
    const all = Object.fromEntries(
      Object.entries({ name, ...given, ...login, ...least, ...body }).filter(([, value]) => value !== undefined),
    );
    return Object.keys(all).length === 1 ? name : all;
  });
});

/** How Monit speaks TLS to others. */
export const ssl = ({ keyFile }: Surroundings) =>
  fc.oneof(
    fc.constant(true as const),
    options({
      verify: fc.boolean(),
      selfSigned: fc.constantFrom('allow' as const, 'reject' as const),
      versions: fc.subarray([...TLS_VERSIONS], { minLength: 1 }),
      ciphers: fc.constantFrom('HIGH', 'ECDHE+AESGCM:!aNULL'),
      ...(keyFile === undefined ? {} : { clientPemFile: fc.constant(keyFile), caCertificateFile: fc.constant(keyFile) }),
    }).map((all) => (Object.keys(all).length === 0 ? (true as const) : all)),
  );

const timeout = whole(1, 600).map((n) => Duration.seconds(n));
const responseTime = fc.record({ operator, limit: whole(1, 5000).map((n) => Duration.milliseconds(n)) });
const is = fc.constantFrom('failed' as const, 'succeeded' as const);
const retry = whole(1, 10);
const conversation = fc.array(
  fc.oneof(
    hostileText.map((send) => ({ send })),
    pattern.map((expect) => ({ expect })),
  ),
  { minLength: 1, maxLength: 3 },
);
const certificate = options({ fingerprint, validDays: whole(1, 365) }).filter((all) => Object.keys(all).length > 0);
const speaks = fc.oneof(
  fc.constant({}),
  protocol.map((each) => ({ protocol: each })),
  conversation.map((each) => ({ conversation: each })),
);
/** A MySQL server's key is judged in clear only. */
const isKeyed = (spoken: object): boolean => {
  const { protocol: each } = spoken as { protocol?: string | { rsaKey?: unknown } };
  return typeof each === 'object' && each.rsaKey !== undefined;
};
/** RADIUS is spoken over UDP alone. */
const isRadius = (spoken: object): boolean => {
  const { protocol: each } = spoken as { protocol?: string | { name: string } };
  return (typeof each === 'object' ? each.name : each) === 'radius';
};
/** An answer to HEAD has no body. */
const isBodiless = (spoken: object): boolean => {
  const { protocol: each } = spoken as { protocol?: string | { method?: string } };
  return typeof each === 'object' && each.method === 'head';
};
const isHttp = (spoken: object): boolean => {
  const { protocol: each } = spoken as { protocol?: string | { name: string } };
  return ['http', 'https'].includes(typeof each === 'object' ? each.name : (each ?? ''));
};
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

/** Connection tests, by the operand. */
export const connections = (around: Surroundings) => ({
  port: fc
    .tuple(
      whole(1, 65_535),
      speaks,
      options({
        is, host: address, family: fc.constantFrom('ipv4', 'ipv6'), type: fc.constantFrom('tcp', 'udp'), ssl: ssl(around), certificate,
        address: ownAddress, timeout, responseTime, retry, content: patternComparison,
      }), // prettier-ignore
    )
    .map(([port, spoken, { content, ssl: how, certificate: what, type, ...rest }]) =>
      given({
        port,
        ...spoken,
        ...rest,
        ...(isRadius(spoken) ? {} : { type }),
        ...(isHttp(spoken) && !isBodiless(spoken) ? { content } : {}),
        ...(isKeyed(spoken) ? {} : { ssl: how, certificate: what }),
      }),
    ),
  url: fc
    .tuple(url, options({ is, content: patternComparison, ssl: ssl(around), certificate, timeout, retry }))
    .map(([each, rest]) => ({ url: each, ...rest })),
  unixSocket: fc
    .tuple(goodPath, speaks, options({ is, type: fc.constantFrom('tcp', 'udp'), timeout, responseTime, retry }))
    .map(([path, spoken, { type, ...rest }]) => given({ path, ...spoken, ...rest, ...(isRadius(spoken) ? {} : { type }) })),
  ping: fc
    .record({
      is: maybe(is),
      family: maybe(fc.constantFrom('ipv4', 'ipv6')),
      count: maybe(whole(1, 20)),
      size: maybe(whole(8, 1492)),
      timeout: maybe(timeout),
      responseTime: maybe(responseTime),
    }) // prettier-ignore
    .map(given),
});
