/** A value as text, for messages and checks of what a program without types hands in: never throws. */
export function safeText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '(a value that has no text)';
  }
}
