import { nearNames } from '../../values';

/** A question for a message; empty where nothing is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearNames(name, known);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}?`;
}

/** The first few of a list, one a line, and how many there are more. */
export function listed(lines: readonly string[], most = 20): string {
  const rest = lines.length - most;
  return [...lines.slice(0, most), ...(rest > 0 ? [`… and ${rest} more`] : [])].map((line) => `  ${line}`).join('\n');
}
