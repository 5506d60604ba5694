import { show } from '../../values';

/** An asymmetric matcher: `expect.stringContaining('x')`. */
export interface AsymmetricMatch {
  /** Returns true when the other value matches. */
  asymmetricMatch(other: unknown): boolean;
}

/** A text to compare with: the whole text, a regular expression for a part of it, or an asymmetric matcher. */
export type TextMatch = string | RegExp | AsymmetricMatch;

/** Checks whether a text matches. */
export function matchesText(text: string, match: TextMatch): boolean {
  if (typeof match === 'string') return text === match;
  // A regular expression with the flag g or y remembers its last position.
  return match instanceof RegExp ? new RegExp(match.source, match.flags.replace(/[gy]/g, '')).test(text) : match.asymmetricMatch(text);
}

/** Formats the expected text for a message. */
export function showMatch(match: TextMatch): string {
  if (typeof match === 'string') return JSON.stringify(match);
  return match instanceof RegExp ? String(match) : `what ${describe(match)} matches`;
}

/**
 * Describes an asymmetric matcher. Those of Jest and Vitest have a class such as `StringContaining`, and keep the expected value
 * in `sample`.
 */
function describe(match: AsymmetricMatch & { readonly sample?: unknown }): string {
  const { name } = match.constructor;
  return `${name === 'Object' ? 'the asymmetric matcher' : name}${match.sample === undefined ? '' : ` ${show(match.sample)}`}`;
}
