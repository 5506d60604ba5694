import { nearNames } from '../../values';

/** Returns a question with similar names for a message; empty if no name is similar. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearNames(name, known);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}?`;
}

/** Lists the first few lines, one per line, and the number of the others. */
export function listed(lines: readonly string[], most = 20): string {
  const rest = lines.length - most;
  return [...lines.slice(0, most), ...(rest > 0 ? [`… and ${rest} more`] : [])].map((line) => `  ${line}`).join('\n');
}
