import { show } from '../../values';

/** An asymmetric matcher: `expect.stringContaining('x')`. */
export interface AsymmetricMatch {
  /** Whether the other one is as described. */
  asymmetricMatch(other: unknown): boolean;
}

/** A text to compare with: all of it, a regular expression for a part of it, or an asymmetric matcher. */
export type TextMatch = string | RegExp | AsymmetricMatch;

/** Whether a text is as described. */
export function matchesText(text: string, match: TextMatch): boolean {
  if (typeof match === 'string') return text === match;
  // A regular expression with the flag g remembers where it was.
  return match instanceof RegExp ? new RegExp(match.source, match.flags.replace(/[gy]/g, '')).test(text) : match.asymmetricMatch(text);
}

/** How a message shows it. */
export function showMatch(match: TextMatch): string {
  if (typeof match === 'string') return JSON.stringify(match);
  return match instanceof RegExp ? String(match) : `what ${describe(match)} matches`;
}

/** Jest's and Vitest's are of a class like `StringContaining`, and keep what they look for in `sample`. */
function describe(match: AsymmetricMatch & { readonly sample?: unknown }): string {
  const { name } = match.constructor;
  return `${name === 'Object' ? 'the asymmetric matcher' : name}${match.sample === undefined ? '' : ` ${show(match.sample)}`}`;
}
