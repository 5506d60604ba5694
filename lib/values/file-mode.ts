/**
 * What keeps a value from being a file mode, as words after "which". A mode is text of three or four octal digits,
 * `0644`: as a number, 644 and 0o644 look alike and mean different things.
 */
export function fileModeProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  return /^[0-7]{3,4}$/.test(value) ? undefined : 'is not three or four octal digits';
}
