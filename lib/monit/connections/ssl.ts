import type { HashType } from '../hash';

/** Versions of TLS that Monit names; `auto` is 1.2 and 1.3, and with `-` before it one is not spoken. */
export const TLS_VERSIONS = [
  'tlsv1', 'tlsv11', 'tlsv12', 'tlsv13', 'auto', '-sslv2', '-sslv3', '-tlsv1', '-tlsv11', '-tlsv12', '-tlsv13',
] as const; // prettier-ignore

/** A version of TLS that Monit names. */
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** How Monit speaks TLS. Source: Monit manual, "SSL options". */
export interface SslOptions {
  /** Whether the other end's certificate is verified. Default of Monit: no, up to 6.0; say it. */
  readonly verify?: boolean;
  /** Whether a certificate may be signed by itself. Default of Monit: not where it verifies. */
  readonly selfSigned?: 'allow' | 'reject';
  /** Versions that may be spoken. Default of Monit: 1.2 and 1.3. */
  readonly versions?: readonly TlsVersion[];
  /** Ciphers, as OpenSSL lists them. */
  readonly ciphers?: string;
  /** Path of Monit's own key and certificate, for servers that ask for one; Monit refuses the control file without it. */
  readonly clientPemFile?: string;
  /** Path of certificates to trust; Monit refuses the control file without it. */
  readonly caCertificateFile?: string;
  /** Path of a directory of certificates to trust; Monit refuses the control file without it. */
  readonly caCertificatePath?: string;
  /** Of `set httpd`: path of key and certificate in one file. */
  readonly pemFile?: string;
  /** Of `set httpd`: path of the certificates. */
  readonly pemChain?: string;
  /** Of `set httpd`: path of the key. */
  readonly pemKey?: string;
}

/** A checksum and its kind. */
export interface Fingerprint {
  /** Default: the one that its length tells. `sha256` needs Monit 6.0, and is not written. */
  readonly hash?: HashType;
  /** Hexadecimal digits. */
  readonly checksum: string;
}

/** What a certificate has to be. */
export interface Certificate {
  /** Its checksum. */
  readonly fingerprint?: Fingerprint;
  /** For how many more days it has to be valid. */
  readonly validDays?: number;
}
