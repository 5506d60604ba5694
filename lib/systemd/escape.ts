/**
 * One function for each way systemd reads text. The kind of the value (see kinds/) has already rejected text that its class can't
 * represent, so these functions never fail.
 */

/** Characters that need no quotes in any class of words. */
const BARE = /^[A-Za-z0-9_./:=,@+-]+$/;

/** Escapes a word of Exec…= (class `exec`): quotes, C escapes, `%%`, `$$`. Can represent any text except NUL. */
export function escapeExecWord(word: string, { expandsEnvironment = true }: { readonly expandsEnvironment?: boolean } = {}): string {
  const escaped = escapeC(word);
  return quoted(word, expandsEnvironment ? escaped.replaceAll('$', '$$$$') : escaped);
}

/** Escapes the program of Exec…=. In a path `$` is literal, so only quotes, C escapes and `%%` apply. */
export function escapeExecProgram(path: string): string {
  return quoted(path, escapeC(path));
}

/**
 * Escapes a word of Environment= and similar (class `words-c`): quotes, C escapes, `%%`; `$` is literal. Can represent any text except NUL.
 */
export function escapeWordC(word: string): string {
  return quoted(word, escapeC(word));
}

/** Escapes a word of ReadWritePaths= and similar (class `words`): quotes; a backslash makes the next character literal; `%%`. */
export function escapeWord(word: string): string {
  return quoted(word, escapeBackslashes(word));
}

/** Escapes a field of BindPaths= (class `words-colon`): a word in which `:` is literal too. */
export function escapeColonField(field: string): string {
  return field.includes(':') ? `"${escapeBackslashes(field).replaceAll(':', '\\:')}"` : escapeWord(field);
}

/** Escapes a field of RuntimeDirectory= and similar (class `words-nested`), which systemd unquotes twice: only `\xNN` survives both. */
export function escapeNestedField(field: string): string {
  return [...field].map((character) => (/[\\"' \t:]/.test(character) ? hexBytes(character) : percent(character))).join('');
}

/** Escapes text that extends to the end of the line (class `raw-spec`): only `%` is special. */
export function escapeRaw(value: string): string {
  return value.replaceAll('%', '%%');
}

/**
 * Escapes text with C escapes that extends to the end of the line (class `text-c`). Blanks at either end are escaped, because systemd
 * strips them otherwise.
 */
export function escapeTextC(text: string): string {
  return blanksAtEnds(escapeC(text));
}

/** Escapes the value of SetCredential= (class `cred`): C escapes; `%` is literal. */
export function escapeCredential(value: string): string {
  return blanksAtEnds(escapeC(value).replaceAll('%%', '%'));
}

function blanksAtEnds(escaped: string): string {
  return escaped.replace(/^ /, '\\x20').replace(/ $/, '\\x20');
}

/**
 * Escapes a value of an environment file, in double quotes.
 *
 * @example
 * ```ts
 * import { escapeEnvironmentFileValue } from 'cdktf-sidekiq/systemd';
 *
 * const line = `GREETING=${escapeEnvironmentFileValue('a "quoted" word')}`;
 * ```
 */
export function escapeEnvironmentFileValue(value: string): string {
  return `"${value.replace(/[\\"`$]/g, '\\$&')}"`;
}

function quoted(word: string, escaped: string): string {
  return BARE.test(word) ? escaped : `"${escaped}"`;
}

function escapeBackslashes(word: string): string {
  return escapeRaw(word.replace(/[\\"]/g, '\\$&'));
}

/**
 * Applies C escapes. In text that isn't in normalisation form C, non-ASCII characters are written as bytes: Terraform would normalise them,
 * and the program would receive different bytes.
 */
function escapeC(word: string): string {
  const normal = word.normalize('NFC') === word;
  return [...word].map((character) => escapeCharacterC(character, normal)).join('');
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r', '%': '%%' };

function escapeCharacterC(character: string, normal: boolean): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const codePoint = character.codePointAt(0)!;
  const asBytes = codePoint < 0x20 || codePoint === 0x7f || (!normal && codePoint > 0x7f);
  return asBytes ? hexBytes(character) : character;
}

function percent(character: string): string {
  return character === '%' ? '%%' : character;
}

function hexBytes(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
