import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import type { Comparison, PatternComparison, PatternFileComparison } from '../comparison';
import type { PingTest, PortTest, UnixSocketTest, UrlTest } from '../connections/table';
import type { HashType } from '../hash';
import { count, countOrPercent, load, operationsPerSecond, packets, packetsPerSecond, pagesPerSecond } from '../kinds/amounts/count';
import { percent, wholePercent } from '../kinds/amounts/percent';
import { size, sizeOrPercent, sizePerSecond } from '../kinds/amounts/size';
import { milliseconds, seconds } from '../kinds/amounts/time';
import { checksum, hash } from './checksums';
import { connection } from './connections';
import { limit, limitWithin, type Within } from './limits';
import type { Operand } from './operand';
import { restarts } from './restarts';
import { account, attribute, none, pattern, patternFile, permission } from './texts';

/** Operands of tests, in addition to their words, by the operand's name in the row. */
export interface Operands {
  /** No operand. */
  readonly none: unknown;
  /** Percentage. */
  readonly percent: Comparison<Percent>;
  /** Whole percentage. */
  readonly wholePercent: Comparison<Percent>;
  /** Bytes. */
  readonly size: Comparison<Size>;
  /** Bytes, or a percentage of the total. */
  readonly sizeOrPercent: Comparison<Size | Percent>;
  /** A number. */
  readonly count: Comparison<number>;
  /** Number, or a percentage of the limit. */
  readonly countOrPercent: Comparison<number | Percent>;
  /** Number, fractions allowed. */
  readonly load: Comparison<number>;
  /** Time, in whole seconds. */
  readonly duration: Comparison<Duration>;
  /** Time, in whole milliseconds. */
  readonly milliseconds: Comparison<Duration>;
  /** Bytes per second. */
  readonly sizePerSecond: Comparison<Size>;
  /** Operations per second. */
  readonly operationsPerSecond: Comparison<number>;
  /** Packets per second. */
  readonly packetsPerSecond: Comparison<number>;
  /** Pages per second. */
  readonly pagesPerSecond: Comparison<number>;
  /** Bytes within the last minutes, hours or days. */
  readonly sizeWithin: Comparison<Size> & Within;
  /** Packets within the last minutes, hours or days. */
  readonly packetsWithin: Comparison<number> & Within;
  /** A user or group, by name or number. */
  readonly account: {
    /** The name or number. */
    readonly account: string | number;
  };
  /** Text. */
  readonly attribute: {
    /** The text. */
    readonly attribute: string;
  };
  /** Text against a regular expression. */
  readonly pattern: PatternComparison;
  /** Text against the regular expressions of a file. */
  readonly patternFile: PatternFileComparison;
  /** The mode of a file. */
  readonly permission: {
    /** Three or four octal digits: `0644`. */
    readonly permission: string;
  };
  /** Checksum that must stay the same. */
  readonly hash: {
    /**
     * Algorithm. Monit's own default is MD5 up to 5.34 and SHA-256 from 6.0 on, so `md5` is always written.
     * @default 'md5'
     */
    readonly hash?: HashType;
  };
  /** A checksum. */
  readonly checksum: {
    /**
     * Algorithm.
     * @default the one that fits the length of `expect`, otherwise MD5
     */
    readonly hash?: HashType;
    /**
     * Expected checksum, in hexadecimal digits.
     * @default the checksum when Monit starts
     */
    readonly expect?: string;
  };
  /** Number of restarts within a number of cycles. */
  readonly restarts: {
    /** Number of restarts. */
    readonly restarts: number;
    /** Number of cycles. */
    readonly within: number;
  };
  /** A TCP or UDP port. */
  readonly port: PortTest;
  /** A URL. */
  readonly url: UrlTest;
  /** A Unix socket. */
  readonly unixSocket: UnixSocketTest;
  /** Ping replies of a host. */
  readonly ping: PingTest;
}

/** Every operand: its check, rendering and parsing. To add an operand, add its type above and a row. */
export const OPERANDS: { readonly [O in keyof Operands]: Operand<Operands[O]> } = {
  none,
  percent: limit(percent),
  wholePercent: limit(wholePercent),
  size: limit(size),
  sizeOrPercent: limit(sizeOrPercent),
  count: limit(count),
  countOrPercent: limit(countOrPercent),
  load: limit(load),
  duration: limit(seconds),
  milliseconds: limit(milliseconds),
  sizePerSecond: limit(sizePerSecond),
  operationsPerSecond: limit(operationsPerSecond),
  packetsPerSecond: limit(packetsPerSecond),
  pagesPerSecond: limit(pagesPerSecond),
  sizeWithin: limitWithin(size),
  packetsWithin: limitWithin(packets),
  account,
  attribute,
  pattern,
  patternFile,
  permission,
  hash,
  checksum,
  restarts,
  port: connection('port'),
  url: connection('url'),
  unixSocket: connection('unixSocket'),
  ping: connection('ping'),
};

/** The row of an operand. The table pairs each operand with its type, which the compiler can't follow by name. */
export function operandRow(operand: keyof Operands): Operand<unknown> {
  return OPERANDS[operand] as Operand<unknown>;
}
