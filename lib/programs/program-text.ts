/** The text of a program of these lines. */
export function programText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
