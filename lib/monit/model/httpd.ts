import type { SslOptions } from '../connections/ssl';

/** Who may use Monit's interface. */
export type HttpdAllow =
  | {
      /** A host, an address, or a network: `10.0.0.0/8`. */
      readonly host: string;
    }
  | {
      /** A user. */
      readonly user: string;
      /** Its password, which anybody may read who may read the file. */
      readonly password: string;
      /** Whether it may only look. */
      readonly readOnly?: boolean;
    }
  | {
      /** A group of the host, whose members log in with their own passwords. */
      readonly group: string;
      /** Whether it may only look. */
      readonly readOnly?: boolean;
    }
  | {
      /** Absolute path of a file of users and passwords; Monit refuses the control file without it. */
      readonly passwordFile: string;
      /** How the passwords are kept there. Default: `cleartext`. */
      readonly digest?: 'cleartext' | 'md5' | 'crypt';
      /** Only these users of it. Default: all. */
      readonly users?: readonly string[];
    };

/** A Unix socket of Monit's. */
export interface HttpdSocket {
  /** Its absolute path. */
  readonly path: string;
  /** Who owns it, by name or number. Default: `root`. */
  readonly uid?: string | number;
  /** The group that owns it, by name or number. Default: `root`. */
  readonly gid?: string | number;
  /** Its mode. Default: `0600`. */
  readonly permission?: string;
  /** Whether it may only be asked. Needs Monit 5.30. Default: no. */
  readonly readOnly?: boolean;
}

/** A TCP port of Monit's. */
export interface HttpdPort {
  /** The port, 1 to 65535. */
  readonly port: number;
  /** The address it listens on; `*` for all. Default: `localhost`. */
  readonly address?: string;
  /** Whether it may only be asked. Needs Monit 5.30. Default: no. */
  readonly readOnly?: boolean;
  /** Speaks TLS, with the key that these options name. */
  readonly ssl?: SslOptions;
}

/**
 * Lets the `monit` command talk to the daemon: over a Unix socket that only root can open, or over a port.
 *
 * Source: Monit manual, "Monit HTTPD".
 */
export interface SetHttpd {
  /** Which statement this is. */
  readonly statement: 'set httpd';
  /** A Unix socket; a path alone is one that only root can open. */
  readonly unixSocket?: string | HttpdSocket;
  /** A TCP port. */
  readonly tcp?: HttpdPort;
  /** Who may use it. Default: this host, by 127.0.0.1. */
  readonly allow?: readonly HttpdAllow[];
  /** Whether Monit tells its version. Default of Monit: yes. */
  readonly signature?: boolean;
}
