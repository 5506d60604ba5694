/**
 * Describes why a value isn't the name of an environment variable, in words that follow the value. A name consists of ASCII
 * letters, digits and `_`, and doesn't start with a digit. systemd drops an assignment with any other name (systemd.exec(5),
 * Environment=).
 *
 * @returns undefined for a valid name
 */
export function environmentNameProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value === '') return 'is empty';
  if (/^[0-9]/.test(value)) return 'starts with a digit';
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(value) ? undefined : 'contains a character that variable names can’t have';
}
