/**
 * Returns the beginning of a long text, and the number of the other lines.
 *
 * @param lines the text
 * @param limit most lines to show
 */
export function excerpt(lines: readonly string[], limit: number): readonly string[] {
  const text = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  if (text.length <= limit) return text;
  return [...text.slice(0, limit - 1), `… ${text.length - limit + 1} more lines`];
}

/** Returns the end of a program's output without blank lines: it has the cause. */
export function ending(output: string, limit = 25): readonly string[] {
  return output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-limit);
}
