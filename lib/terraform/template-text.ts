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
 * A `$` or `%` right before a token needs an expression of its own: `$` + `${…}` would read as the escape `$${`.
 */
export function templateText(value: string): string {
  const parts = splitTokens(value);
  return parts
    .map((part, index) => {
      if (part.token) return part.text;
      const escaped = part.text.replace(/([$%])(?=\{)/g, '$1$1');
      const beforeToken = parts[index + 1]?.token === true;
      return beforeToken ? escaped.replace(/[$%]$/, (sigil) => `\${"${sigil}"}`) : escaped;
    })
    .join('');
}
