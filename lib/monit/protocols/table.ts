import type { Percent } from '../../values/percent';
import type { Comparison } from '../comparison';
import type { Fingerprint } from '../tls/certificate';
import { LARGEST_NUMBER } from '../units';
import { checksum, headers, method, request, status } from './http';
import { number, path, share, text } from './kinds';
import { rsaKey } from './mysql';
import type { Option } from './option';

/** Options of protocols, by their names in the data. */
export interface ProtocolOptionTypes {
  /** User to log in as, readable by anyone who can read the control file. */
  readonly username: string;
  /** Password to log in with, readable by anyone who can read the control file. */
  readonly password: string;
  /** Database to log in to; needs Monit 5.29. */
  readonly database: string;
  /** Checksum of the server's public key. */
  readonly rsaKey: Fingerprint;
  /** Secret shared by both ends. */
  readonly secret: string;
  /** Path, optionally with a query. */
  readonly request: string;
  /** Path of a page. */
  readonly path: string;
  /**
   * Status of the response.
   * @default Monit's own: below 400
   */
  readonly status: Comparison<number>;
  /**
   * Method of the request.
   * @default 'get'
   */
  readonly method: 'get' | 'head';
  /** Checksum of the response's body, MD5 or SHA-1. */
  readonly checksum: string;
  /**
   * Host named in the request.
   * @default the host that Monit connects to
   */
  readonly hostHeader: string;
  /** Other headers of the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Origin` header of the request. */
  readonly origin: string;
  /** `Host` header of the request. */
  readonly host: string;
  /** Version of the protocol. */
  readonly version: number;
  /** Target of the call. */
  readonly target: string;
  /** Number of times the call may be forwarded. */
  readonly maxForward: number;
  /** Share of workers that are logging. */
  readonly logLimit: Comparison<Percent>;
  /** Share of workers that are closing a connection. */
  readonly closeLimit: Comparison<Percent>;
  /** Share of workers that are looking up names. */
  readonly dnsLimit: Comparison<Percent>;
  /** Share of workers that are keeping a connection alive. */
  readonly keepaliveLimit: Comparison<Percent>;
  /** Share of workers that are sending a response. */
  readonly replyLimit: Comparison<Percent>;
  /** Share of workers that are reading a request. */
  readonly requestLimit: Comparison<Percent>;
  /** Share of workers that are starting up. */
  readonly startLimit: Comparison<Percent>;
  /** Share of workers that are waiting. */
  readonly waitLimit: Comparison<Percent>;
  /** Share of workers that are finishing gracefully. */
  readonly gracefulLimit: Comparison<Percent>;
  /** Share of workers that are cleaning up. */
  readonly cleanupLimit: Comparison<Percent>;
}

/** Name of an option in the data. */
export type ProtocolOption = keyof ProtocolOptionTypes;

/** Every option: its check, rendering and parsing. To add an option, add its type above and a row. */
export const OPTIONS: { readonly [O in ProtocolOption]: Option<ProtocolOptionTypes[O]> } = {
  username: text('username', 'MAILADDR'),
  password: text('password'),
  database: text('database'),
  rsaKey,
  secret: text('secret'),
  request,
  path: path('path'),
  status,
  method,
  checksum,
  hostHeader: text('hostheader'),
  headers,
  origin: text('origin'),
  host: text('host'),
  version: number('version', LARGEST_NUMBER, 'Use a number such as 13.'),
  target: text('target', 'MAILADDR'),
  maxForward: number('maxforward', 255, 'Use at most 255: Monit replaces a larger number with 70.'),
  logLimit: share('loglimit'),
  closeLimit: share('closelimit'),
  dnsLimit: share('dnslimit'),
  keepaliveLimit: share('keepalivelimit'),
  replyLimit: share('replylimit'),
  requestLimit: share('requestlimit'),
  startLimit: share('startlimit'),
  waitLimit: share('waitlimit'),
  gracefulLimit: share('gracefullimit'),
  cleanupLimit: share('cleanuplimit'),
};

/** Row of one protocol. */
export interface ProtocolRow {
  /** Options of the protocol. */
  readonly options: readonly ProtocolOption[];
  /** Set if Monit rejects the protocol without any option. */
  readonly needsOption?: true;
  /** Set if the protocol runs over UDP only, so that `type udp` is written unless a type is set. */
  readonly udp?: true;
  /** First Monit version that knows its options; absent for 5.27 or older. */
  readonly optionsSince?: string;
}

const LOGIN = ['username', 'password'] as const;
const HTTP = [...LOGIN, 'request', 'checksum', 'status', 'method', 'hostHeader', 'headers'] as const;
const LIMITS = [
  'logLimit', 'closeLimit', 'dnsLimit', 'keepaliveLimit', 'replyLimit', 'requestLimit', 'startLimit', 'waitLimit', 'gracefulLimit',
  'cleanupLimit',
] as const; // prettier-ignore

/**
 * Every protocol, by Monit's name for it. To add a protocol, add a row.
 *
 * Source: Monit manual, "Network tests", "Protocol"; none was added or removed between 5.27 and 6.0.
 *
 * @hidden the rows are easier to read in the source than as hundreds of pages
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

/** Name of a protocol in Monit. */
export type ProtocolName = keyof typeof PROTOCOLS;

/** A protocol with its options: `{ name: 'http', request: '/health' }`. */
export type Protocol = {
  readonly [P in ProtocolName]: {
    /** Name of the protocol in Monit. */
    readonly name: P;
  } & Partial<Pick<ProtocolOptionTypes, (typeof PROTOCOLS)[P]['options'][number]>>;
}[ProtocolName];

/**
 * Name of a protocol, given with or without options.
 * @returns undefined when no protocol is given
 */
export function protocolName(protocol: ProtocolName | Protocol | undefined): ProtocolName | undefined {
  return typeof protocol === 'object' ? protocol.name : protocol;
}

/** The row of an option. The table pairs each option with its type, which the compiler can't follow by name. */
export function optionRow(option: ProtocolOption): Option<unknown> {
  return OPTIONS[option] as Option<unknown>;
}

/** The row of a protocol, with its optional columns. */
export function protocolRow(name: ProtocolName): ProtocolRow {
  return PROTOCOLS[name];
}
