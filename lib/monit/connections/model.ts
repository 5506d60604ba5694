import type { Duration } from '../../values/duration';
import type { Comparison, PatternComparison } from '../comparison';
import type { Protocol, ProtocolName } from '../protocols/table';
import type { Certificate, SslOptions } from '../kinds/ssl';

/** Properties of every connection test. */
export interface ConnectionTest {
  /**
   * Outcome that fires the rule: a connection that fails, or one that succeeds but should fail.
   * @default 'failed'
   */
  readonly is?: 'failed' | 'succeeded';
  /**
   * Time that Monit waits for a response, in whole seconds.
   * @default Monit's own: 5 seconds
   */
  readonly timeout?: Duration;
  /**
   * Number of attempts in a cycle before the connection counts as failed.
   * @default Monit's own: once
   */
  readonly retry?: number;
}

/** A step of a conversation in plain text. */
export type ConversationStep =
  | {
      /** Text to send, unchanged; `\0` and other bytes can't be sent. */
      readonly send: string;
    }
  | {
      /** POSIX extended regular expression that the response must match. */
      readonly expect: string;
    };

/** Protocol or conversation of a connection. */
export interface Conversation {
  /**
   * Protocol: `redis`, or `{ name: 'http', request: '/health' }`.
   * @default Monit only connects
   */
  readonly protocol?: ProtocolName | Protocol;
  /** Conversation of your own, when no {@link protocol} is set. */
  readonly conversation?: readonly ConversationStep[];
  /** Limit on the response time. Needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
}

/** Encryption of a connection. */
export interface Encryption {
  /** Uses TLS: `true`, or these options. Protocols like `https` use it anyway. */
  readonly ssl?: true | SslOptions;
  /** Requirements on the other end's certificate. */
  readonly certificate?: Certificate;
}

/** A test of a TCP or UDP port. Source: Monit manual, "TCP/UDP port test". */
export interface PortTest extends ConnectionTest, Conversation, Encryption {
  /** The port, 1 to 65535. */
  readonly port: number;
  /**
   * Host to connect to.
   * @default the address of a host check; the host itself in a process check
   */
  readonly host?: string;
  /**
   * IP version.
   * @default any that the name resolves to
   */
  readonly family?: 'ipv4' | 'ipv6';
  /**
   * Transport protocol.
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'udp';
  /**
   * Source address of the connection.
   * @default the system's choice
   */
  readonly address?: string;
  /** Pattern that an HTTP response must match, or must not. */
  readonly content?: PatternComparison;
}

/** A test of a URL. Source: Monit manual, "Connection test using a URL". */
export interface UrlTest extends ConnectionTest, Encryption {
  /** URL with `http://` or `https://`. A user and password in it are readable by anyone who can read the control file. */
  readonly url: string;
  /** Pattern that the response must match, or must not. */
  readonly content?: PatternComparison;
}

/** A test of a Unix socket. Source: Monit manual, "UNIX socket connection tests". */
export interface UnixSocketTest extends ConnectionTest, Conversation {
  /** Absolute path of the socket. */
  readonly path: string;
  /**
   * Type of the socket; `tcp` means a stream.
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'udp';
}

/** A test by ping. Source: Monit manual, "Ping test". */
export interface PingTest extends Omit<ConnectionTest, 'retry'> {
  /**
   * IP version.
   * @default any that the name resolves to
   */
  readonly family?: 'ipv4' | 'ipv6';
  /**
   * Number of pings to send; one reply is enough.
   * @default Monit's own: 3
   */
  readonly count?: number;
  /**
   * Size of a ping in bytes, 8 to 1492.
   * @default Monit's own: 64
   */
  readonly size?: number;
  /** Limit on the response time. Needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
  /**
   * Source address of the pings.
   * @default the system's choice
   */
  readonly address?: string;
}
