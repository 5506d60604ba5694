/**
 * Escaping for control files. For every text, each function returns one token, on one line, in Unicode normalisation form C. Text that Monit
 * can't represent (NUL, half a surrogate pair) is removed or replaced here, and reported by {@link ./issues}.
 *
 * Source: src/l.l and Util_handleEscapes of Monit 5.33; the rules hold on 5.27 to 6.0.
 */

type Quote = '"' | "'";

/** Token that Monit reads as text: a user, a group, a regular expression. Monit would read quoted text that starts with `/` as a path. */
export function quotedString(text: string): string {
  const token = quoted(text, '"');
  return token.startsWith('"/') ? `"\\0x2f${token.slice(2)}` : token;
}

/** Token that Monit reads as a path. */
export function quotedPath(path: string): string {
  return quoted(path, '"');
}

/** Name of a check or a group. */
export function quotedName(name: string): string {
  return quoted(name, '"');
}

/** User or group: a number as it is, a name as text. Monit would look up quoted digits as a name. */
export function account(nameOrId: string | number): string {
  return typeof nameOrId === 'number' || /^[0-9]+$/.test(nameOrId) ? decimal(Number(nameOrId)) : quotedString(nameOrId);
}

/** Command: words between double quotes, separated by blanks. There is no shell. */
export function quotedCommand(argv: readonly string[]): string {
  return `"${argv.map(word).join(' ')}"`;
}

/** Number as Monit reads it: digits, optionally a point and more digits; no sign, no exponent. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const magnitude = Math.abs(value);
  if (Number.isInteger(magnitude)) return BigInt(magnitude).toString();
  return magnitude.toFixed(6).replace(/\.?0+$/, '');
}

function word(text: string): string {
  // Monit decodes nothing outside single quotes, so only characters that mean nothing to its lexer are allowed there.
  return /^[A-Za-z0-9_./:=,@%+\-\u0080-\u{10ffff}]+$/u.test(text) && isRepresentable(text) ? text : quoted(text, "'");
}

function quoted(text: string, quote: Quote): string {
  const characters = Array.from(toWellFormed(text)).filter((character) => character !== '\0');
  const last = characters.length - 1;
  const keepUnicode = isRepresentable(text);
  const body = characters.map((character, index) => {
    if (character > '\u007f' && !keepUnicode) return bytes(character);
    return character === quote ? bytes(character) : encoded(character, index === 0 || index === last);
  });
  return quote + body.join('') + quote;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function encoded(character: string, atEdge: boolean): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  // Monit strips all quotes and blanks at both ends of a token before it decodes the rest.
  if (atEdge && /["' ]/.test(character)) return bytes(character);
  return character < ' ' || character === '\u007f' ? bytes(character) : character;
}

function bytes(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `\\0x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** True if the text survives unchanged: Terraform silently normalises all text to form C. */
function isRepresentable(text: string): boolean {
  return toWellFormed(text) === text && text.normalize('NFC') === text;
}

function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
