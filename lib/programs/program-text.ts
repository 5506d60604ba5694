/** Joins lines to the text of a program. */
export function programText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
