/** An escape of C that was read. */
export interface CEscape {
  /** Bytes that it stands for. */
  readonly bytes: string;
  /** How many characters of it there were after the backslash. */
  readonly length: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', '"': '"', "'": "'", s: ' ' },
};

/** What is an escape besides. */
export interface CEscapeOptions {
  /** A NUL. */
  readonly acceptNul?: boolean;
  /** Half of a surrogate pair, as before systemd 262. */
  readonly halfPairs?: boolean;
}

/** Reads what follows a backslash; undefined where it is no escape. Source: cunescape_one in systemd's escape.c. */
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

/** UTF-8 of a code point; of half a surrogate pair, too, which `\u` lets pass. */
function encode(value: number): string {
  const tail = (shift: number): number => 0x80 | ((value >> shift) & 0x3f);
  if (value < 0x80) return String.fromCharCode(value);
  if (value < 0x800) return String.fromCharCode(0xc0 | (value >> 6), tail(0));
  if (value < 0x10000) return String.fromCharCode(0xe0 | (value >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (value >> 18), tail(12), tail(6), tail(0));
}

/** Text with C escapes that ends with its line; undefined where an escape is none. Source: cunescape. */
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
