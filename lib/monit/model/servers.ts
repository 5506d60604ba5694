import type { Fingerprint } from '../tls/certificate';
import type { SslOptions } from '../tls/table';
import type { Duration } from '../../values/duration';

/** A server that Monit sends mail through. */
export interface MailServer {
  /** Name or address of the server. */
  readonly host: string;
  /**
   * Port of the server.
   * @default 25
   */
  readonly port?: number;
  /** User to log in as, readable by anyone who can read the control file. */
  readonly username?: string;
  /** Password to log in with, readable by anyone who can read the control file. */
  readonly password?: string;
  /** Uses TLS: `true`, or these options. */
  readonly ssl?: true | SslOptions;
  /** Checksum of the server's certificate. */
  readonly fingerprint?: Fingerprint;
}

/** Mail servers for alerts. Source: Monit manual, "Setting a mail server for alert delivery". */
export interface SetMailServer {
  /** Name of the statement. */
  readonly statement: 'set mailserver';
  /** Servers, at least one; Monit tries them in order. */
  readonly servers: readonly MailServer[];
  /**
   * Timeout in whole seconds. Monit before 5.35 ignores values below 30.
   * @default Monit's own: 30 seconds; 5 seconds from 6.0 on
   */
  readonly timeout?: Duration;
  /**
   * Name by which Monit identifies itself.
   * @default the host's name
   */
  readonly hostname?: string;
}

/** An M/Monit server. */
export interface MmonitServer {
  /** URL with user and password, readable by anyone who can read the control file. */
  readonly url: string;
  /**
   * Timeout in whole seconds.
   * @default Monit's own: 5 seconds
   */
  readonly timeout?: Duration;
  /** Uses TLS: `true`, or these options. */
  readonly ssl?: true | SslOptions;
  /** Checksum of the server's certificate. */
  readonly fingerprint?: Fingerprint;
  /**
   * Sends the server the credentials of this Monit.
   * @default true
   */
  readonly registerCredentials?: boolean;
}

/** M/Monit servers that Monit reports everything to. Source: Monit manual, "M/Monit". */
export interface SetMmonit {
  /** Name of the statement. */
  readonly statement: 'set mmonit';
  /** Servers, at least one. */
  readonly servers: readonly MmonitServer[];
}
