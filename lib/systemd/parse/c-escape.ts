/** A C escape that was read. */
export interface CEscape {
  /** The bytes that it represents. */
  readonly bytes: string;
  /** Number of characters after the backslash. */
  readonly length: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', '"': '"', "'": "'", s: ' ' },
};

/** Additional escapes to accept. */
export interface CEscapeOptions {
  /** Accepts NUL. */
  readonly acceptNul?: boolean;
  /** Accepts lone surrogates, as systemd before 262 does. */
  readonly halfPairs?: boolean;
}

/** Reads the escape after a backslash; undefined if it isn't valid. Source: cunescape_one in systemd's escape.c. */
export function readCEscape(rest: string, { acceptNul = false, halfPairs = false }: CEscapeOptions = {}): CEscape | undefined {
  const simple = Object.hasOwn(SIMPLE, rest[0] ?? '') ? SIMPLE[rest[0]!] : undefined;
  if (simple !== undefined) return { bytes: simple, length: 1 };
  const byte = /^x([0-9a-fA-F]{2})/.exec(rest) ?? /^([0-7]{3})/.exec(rest);
  if (byte !== null) {
    const value = Number.parseInt(byte[1]!, rest.startsWith('x') ? 16 : 8);
    return value > 255 || (value === 0 && !acceptNul) ? undefined : { bytes: String.fromCharCode(value), length: byte[0].length };
  }
  const point = /^u([0-9a-fA-F]{4})/.exec(rest) ?? /^U([0-9a-fA-F]{8})/.exec(rest);
  if (point === null) return undefined;
  const value = Number.parseInt(point[1]!, 16);
  if (value === 0 && !acceptNul) return undefined;
  if (rest.startsWith('U') ? !isValidPoint(value) : !halfPairs && isHalfPair(value)) return undefined;
  return { bytes: encode(value), length: point[0].length };
}

function isHalfPair(value: number): boolean {
  return value >= 0xd800 && value < 0xe000;
}

function isValidPoint(value: number): boolean {
  if (value > 0x10ffff || isHalfPair(value)) return false;
  return (value & 0xfffe) !== 0xfffe && !(value >= 0xfdd0 && value <= 0xfdef);
}

/** Encodes a code point as UTF-8, including lone surrogates, which `\u` permits. */
function encode(value: number): string {
  const tail = (shift: number): number => 0x80 | ((value >> shift) & 0x3f);
  if (value < 0x80) return String.fromCharCode(value);
  if (value < 0x800) return String.fromCharCode(0xc0 | (value >> 6), tail(0));
  if (value < 0x10000) return String.fromCharCode(0xe0 | (value >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (value >> 18), tail(12), tail(6), tail(0));
}

/** Undoes C escapes in text that extends to the end of the line; undefined if an escape is invalid. Source: cunescape. */
export function unescapeC(bytes: string, options: CEscapeOptions = {}): string | undefined {
  let result = '';
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== '\\') {
      result += bytes[at]!;
      continue;
    }
    const escape = readCEscape(bytes.slice(at + 1), options);
    if (escape === undefined) return undefined;
    result += escape.bytes;
    at += escape.length;
  }
  return result;
}
