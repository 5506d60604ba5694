import { Token } from 'cdktf';

/**
 * Terraform's template language (https://developer.hashicorp.com/terraform/language/expressions/strings): in every string of a
 * JSON configuration, `${` and `%{` begin an expression. Text from users must not.
 */

/**
 * A cdktf token inside a string: an expression that Terraform fills in, never text to be escaped. The token of a number looks
 * like a number, `-1.8881545897087827e+289`.
 */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}|-?\d(?:\.\d+)?e\+\d+/g;

/** The token of a list or map in a string. cdktf can't convert it to text, and throws. */
const NO_TEXT = /[#&]\{TfToken\[[^\]]*\]\}/;

/** Splits a string into text and tokens, in order. A number's token is returned as the string token for the same value. */
export function splitTokens(value: string): readonly { readonly text: string; readonly token: boolean }[] {
  const parts: { text: string; token: boolean }[] = [];
  let from = 0;
  for (const match of value.matchAll(TOKEN)) {
    const token = stringToken(match[0]);
    if (token === undefined) continue;
    if (match.index > from) parts.push({ text: value.slice(from, match.index), token: false });
    parts.push({ text: token, token: true });
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push({ text: value.slice(from), token: false });
  return parts;
}

function stringToken(match: string): string | undefined {
  if (match.startsWith('$')) return match;
  // Most numbers of this form are plain numbers, not tokens.
  return Token.isUnresolved(Number(match)) ? Token.asString(Number(match)) : undefined;
}

/** Checks whether a string contains the token of a list or map that is known only at apply time. */
export function hasListToken(value: string): boolean {
  return NO_TEXT.test(value);
}

/** Checks whether a string contains a token. */
export function hasToken(value: string): boolean {
  return splitTokens(value).some((part) => part.token);
}

/**
 * Escapes everything that isn't a token, so that Terraform reads it as literal text.
 *
 * Next to a token, sigils become separate expressions, `${"$"}`: `$` + `${…}` would read as the escape `$${`, and inside an
 * escaped `$${` cdktf leaves out the braces of the tokens that follow.
 */
export function templateText(value: string): string {
  const parts = splitTokens(value);
  const text = parts.some((part) => part.token)
    ? parts.map((part, index) => (part.token ? part.text : besideToken(part.text, parts[index + 1] !== undefined))).join('')
    : value.replace(/([$%])(?=\{)/g, '$1$1');
  // At the very beginning, Terraform takes this character for a byte order mark and drops it.
  return text.startsWith('\ufeff') ? `\${""}${text}` : text;
}

function besideToken(text: string, tokenFollows: boolean): string {
  // Replaces the whole run, because the character before our own expression must not be a sigil either.
  const escaped = text.replace(/\$+(?=\{)/g, '${"$&"}').replace(/%(?=\{)/g, '%%');
  return tokenFollows ? escaped.replace(/[$%]+$/, '${"$&"}') : escaped;
}
