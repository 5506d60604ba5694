/**
 * One function for each way in which systemd reads text. Each takes text whose characters its kind has already allowed
 * and never fails; what a class cannot say at all is refused before (see kinds/).
 */

/** Characters that need no quotes in any class of words. */
const BARE = /^[A-Za-z0-9_./:=,@+-]+$/;

/** A word of Exec…= (class `exec`): quotes, C escapes, `%%`, `$$`. Says any text but NUL. */
export function escapeExecWord(word: string, { expandsEnvironment = true }: { readonly expandsEnvironment?: boolean } = {}): string {
  const escaped = escapeC(word);
  return quoted(word, expandsEnvironment ? escaped.replaceAll('$', '$$$$') : escaped);
}

/** The program of Exec…=: in a path `$` means itself, so only the quotes, C escapes and `%%` apply. */
export function escapeExecProgram(path: string): string {
  return quoted(path, escapeC(path));
}

/** A word of Environment= and its like (class `words-c`): quotes, C escapes, `%%`; `$` means itself. Says any text but NUL. */
export function escapeWordC(word: string): string {
  return quoted(word, escapeC(word));
}

/** A word of ReadWritePaths= and its like (class `words`): quotes; a backslash makes the next character literal; `%%`. */
export function escapeWord(word: string): string {
  return quoted(word, escapeBackslashes(word));
}

/** A field of BindPaths= (class `words-colon`): a word in which `:` is literal too. */
export function escapeColonField(field: string): string {
  return field.includes(':') ? `"${escapeBackslashes(field).replaceAll(':', '\\:')}"` : escapeWord(field);
}

/** A field of RuntimeDirectory= and its like (class `words-nested`), which systemd unquotes twice: only `\xNN` survives both. */
export function escapeNestedField(field: string): string {
  return [...field].map((character) => (/[\\"' \t:]/.test(character) ? hexBytes(character) : percent(character))).join('');
}

/** The rest of the line (class `raw-spec`): only `%` is special. */
export function escapeRaw(value: string): string {
  return value.replaceAll('%', '%%');
}

/** The rest of the line with C escapes (class `text-c`): blanks at its ends are escaped, because the line layer strips them. */
export function escapeTextC(text: string): string {
  return blanksAtEnds(escapeC(text));
}

/** The value of SetCredential= (class `cred`): C escapes, in which `%` means itself. */
export function escapeCredential(value: string): string {
  return blanksAtEnds(escapeC(value).replaceAll('%%', '%'));
}

function blanksAtEnds(escaped: string): string {
  return escaped.replace(/^ /, '\\x20').replace(/ $/, '\\x20');
}

/** A value of a line of an environment file, in double quotes. */
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
 * C escapes. Text that is not in normalisation form C has its non-ASCII characters written as bytes: Terraform would
 * normalise them, and the program would see other bytes than the user gave.
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
