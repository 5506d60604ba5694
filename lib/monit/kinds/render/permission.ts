/** Renders a mode as four octal digits. */
export function permission(mode: string): string {
  return mode
    .replace(/[^0-7]/g, '')
    .padStart(4, '0')
    .slice(-4);
}
