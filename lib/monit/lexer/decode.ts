/**
 * Decodes quoted tokens as Monit does. All quotes and blanks at both ends are removed first; then `\n \t \r \\ \(blank)` and `\0xHH` are
 * decoded. Other escapes stay as they are.
 *
 * Source: tried on Monit 5.27 to 6.0.
 */

/** Removes quotes and blanks from both ends. */
export function unquoted(token: string): string {
  return token.replace(/^["' \t\n\r\v\f]+/, '').replace(/["' \t\n\r\v\f]+$/, '');
}

/** A decoded text. */
export interface Decoded {
  /** The text. */
  readonly value: string;
  /** False if the bytes aren't defined or aren't UTF-8, so that the text differs from Monit's. */
  readonly exact: boolean;
}

const BACKSLASH = 0x5c;
const ZERO = 0x30;
const X = 0x78;
const SHORT: Readonly<Record<number, number>> = { 0x6e: 10, 0x74: 9, 0x72: 13, 0x20: 32, [BACKSLASH]: BACKSLASH };

/** Decodes a token with its quotes. */
export function decoded(token: string): Decoded {
  const text = unquoted(token);
  if (!text.includes('\\')) return { value: text, exact: true };
  const { bytes, defined } = escapesResolved(new TextEncoder().encode(text));
  const value = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { value, exact: defined && sameBytes(new TextEncoder().encode(value), bytes) };
}

/** Resolves escapes in place, as Monit does: `\0` without `x` leaves the byte that was there before. */
function escapesResolved(text: Uint8Array): { readonly bytes: Uint8Array; readonly defined: boolean } {
  let [from, to, defined] = [0, 0, true];
  while (from < text.length) {
    const [byte, next] = [text[from]!, text[from + 1]];
    if (byte !== BACKSLASH || next === undefined) text[to] = byte;
    else if (next in SHORT) {
      text[to] = SHORT[next]!;
      from += 1;
    } else if (next !== ZERO) text[to] = byte;
    else if (text[from + 2] !== X) defined = false;
    else if (text[from + 3] === ZERO && text[from + 4] === ZERO) text[to] = byte;
    else {
      text[to] = (digit(text[from + 3]) * 16 + digit(text[from + 4])) & 0xff;
      from += 4;
    }
    from += 1;
    to += 1;
  }
  return { bytes: text.subarray(0, to), defined };
}

/** Value of a hexadecimal digit. Monit doesn't check the character, so any other one becomes some number, too. */
function digit(byte = 0): number {
  return byte >= 0x41 ? (byte & 0xdf) - 55 : byte - ZERO;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
