/**
 * Text that stands in a control file without quotes, because Monit takes none there. Nothing can be escaped: what can't be
 * said is left out here, so that no text reaches another line, and told by {@link ./issues}.
 *
 * Source: src/l.l of Monit 5.33; tried on 5.27 to 6.0.
 */

/** What may not stand in such a text, by what it is. */
export const UNSPEAKABLE = {
  /** A mail address after `alert`. */
  mail: /[\0-\x20\x7f:{}"';(),%\\]/g,
  /** The address of a mail format. */
  address: /[\0-\x20\x7f<>{}[\]"']/g,
  /** The name before it. */
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

/** The kinds of such text. */
export type BareText = keyof typeof UNSPEAKABLE;

/** Leaves out what can't be said, and what Monit drops at either end. */
export function bare(kind: BareText, text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(UNSPEAKABLE[kind], '')
    .trim();
}

/** The value of a header, in the quotes that it does not hold. Monit decodes nothing in it, and drops quotes at either end. */
export function headerValue(text: string): string {
  const value = bare('headerValue', text);
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? value.replace(/[\],:]/g, '') : `'${value}'`;
}
