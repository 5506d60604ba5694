import type { HashType } from '../hash';

/** TLS versions that Monit accepts. `auto` is 1.2 and 1.3; a `-` in front disables a version. */
export const TLS_VERSIONS = [
  'tlsv1', 'tlsv11', 'tlsv12', 'tlsv13', 'auto', '-sslv2', '-sslv3', '-tlsv1', '-tlsv11', '-tlsv12', '-tlsv13',
] as const; // prettier-ignore

/** A TLS version that Monit accepts. */
export type TlsVersion = (typeof TLS_VERSIONS)[number];

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

/** A checksum with its algorithm. */
export interface Fingerprint {
  /**
   * Algorithm; `sha256` needs Monit 6.0. It isn't written to the control file: Monit goes by the number of digits.
   * @default the algorithm that fits the number of digits
   */
  readonly hash?: HashType;
  /** The checksum, in hexadecimal digits. */
  readonly checksum: string;
}

/** Requirements on a certificate. */
export interface Certificate {
  /** Checksum of the certificate. */
  readonly fingerprint?: Fingerprint;
  /** Number of days for which the certificate must still be valid. */
  readonly validDays?: number;
}
