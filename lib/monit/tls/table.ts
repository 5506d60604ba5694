import { quotedPath, quotedString } from '../escape';
import { wordIssues } from '../kinds/issues/report';
import { literalIssues, pathIssues } from '../kinds/issues/text';
import { text } from '../kinds/parse/values';
import type { Option } from './option';
import { versions, type TlsVersion } from './versions';

/** Options of TLS. Source: Monit manual, "SSL options". */
export interface SslOptions {
  /**
   * Verifies the other end's certificate. Set it explicitly: the default differs between versions.
   * @default Monit's own: false up to 6.0, true later
   */
  readonly verify?: boolean;
  /**
   * Handling of self-signed certificates.
   * @default Monit's own: rejected if certificates are verified
   */
  readonly selfSigned?: 'allow' | 'reject';
  /**
   * Versions that are allowed.
   * @default Monit's own: 1.2 and 1.3
   */
  readonly versions?: readonly TlsVersion[];
  /** Ciphers, in OpenSSL's list format. */
  readonly ciphers?: string;
  /** Path of Monit's own key and certificate, for servers that ask for one; Monit rejects the control file if it's missing. */
  readonly clientPemFile?: string;
  /** Path of a file of trusted certificates; Monit rejects the control file if it's missing. */
  readonly caCertificateFile?: string;
  /** Path of a directory of trusted certificates; Monit rejects the control file if it's missing. */
  readonly caCertificatePath?: string;
  /** For `set httpd`: path of one file with key and certificate. */
  readonly pemFile?: string;
  /** For `set httpd`: path of the certificates. */
  readonly pemChain?: string;
  /** For `set httpd`: path of the key. */
  readonly pemKey?: string;
}

/** Name of an option in the data. */
export type SslOption = keyof SslOptions;

const verify: Option<boolean> = {
  kind: 'flag',
  word: 'verify',
  *issues() {
    // Any value is rendered as one of the two words.
  },
  render: (value) => (value ? 'enable' : 'disable'),
  parse: ({ cursor }) => cursor.expect('ENABLE', 'DISABLE').kind === 'ENABLE',
};

const selfSigned: Option<'allow' | 'reject'> = {
  kind: 'selfSigned',
  word: 'selfsigned',
  issues: (place, value) => wordIssues(place, value, ['allow', 'reject']),
  render: (value) => value,
  parse: ({ cursor }) => (cursor.expect('ALLOW', 'REJECTOPT').kind === 'ALLOW' ? 'allow' : 'reject'),
};

const ciphers: Option<string> = {
  kind: 'ciphers',
  word: 'ciphers',
  issues: literalIssues,
  render: quotedString,
  parse: (context) => text(context, 'STRING'),
};

function path(word: string, kind: 'file' | 'directory', serverOnly?: true): Option<string> {
  return {
    kind,
    word,
    ...(serverOnly === undefined ? {} : { serverOnly }),
    issues: pathIssues,
    render: quotedPath,
    parse: (context) => text(context, 'PATH'),
  };
}

/** Every option, in the order in which they are rendered. To add an option, add its type above and a row. */
export const OPTIONS: { readonly [O in SslOption]-?: Option<NonNullable<SslOptions[O]>> } = {
  verify,
  selfSigned,
  versions,
  ciphers,
  clientPemFile: path('clientpemfile', 'file'),
  caCertificateFile: path('cacertificatefile', 'file'),
  caCertificatePath: path('cacertificatepath', 'directory'),
  pemFile: path('pemfile', 'file', true),
  pemChain: path('pemchain', 'file', true),
  pemKey: path('pemkey', 'file', true),
};

/** The row of an option. The table pairs each option with its type, which the compiler can't follow by name. */
export function optionRow(option: SslOption): Option<unknown> {
  return OPTIONS[option] as Option<unknown>;
}
