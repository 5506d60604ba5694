import { Token } from 'cdktf';

/**
 * Terraform's template language (https://developer.hashicorp.com/terraform/language/expressions/strings): in every
 * string of a JSON configuration `${` and `%{` begin an expression. Text that users gave must not.
 */

/**
 * A cdktf token inside a string: an expression that Terraform fills in, never text to be escaped. A number's token looks
 * like a number, `-1.8881545897087827e+289`.
 */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}|-?\d(?:\.\d+)?e\+\d+/g;

/** What a list's or a map's token becomes in a string: cdktf can make no text of it, and throws. */
const NO_TEXT = /[#&]\{TfToken\[[^\]]*\]\}/;

/** Text and tokens of a string, in order. A number's token is given as the string's that stands for the same value. */
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
  // Most numbers that look so are numbers.
  return Token.isUnresolved(Number(match)) ? Token.asString(Number(match)) : undefined;
}

/** Whether a string was made of a list or a map that is known at apply time only. */
export function hasListToken(value: string): boolean {
  return NO_TEXT.test(value);
}

/** Whether a string holds a token. */
export function hasToken(value: string): boolean {
  return splitTokens(value).some((part) => part.token);
}

/**
 * Makes literal text out of what is not a token.
 *
 * Beside a token sigils become expressions of their own, `${"$"}`: `$` + `${…}` would read as the escape `$${`, and within
 * an escaped `$${` cdktf leaves out the braces of the tokens that follow.
 */
export function templateText(value: string): string {
  const parts = splitTokens(value);
  const text = parts.some((part) => part.token)
    ? parts.map((part, index) => (part.token ? part.text : besideToken(part.text, parts[index + 1] !== undefined))).join('')
    : value.replace(/([$%])(?=\{)/g, '$1$1');
  // At the very beginning Terraform takes it for a byte order mark, and leaves it out.
  return text.startsWith('\ufeff') ? `\${""}${text}` : text;
}

function besideToken(text: string, tokenFollows: boolean): string {
  // All of a run: what stands before an expression of ours may not be a sigil either.
  const escaped = text.replace(/\$+(?=\{)/g, '${"$&"}').replace(/%(?=\{)/g, '%%');
  return tokenFollows ? escaped.replace(/[$%]+$/, '${"$&"}') : escaped;
}
