/**
 * Numbers, sizes, shares and time spans as systemd reads them. The functions return undefined for text that systemd refuses, including
 * numbers out of range.
 */

const U64 = 2n ** 64n - 1n;

/**
 * Reads a number in C notation: `0x1f`, `017`, `0b1`, `0o17`. Blanks are allowed only before it.
 * Source: safe_atou64_full, safe_atoi in systemd's parse-util.c.
 */
export function readInteger(text: string, least: bigint, most: bigint): bigint | undefined {
  const match = /^[ \t\n\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/.exec(text);
  if (match === null) return undefined;
  const digits = match[2]!;
  const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = match[1] === '-' ? -magnitude : magnitude;
  return value >= least && value <= most ? value : undefined;
}

/** Reads a number from 0 up. */
export const readUnsigned = (text: string, bits: 8 | 16 | 32 | 64): bigint | undefined => readInteger(text, 0n, 2n ** BigInt(bits) - 1n);
/** Reads a number of either sign. */
export const readSigned = (text: string, bits: 32 | 64): bigint | undefined =>
  readInteger(text, -(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n);

/** Reads octal digits up to 7777. Source: parse_mode. */
export function readMode(text: string): number | undefined {
  if (!/^[ \t\n\r]*[0-7]+$/.test(text)) return undefined;
  const mode = Number.parseInt(text.trim(), 8);
  return mode <= 0o7777 ? mode : undefined;
}

const SUFFIXES = ['E', 'P', 'T', 'G', 'M', 'K', 'B', ''];

/** Reads a number of bytes: `1G`, `1.5G`, `1G 512M`, with suffixes in descending order. Source: parse_size. */
export function readSize(text: string, base: 1000 | 1024): bigint | undefined {
  let total = 0n;
  let start = 0;
  let rest = text;
  do {
    const match = /^[ \t\n\r]*[+]?(\d+)(?:\.(\d*))?[ \t\n\r]*/.exec(rest);
    if (match === null) return undefined;
    rest = rest.slice(match[0].length);
    const suffix = SUFFIXES.findIndex((each, index) => index >= start && rest.startsWith(each));
    if (suffix < 0) return undefined;
    const power = Math.max(0, 6 - suffix);
    const factor = BigInt(base) ** BigInt(power);
    const whole = BigInt(match[1]!);
    const digits = match[2] ?? '';
    const fraction = digits === '' ? 0n : (BigInt(digits) * factor) / 10n ** BigInt(digits.length);
    total += whole * factor + fraction;
    if (whole > U64 || total > U64) return undefined;
    rest = rest.slice(SUFFIXES[suffix]!.length);
    start = suffix + 1;
  } while (rest !== '');
  return total;
}

/** Signs for shares, with the maximum number of fraction digits. */
const SHARES: readonly (readonly [sign: string, digits: number])[] = [
  ['%', 2],
  ['\u00e2\u0080\u00b0', 1],
  ['\u00e2\u0080\u00b1', 0],
];

/**
 * Reads a share in hundredths of a percent: `50%`, `12.34%`, `1.5‰`, `3‱`. Before 248, in tenths of a percent.
 * Source: parse_permyriad_unbounded, parse_permille_unbounded.
 */
export function readPermyriad(bytes: string, systemdVersion = Infinity): number | undefined {
  const coarse = systemdVersion < 248;
  const [sign, most] = SHARES.find(([each]) => bytes.endsWith(each)) ?? [];
  const digits = (most ?? -1) - (coarse ? 1 : 0);
  if (sign === undefined || digits < 0) return undefined;
  const match = new RegExp(`^([^.]*)(?:\\.([0-9]{1,${digits || 1}}))?$`).exec(bytes.slice(0, -sign.length));
  if (match === null || (digits === 0 && match[2] !== undefined)) return undefined;
  const whole = readSigned(match[1]!, 32);
  if (whole === undefined || whole < 0n) return undefined;
  const value = Number(whole) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0') || 0);
  return value > 0x7fffffff ? undefined : value * (coarse ? 10 : 1);
}

/** Names of time units and their microseconds, in the order in which systemd tries them. */
const UNITS: readonly (readonly [name: string, microseconds: bigint])[] = [
  ...(['seconds', 'second', 'sec', 's'] as const).map((name) => [name, 1_000_000n] as const),
  ...(['minutes', 'minute', 'min'] as const).map((name) => [name, 60_000_000n] as const),
  ...(['months', 'month', 'M'] as const).map((name) => [name, 2_629_800_000_000n] as const),
  ['msec', 1000n],
  ['ms', 1000n],
  ['m', 60_000_000n],
  ...(['hours', 'hour', 'hr', 'h'] as const).map((name) => [name, 3_600_000_000n] as const),
  ...(['days', 'day', 'd'] as const).map((name) => [name, 86_400_000_000n] as const),
  ...(['weeks', 'week', 'w'] as const).map((name) => [name, 604_800_000_000n] as const),
  ...(['years', 'year', 'y'] as const).map((name) => [name, 31_557_600_000_000n] as const),
  ...(['usec', 'us', '\u00ce\u00bcs', '\u00c2\u00b5s'] as const).map((name) => [name, 1n] as const),
];

const NANOSECONDS = ['nsec', 'ns'];

/**
 * Reads a time span in microseconds. `infinity` is the largest 64-bit number. Source: parse_time in systemd's time-util.c.
 *
 * @param bytes the text to read.
 * @param bare microseconds per unit for a number without a unit.
 * @param nanoseconds accepts `ns` as a unit, and reads bare numbers as nanoseconds: parse_nsec.
 */
export function readTime(bytes: string, bare = 1_000_000n, nanoseconds = false): bigint | undefined {
  if (/^[ \t\n\r]*infinity[ \t\n\r]*$/.test(bytes)) return U64;
  if (/^[ \t\n\r]*infinity/.test(bytes)) return undefined;
  let total = 0n;
  let rest = bytes.replace(/^[ \t\n\r]+/, '');
  if (rest === '') return undefined;
  while (rest !== '') {
    const number = /^[+]?(\d*)(\.\d+)?/.exec(rest)!;
    if (number[0] === '' || number[0] === '+') return undefined;
    rest = rest.slice(number[0].length);
    // "3." and "3.sec" are invalid.
    if (rest.startsWith('.') && number[2] === undefined) return undefined;
    const blanks = /^[ \t\n\r]*/.exec(rest)![0].length;
    const [name, factor] = unitAt(rest.slice(blanks), bare, nanoseconds);
    // A number must be followed by a unit, a blank or the end.
    if (name === '' && blanks === 0 && rest !== '') return undefined;
    rest = rest.slice(blanks + name.length).replace(/^[ \t\n\r]+/, '');
    const whole = BigInt(number[1] === '' ? 0 : number[1]!);
    if (whole > 2n ** 63n - 1n) return undefined;
    total += whole * factor + fractionOf(number[2], factor);
    if (total >= U64) return undefined;
  }
  return total;
}

function unitAt(rest: string, bare: bigint, nanoseconds: boolean): readonly [string, bigint] {
  const nano = nanoseconds ? NANOSECONDS.find((name) => rest.startsWith(name)) : undefined;
  if (nano !== undefined) return [nano, 0n];
  return UNITS.find(([name]) => rest.startsWith(name)) ?? ['', bare];
}

function fractionOf(digits: string | undefined, factor: bigint): bigint {
  if (digits === undefined) return 0n;
  return (BigInt(digits.slice(1)) * factor) / 10n ** BigInt(digits.length - 1);
}
