/**
 * Text without quotes in a control file, because Monit accepts no quotes there. Nothing in it can be escaped: characters that Monit can't
 * accept are removed here, so that no text spills onto another line, and {@link ./issues} reports them.
 *
 * Source: src/l.l of Monit 5.33; tried on 5.27 to 6.0.
 */

/** Characters that aren't allowed in unquoted text, by the kind of text. */
export const UNREPRESENTABLE = {
  /** A mail address after `alert`. */
  mail: /[\0-\x20\x7f:{}"';(),%\\]/g,
  /** The address in a mail format. */
  address: /[\0-\x20\x7f<>{}[\]"']/g,
  /** The display name before that address. */
  addressName: /[\0-\x1f\x7f@<>{}[\]"']/g,
  /** A subject. */
  subject: /[\0-\x1f\x7f}]/g,
  /** A message. */
  message: /[\0}]/g,
  /** A URL. */
  url: /[\0-\x20\x7f]/g,
  /** The name of a header. */
  headerName: /[^!#$&*+.^_`|~0-9A-Za-z-]/g,
  /** The value of a header. */
  headerValue: /[\0-\x1f\x7f]/g,
} as const satisfies Readonly<Record<string, RegExp>>;

/** A kind of unquoted text. */
export type BareText = keyof typeof UNREPRESENTABLE;

/** Removes the characters that Monit can't accept, and the blanks that it drops at both ends. */
export function bare(kind: BareText, text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(UNREPRESENTABLE[kind], '')
    .trim();
}

/** Value of a header, in a kind of quotes that it doesn't contain. Monit decodes nothing in it, and drops quotes at both ends. */
export function headerValue(text: string): string {
  const value = bare('headerValue', text);
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? value.replace(/[\],:]/g, '') : `'${value}'`;
}
