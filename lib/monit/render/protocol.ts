import { Percent } from '../../values/percent';
import { bare, headerValue } from '../bare';
import type { Comparison } from '../comparison';
import { protocolRow, type Protocol, type ProtocolName, type ProtocolOption, type ProtocolOptionTypes } from '../connections/protocol';
import { decimal, quotedPath, quotedString } from '../escape';

const compared =
  (word: string) =>
  ({ operator, limit }: Comparison<number | Percent>) =>
    `${word} ${operator} ${limit instanceof Percent ? `${decimal(limit.value)}%` : decimal(limit)}`;
const text = (word: string) => (value: string) => `${word} ${quotedString(value)}`;
const path = (word: string) => (value: string) => `${word} ${quotedPath(value)}`;
const number = (word: string) => (value: number) => `${word} ${decimal(value)}`;

const WRITERS: { readonly [O in ProtocolOption]: (value: ProtocolOptionTypes[O]) => string } = {
  username: text('username'),
  password: text('password'),
  database: text('database'),
  rsaKey: ({ checksum }) => `rsakey checksum ${quotedString(checksum)}`,
  secret: text('secret'),
  request: path('request'),
  path: path('path'),
  status: compared('status'),
  method: (method) => `method ${method}`,
  checksum: text('checksum'),
  hostHeader: text('hostheader'),
  headers: (headers) =>
    `http headers [${Object.entries(headers)
      .map(([name, value]) => `${bare('headerName', name)}: ${headerValue(value)}`)
      .join(', ')}]`,
  origin: text('origin'),
  host: text('host'),
  version: number('version'),
  target: text('target'),
  maxForward: number('maxforward'),
  logLimit: compared('loglimit'),
  closeLimit: compared('closelimit'),
  dnsLimit: compared('dnslimit'),
  keepaliveLimit: compared('keepalivelimit'),
  replyLimit: compared('replylimit'),
  requestLimit: compared('requestlimit'),
  startLimit: compared('startlimit'),
  waitLimit: compared('waitlimit'),
  gracefulLimit: compared('gracefullimit'),
  cleanupLimit: compared('cleanuplimit'),
};

/** Renders `protocol http request "/x"`. */
export function protocol(given: ProtocolName | Protocol | undefined): string[] {
  if (given === undefined) return [];
  const { name, ...told } = typeof given === 'string' ? { name: given } : given;
  const options = (protocolRow(name)?.options ?? []).flatMap((option) => {
    const value = (told as Partial<ProtocolOptionTypes>)[option];
    // The table pairs each option with its type; the compiler can't follow a lookup by name.
    return value === undefined ? [] : [(WRITERS[option] as (value: unknown) => string)(value)];
  });
  return [[`protocol ${protocolRow(name) === undefined ? 'default' : name}`, ...options].join(' ')];
}
