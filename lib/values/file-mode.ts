/**
 * Describes why a value isn't a file mode, in words that follow the value. A mode is text of three or four octal digits, `0644`: as
 * numbers, 644 and 0o644 look alike and mean different things.
 *
 * @returns undefined for a valid mode
 */
export function fileModeProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  return /^[0-7]{3,4}$/.test(value) ? undefined : 'is not three or four octal digits';
}
