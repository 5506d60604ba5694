/**
 * The beginning of a long text, and how much of it is missing.
 *
 * @param lines the text
 * @param limit how many lines to show at most
 */
export function excerpt(lines: readonly string[], limit: number): readonly string[] {
  const text = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  if (text.length <= limit) return text;
  return [...text.slice(0, limit - 1), `… ${text.length - limit + 1} more lines`];
}

/** The end of a program's output, blank lines left out: where the cause is. */
export function ending(output: string, limit = 25): readonly string[] {
  return output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-limit);
}
