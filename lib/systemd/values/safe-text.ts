/** Converts any value to text, for messages and for checks of untyped input. Never throws. */
export function safeText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '(a value that has no text)';
  }
}
