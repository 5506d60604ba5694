import type { Duration } from '../../values/duration';
import type { Comparison, PatternComparison } from '../comparison';
import type { Protocol, ProtocolName } from './protocol';
import type { Certificate, SslOptions } from './ssl';

/** What is judged of a connection, and how. */
export interface ConnectionTest {
  /** Whether the rule is about a connection that fails, or about one that succeeds and should not. Default: `failed`. */
  readonly is?: 'failed' | 'succeeded';
  /** How long Monit waits for an answer, in whole seconds. Default of Monit: 5 seconds. */
  readonly timeout?: Duration;
  /** How often Monit tries within a cycle before it calls it failed. Default of Monit: once. */
  readonly retry?: number;
}

/** A step of a conversation in plain text. */
export type ConversationStep =
  | {
      /** Sent as it is; `\0` and other bytes can't be said. */
      readonly send: string;
    }
  | {
      /** POSIX extended regular expression that the answer has to match. */
      readonly expect: string;
    };

/** How the two ends speak. */
export interface Conversation {
  /** What is spoken: `redis`, or `{ name: 'http', request: '/health' }`. Default: Monit only connects. */
  readonly protocol?: ProtocolName | Protocol;
  /** A conversation of one's own, where no {@link protocol} is named. */
  readonly conversation?: readonly ConversationStep[];
  /** How long an answer may take; needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
}

/** Encryption of a connection. */
export interface Encryption {
  /** Speaks TLS: `true`, or with these options. Protocols like `https` do so by themselves. */
  readonly ssl?: true | SslOptions;
  /** What the other end's certificate has to be. */
  readonly certificate?: Certificate;
}

/** A TCP or UDP port. Source: Monit manual, "TCP/UDP port test". */
export interface PortTest extends ConnectionTest, Conversation, Encryption {
  /** The port, 1 to 65535. */
  readonly port: number;
  /** Where it is. Default: the address of a host check; the host itself in a process check. */
  readonly host?: string;
  /** Default: whatever the name resolves to. */
  readonly family?: 'ipv4' | 'ipv6';
  /** Default: `tcp`. */
  readonly type?: 'tcp' | 'udp';
  /** The address that Monit speaks from. Default: the system's choice. */
  readonly address?: string;
  /** What an answer over HTTP has to hold. */
  readonly content?: PatternComparison;
}

/** A URL. Source: Monit manual, "Connection test using a URL". */
export interface UrlTest extends ConnectionTest, Encryption {
  /** `http://`, `https://` and so on, perhaps with user and password, which anybody may read who may read the file. */
  readonly url: string;
  /** What the answer has to hold. */
  readonly content?: PatternComparison;
}

/** A Unix socket. Source: Monit manual, "UNIX socket connection tests". */
export interface UnixSocketTest extends ConnectionTest, Conversation {
  /** Its absolute path. */
  readonly path: string;
  /** Default: `tcp`, which means a stream. */
  readonly type?: 'tcp' | 'udp';
}

/** Pings. Source: Monit manual, "Ping test". */
export interface PingTest extends Omit<ConnectionTest, 'retry'> {
  /** Default: whatever the name resolves to. */
  readonly family?: 'ipv4' | 'ipv6';
  /** How many are sent; one answer is enough. Default of Monit: 3. */
  readonly count?: number;
  /** Bytes of a ping, 8 to 1492. Default of Monit: 64. */
  readonly size?: number;
  /** How long an answer may take; needs Monit 5.28. */
  readonly responseTime?: Comparison<Duration>;
  /** The address that Monit sends from. Default: the system's choice. */
  readonly address?: string;
}
