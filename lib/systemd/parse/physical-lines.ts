/** Longest line in bytes. A longer one makes systemd refuse the whole file. */
export const MAX_LINE_BYTES = 1_048_575;

const EOL: Readonly<Record<string, number>> = { '\0': 1, '\n': 2, '\r': 4 };

/**
 * Splits bytes into lines as systemd does: line feed, carriage return and NUL each end a line. Different ones in a row end the same line
 * (`\r\n`, `\n\r`), but anything after a NUL starts a new one.
 * Source: read_line_full in systemd's fileio.c.
 */
export function physicalLines(bytes: string): readonly string[] {
  const lines: string[] = [];
  let begin = 0;
  let end = -1;
  let seen = 0;
  for (let at = 0; at < bytes.length; at++) {
    const eol = EOL[bytes[at]!] ?? 0;
    if (seen !== 0 && (eol === 0 || (seen & 1) !== 0 || (seen & eol) !== 0)) {
      lines.push(bytes.slice(begin, end));
      begin = at;
      seen = 0;
    }
    if (eol === 0) continue;
    if (seen === 0) end = at;
    seen |= eol;
  }
  if (begin < bytes.length) lines.push(bytes.slice(begin, seen === 0 ? bytes.length : end));
  return lines;
}
