import { firstWord } from '../first-word';
import { readSize, readTime, readUnsigned } from '../numbers';
import { FINE, ignored, type Reader } from '../reader';

const INFINITY = 2n ** 64n - 1n;
const SECOND = 1_000_000n;

type Limit = (text: string) => bigint | undefined;

/** The kernel uses the highest number for "no limit", so systemd rejects it as a number. */
const below = (value: bigint | undefined): bigint | undefined => (value === INFINITY ? undefined : value);
const count: Limit = (text) => below(readUnsigned(text, 64));
const size: Limit = (text) => below(readSize(text, 1024));
const seconds: Limit = (text) => {
  const time = readTime(text);
  return time === undefined || time === INFINITY ? time : (time + SECOND - 1n) / SECOND;
};
const microseconds: Limit = (text) => readTime(text, 1n);

/** `+5` and `-5` are nice levels; a bare number is the kernel's own value. */
const nice: Limit = (text) => {
  const value = readUnsigned(text.replace(/^[+-]/, ''), 64);
  if (value === undefined) return undefined;
  if (text.startsWith('+')) return value < 20n ? 20n - value : undefined;
  if (text.startsWith('-')) return value <= 20n ? 20n + value : undefined;
  return value <= 40n ? value : undefined;
};

const KINDS: Readonly<Record<string, Limit>> = {
  ...{ LimitCPU: seconds, LimitFSIZE: size, LimitDATA: size, LimitSTACK: size, LimitCORE: size, LimitRSS: size, LimitAS: size },
  ...{ LimitNOFILE: count, LimitNPROC: count, LimitMEMLOCK: size, LimitLOCKS: count, LimitSIGPENDING: count, LimitMSGQUEUE: size },
  ...{ LimitNICE: nice, LimitRTPRIO: count, LimitRTTIME: microseconds },
};

/** Reads one limit, or soft and hard limits. Source: rlimit_parse in systemd's rlimit-util.c. */
export const rlimit: Reader = (value, { name }) => {
  const limit = (text: string): bigint | undefined => (text === 'infinity' && name !== 'LimitNICE' ? INFINITY : KINDS[name]!(text));
  const soft = firstWord(value, { separators: ':', everySeparator: true });
  if (soft === undefined || soft === 'invalid') return ignored('is not a limit');
  const [low, high] = [limit(soft.word), soft.rest === undefined ? undefined : limit(soft.rest)];
  if (low === undefined || (soft.rest !== undefined && high === undefined)) return ignored('is not a limit');
  return high !== undefined && low > high ? ignored('has a soft limit above the hard one') : FINE;
};
