import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import type { PingTest, PortTest, UnixSocketTest, UrlTest } from '../connections/model';
import type { Comparison, PatternComparison, PatternFileComparison } from '../comparison';
import type { HashType } from '../hash';

/** What a test takes beside its words, by the name of the operand that its row has. */
export interface Operands {
  /** Nothing. */
  readonly none: unknown;
  /** A percentage. */
  readonly percent: Comparison<Percent>;
  /** A percentage, whole. */
  readonly wholePercent: Comparison<Percent>;
  /** Bytes. */
  readonly size: Comparison<Size>;
  /** Bytes, or a percentage of what there is. */
  readonly sizeOrPercent: Comparison<Size | Percent>;
  /** A number. */
  readonly count: Comparison<number>;
  /** A number, or a percentage of what is allowed. */
  readonly countOrPercent: Comparison<number | Percent>;
  /** A number, fractions allowed. */
  readonly load: Comparison<number>;
  /** A time, in whole seconds. */
  readonly duration: Comparison<Duration>;
  /** A time, in whole milliseconds. */
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
  /** A checksum that is to stay what it is. */
  readonly hash: {
    /** Which one. Default: MD5 up to Monit 5.34, SHA-256 from 6.0 on; so `md5` is what is written. */
    readonly hash?: HashType;
  };
  /** A checksum. */
  readonly checksum: {
    /** Which one. Default: the one that `expect` has the length of, else MD5. */
    readonly hash?: HashType;
    /** What it must be, in hexadecimal digits. Default: what it is when Monit starts. */
    readonly expect?: string;
  };
  /** So many restarts within so many cycles. */
  readonly restarts: {
    /** So many restarts. */
    readonly restarts: number;
    /** Within so many cycles. */
    readonly within: number;
  };
  /** A TCP or UDP port. */
  readonly port: PortTest;
  /** A URL. */
  readonly url: UrlTest;
  /** A Unix socket. */
  readonly unixSocket: UnixSocketTest;
  /** Whether a host answers to pings. */
  readonly ping: PingTest;
}

/** The time that traffic is counted over. */
export interface Within {
  /** Whole minutes, hours or days, at most those that Monit remembers. */
  readonly within: Duration;
}
