import type { SslOptions } from '../tls/table';

/** Client that is allowed to use Monit's HTTP interface. */
export type HttpdAllow =
  | {
      /** Host name, address, or network: `10.0.0.0/8`. */
      readonly host: string;
    }
  | {
      /** Name of the user. */
      readonly user: string;
      /** Password of the user, readable by anyone who can read the control file. */
      readonly password: string;
      /** Limits the user to read access. */
      readonly readOnly?: boolean;
    }
  | {
      /** Group on the host, whose members log in with their own passwords. */
      readonly group: string;
      /** Limits the group to read access. */
      readonly readOnly?: boolean;
    }
  | {
      /** Absolute path of a file of users and passwords; Monit rejects the control file if it's missing. */
      readonly passwordFile: string;
      /**
       * Format of the passwords in that file.
       * @default 'cleartext'
       */
      readonly digest?: 'cleartext' | 'md5' | 'crypt';
      /**
       * Users of that file to allow.
       * @default all
       */
      readonly users?: readonly string[];
    };

/** Unix socket that Monit listens on. */
export interface HttpdSocket {
  /** Absolute path of the socket. */
  readonly path: string;
  /**
   * Owner, by name or number.
   * @default 'root'
   */
  readonly uid?: string | number;
  /**
   * Group, by name or number.
   * @default 'root'
   */
  readonly gid?: string | number;
  /**
   * Mode of the socket.
   * @default '0600'
   */
  readonly permission?: string;
  /**
   * Limits clients to read access. Needs Monit 5.30.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** TCP port that Monit listens on. */
export interface HttpdPort {
  /** The port, 1 to 65535. */
  readonly port: number;
  /**
   * Address to listen on; `*` for all.
   * @default 'localhost'
   */
  readonly address?: string;
  /**
   * Limits clients to read access. Needs Monit 5.30.
   * @default false
   */
  readonly readOnly?: boolean;
  /** Uses TLS, with the key that these options name. */
  readonly ssl?: SslOptions;
}

/**
 * Lets the `monit` command talk to the daemon, over a Unix socket that only root can open or over a TCP port.
 *
 * Source: Monit manual, "Monit HTTPD".
 */
export interface SetHttpd {
  /** Name of the statement. */
  readonly statement: 'set httpd';
  /** Unix socket. A plain path means one that only root can open. */
  readonly unixSocket?: string | HttpdSocket;
  /** TCP port. */
  readonly tcp?: HttpdPort;
  /**
   * Allowed clients.
   * @default this host, as 127.0.0.1
   */
  readonly allow?: readonly HttpdAllow[];
  /**
   * Shows Monit's version to clients.
   * @default Monit's own: true
   */
  readonly signature?: boolean;
}
