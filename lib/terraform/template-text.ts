/**
 * Terraform's template language (https://developer.hashicorp.com/terraform/language/expressions/strings): in every
 * string of a JSON configuration `${` and `%{` begin an expression. Text that users gave must not.
 */

/** A cdktf token inside a string: an expression that Terraform fills in, never text to be escaped. */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;

/** Text and tokens of a string, in order. */
export function splitTokens(value: string): readonly { readonly text: string; readonly token: boolean }[] {
  const parts: { text: string; token: boolean }[] = [];
  let from = 0;
  for (const match of value.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ text: value.slice(from, match.index), token: false });
    parts.push({ text: match[0], token: true });
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push({ text: value.slice(from), token: false });
  return parts;
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
  if (!parts.some((part) => part.token)) return value.replace(/([$%])(?=\{)/g, '$1$1');
  return parts.map((part, index) => (part.token ? part.text : besideToken(part.text, parts[index + 1] !== undefined))).join('');
}

function besideToken(text: string, tokenFollows: boolean): string {
  // All of a run: what stands before an expression of ours may not be a sigil either.
  const escaped = text.replace(/\$+(?=\{)/g, '${"$&"}').replace(/%(?=\{)/g, '%%');
  return tokenFollows ? escaped.replace(/[$%]+$/, '${"$&"}') : escaped;
}
