import type { Fingerprint, SslOptions } from '../connections/ssl';
import type { Duration } from '../../values/duration';

/** A server that takes Monit's mails. */
export interface MailServer {
  /** Name or address. */
  readonly host: string;
  /** Default: 25. */
  readonly port?: number;
  /** User to log in as; anybody may read it who may read the file. */
  readonly username?: string;
  /** Password to log in with; anybody may read it who may read the file. */
  readonly password?: string;
  /** Speaks TLS: `true`, or with these options. */
  readonly ssl?: true | SslOptions;
  /** Checksum of the server's certificate. */
  readonly fingerprint?: Fingerprint;
}

/** Who takes Monit's mails. Source: Monit manual, "Setting a mail server for alert delivery". */
export interface SetMailServer {
  /** Which statement this is. */
  readonly statement: 'set mailserver';
  /** At least one; the others are tried in turn. */
  readonly servers: readonly MailServer[];
  /** How long it may take, in whole seconds; less than 30 is not heeded before Monit 5.35. Default of Monit: 30, from 6.0 on 5. */
  readonly timeout?: Duration;
  /** What Monit calls itself. Default: the host's name. */
  readonly hostname?: string;
}

/** An M/Monit server. */
export interface MmonitServer {
  /** Its URL, with user and password, which anybody may read who may read the file. */
  readonly url: string;
  /** How long it may take, in whole seconds. Default of Monit: 5. */
  readonly timeout?: Duration;
  /** Speaks TLS as these options say. */
  readonly ssl?: true | SslOptions;
  /** Checksum of the server's certificate. */
  readonly fingerprint?: Fingerprint;
  /** Whether the server is told how to log in to this Monit. Default: yes. */
  readonly registerCredentials?: boolean;
}

/** M/Monit servers that are told everything. Source: Monit manual, "M/Monit". */
export interface SetMmonit {
  /** Which statement this is. */
  readonly statement: 'set mmonit';
  /** At least one. */
  readonly servers: readonly MmonitServer[];
}
