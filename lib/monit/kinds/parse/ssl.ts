import type { Certificate, Fingerprint, SslOptions, TlsVersion } from '../ssl';
import type { Context } from './context';
import { checksum, hash, text, whole } from './values';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const VERSIONS: Readonly<Record<string, TlsVersion>> = {
  TLSV1: 'tlsv1',
  TLSV11: 'tlsv11',
  TLSV12: 'tlsv12',
  TLSV13: 'tlsv13',
  AUTO: 'auto',
  NOSSLV2: '-sslv2',
  NOSSLV3: '-sslv3',
  NOTLSV1: '-tlsv1',
  NOTLSV11: '-tlsv11',
  NOTLSV12: '-tlsv12',
  NOTLSV13: '-tlsv13',
};
/** Versions that Debian's OpenSSL is built without. */
const GONE = ['SSLV2', 'SSLV3'];
/** Tokens of TLS versions. */
export const VERSION_TOKENS: readonly string[] = [...Object.keys(VERSIONS), ...GONE];

const PATHS = {
  PEMFILE: 'pemFile',
  PEMCHAIN: 'pemChain',
  PEMKEY: 'pemKey',
  CLIENTPEMFILE: 'clientPemFile',
  CACERTIFICATEFILE: 'caCertificateFile',
  CACERTIFICATEPATH: 'caCertificatePath',
} as const satisfies Readonly<Record<string, keyof SslOptions>>;

/** Parses `using ssl`, optionally with options, from its first token. */
export function ssl(context: Context): true | SslOptions {
  const { cursor } = context;
  cursor.as('using ssl', 'SSLTOKEN');
  if (!cursor.comes('{')) {
    cursor.accept('{');
    return true;
  }
  cursor.insert('with options');
  return sslOptions(context);
}

/** Parses `{verify: enable, …}`. */
export function sslOptions(context: Context): SslOptions {
  const { cursor } = context;
  const options: Mutable<SslOptions> = {};
  cursor.expect('{');
  let first = true;
  while (cursor.accept('}') === undefined) {
    if (!first) cursor.join(',');
    first = false;
    option(context, options);
  }
  return options;
}

function option(context: Context, options: Mutable<SslOptions>): void {
  const { cursor } = context;
  const { kind } = cursor.expect('VERIFY', 'SELFSIGNED', 'VERSIONOPT', 'CIPHER', ...Object.keys(PATHS));
  cursor.expect(':');
  switch (kind) {
    case 'VERIFY':
      options.verify = cursor.expect('ENABLE', 'DISABLE').kind === 'ENABLE';
      return;
    case 'SELFSIGNED':
      options.selfSigned = cursor.expect('ALLOW', 'REJECTOPT').kind === 'ALLOW' ? 'allow' : 'reject';
      return;
    case 'VERSIONOPT':
      options.versions = versions(context);
      return;
    case 'CIPHER':
      options.ciphers = text(context, 'STRING');
      return;
    default:
      options[PATHS[kind as keyof typeof PATHS]] = text(context, 'PATH');
  }
}

/** Parses any number of TLS versions. */
export function versions(context: Context): TlsVersion[] {
  const { cursor } = context;
  const found: TlsVersion[] = [];
  for (let token = cursor.accept(...VERSION_TOKENS); token !== undefined; token = cursor.accept(...VERSION_TOKENS)) {
    if (GONE.includes(token.kind)) context.refuse(token, token.text, 'a version that Debian’s OpenSSL has: tlsv12, tlsv13');
    else found.push(VERSIONS[token.kind]!);
  }
  return found;
}

/** Parses `certificate checksum md5 "…"`, or `certificate valid > 30 days`. */
export function certificate(context: Context): Certificate {
  const { cursor } = context;
  cursor.expect('CERTIFICATE');
  if (cursor.accept('VALID') === undefined) return { fingerprint: fingerprint(context) };
  cursor.accept('GREATER');
  const validDays = whole(context);
  cursor.expect('DAY');
  return { validDays };
}

/** Parses `checksum [md5|sha1] [=] "…"`. */
export function fingerprint(context: Context): Fingerprint {
  const { cursor } = context;
  cursor.expect('CHECKSUM');
  const type = hash(context);
  cursor.accept('EQUAL');
  const token = cursor.expect('STRING');
  return { checksum: checksum(context, token, type) };
}
