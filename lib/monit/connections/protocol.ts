import type { Percent } from '../../values/percent';
import type { Fingerprint } from './ssl';
import type { Comparison } from '../comparison';

/** What a protocol can be told, by the name that it has in the data. */
export interface ProtocolOptionTypes {
  /** User to log in as; anybody may read it who may read the file. */
  readonly username: string;
  /** Password to log in with; anybody may read it who may read the file. */
  readonly password: string;
  /** Database to log in to; needs Monit 5.29. */
  readonly database: string;
  /** Checksum of the server's public key. */
  readonly rsaKey: Fingerprint;
  /** Secret that both ends have. */
  readonly secret: string;
  /** Path, perhaps with a query. */
  readonly request: string;
  /** Path of a page. */
  readonly path: string;
  /** Status of the answer. Default of Monit: below 400. */
  readonly status: Comparison<number>;
  /** Method of the request. Default: `get`. */
  readonly method: 'get' | 'head';
  /** Checksum of the answer's body, MD5 or SHA-1. */
  readonly checksum: string;
  /** Host that the request names. Default: the one that Monit connects to. */
  readonly hostHeader: string;
  /** Other headers of the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Origin` of the request. */
  readonly origin: string;
  /** `Host` of the request. */
  readonly host: string;
  /** Version of the protocol. */
  readonly version: number;
  /** Who is called. */
  readonly target: string;
  /** How often the call may be passed on. */
  readonly maxForward: number;
  /** Workers that are logging. */
  readonly logLimit: Comparison<Percent>;
  /** Workers that are closing. */
  readonly closeLimit: Comparison<Percent>;
  /** Workers that look up names. */
  readonly dnsLimit: Comparison<Percent>;
  /** Workers that keep a connection alive. */
  readonly keepaliveLimit: Comparison<Percent>;
  /** Workers that answer. */
  readonly replyLimit: Comparison<Percent>;
  /** Workers that read a request. */
  readonly requestLimit: Comparison<Percent>;
  /** Workers that start. */
  readonly startLimit: Comparison<Percent>;
  /** Workers that wait. */
  readonly waitLimit: Comparison<Percent>;
  /** Workers that end gracefully. */
  readonly gracefulLimit: Comparison<Percent>;
  /** Workers that clean up. */
  readonly cleanupLimit: Comparison<Percent>;
}

/** The name of an option in the data. */
export type ProtocolOption = keyof ProtocolOptionTypes;

/** One protocol. */
export interface ProtocolRow {
  /** What it can be told. */
  readonly options: readonly ProtocolOption[];
  /** Monit refuses it without any option. */
  readonly needsOption?: true;
  /** It is spoken over UDP alone, so that `type udp` is what is written where nothing is said. */
  readonly udp?: true;
  /** The first Monit version that knows its options; absent: 5.27 or older. */
  readonly optionsSince?: string;
}

const LOGIN = ['username', 'password'] as const;
const HTTP = [...LOGIN, 'request', 'checksum', 'status', 'method', 'hostHeader', 'headers'] as const;
const LIMITS = [
  'logLimit', 'closeLimit', 'dnsLimit', 'keepaliveLimit', 'replyLimit', 'requestLimit', 'startLimit', 'waitLimit', 'gracefulLimit',
  'cleanupLimit',
] as const; // prettier-ignore

/**
 * Every protocol, by Monit's word for it. A new one is a new row.
 *
 * Source: Monit manual, "Network tests", "Protocol"; none was added or removed between 5.27 and 6.0.
 *
 * @hidden the rows are of more use in the source than as hundreds of pages
 */
export const PROTOCOLS = {
  'apache-status': { options: [...LOGIN, 'path', ...LIMITS], needsOption: true },
  clamav: { options: [] },
  default: { options: [] },
  dns: { options: [] },
  dwp: { options: [] },
  fail2ban: { options: [] },
  ftp: { options: [] },
  gps: { options: [] },
  http: { options: HTTP },
  https: { options: HTTP },
  imap: { options: [] },
  imaps: { options: [] },
  ldap2: { options: [] },
  ldap3: { options: [] },
  lmtp: { options: [] },
  memcache: { options: [] },
  mongodb: { options: [] },
  mqtt: { options: LOGIN },
  mysql: { options: [...LOGIN, 'rsaKey'] },
  mysqls: { options: LOGIN },
  nntp: { options: [] },
  ntp3: { options: [] },
  pgsql: { options: [...LOGIN, 'database'], optionsSince: '5.29' },
  pop: { options: [] },
  pops: { options: [] },
  'postfix-policy': { options: [] },
  radius: { options: ['secret'], udp: true },
  rdate: { options: [] },
  redis: { options: [] },
  rsync: { options: [] },
  sieve: { options: [] },
  sip: { options: ['target', 'maxForward'] },
  smtp: { options: LOGIN },
  smtps: { options: LOGIN },
  spamassassin: { options: [] },
  ssh: { options: [] },
  tns: { options: [] },
  websocket: { options: ['origin', 'request', 'host', 'version'], needsOption: true },
} as const satisfies Readonly<Record<string, ProtocolRow>>;

/** The name of a protocol, Monit's word for it. */
export type ProtocolName = keyof typeof PROTOCOLS;

/** A protocol and what it is told: `{ name: 'http', request: '/health' }`. */
export type Protocol = {
  readonly [P in ProtocolName]: {
    /** Monit's word for it. */
    readonly name: P;
  } & Partial<Pick<ProtocolOptionTypes, (typeof PROTOCOLS)[P]['options'][number]>>;
}[ProtocolName];

/** The name of what is spoken. */
export function protocolName(protocol: ProtocolName | Protocol | undefined): ProtocolName | undefined {
  return typeof protocol === 'object' ? protocol.name : protocol;
}

/** The row of a protocol, with its optional columns. */
export function protocolRow(name: ProtocolName): ProtocolRow {
  return PROTOCOLS[name];
}
