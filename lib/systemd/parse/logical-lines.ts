import { MAX_LINE_BYTES, physicalLines } from './physical-lines';

/** A line as systemd passes it to the parsers of values. */
export interface LogicalLine {
  /** True for a comment, which systemd skips even within a continued line. */
  readonly comment: boolean;
  /** Line number in the file, from 1. For a continued line, that of its last part, as systemd counts. */
  readonly number: number;
  /** Line number of its first part. */
  readonly first: number;
  /** Its content, with continuations joined and surrounding blanks removed. */
  readonly bytes: string;
}

/** The lines of a file, and the point where it becomes too long for systemd. */
export interface LogicalLines {
  /** All lines in order, including comments and empty ones. A comment inside a continued line comes before it. */
  readonly lines: readonly LogicalLine[];
  /** The line at which systemd rejects the whole file. */
  readonly tooLong?: number;
}

const BOM = '\u00ef\u00bb\u00bf';

const BLANKS = ' \t\n\r';

/** Removes surrounding blanks, as systemd defines them. A regular expression would take quadratic time on a file of blanks. */
export function strip(bytes: string): string {
  let from = 0;
  let to = bytes.length;
  while (from < to && BLANKS.includes(bytes[from]!)) from++;
  while (to > from && BLANKS.includes(bytes[to - 1]!)) to--;
  return bytes.slice(from, to);
}

/** Returns true if the next line would be joined to this one. */
export function endsInOddBackslash(bytes: string): boolean {
  let at = bytes.length;
  while (bytes[at - 1] === '\\') at--;
  return (bytes.length - at) % 2 === 1;
}

/**
 * Joins lines as systemd does: a backslash at the end becomes a blank, and the next line that isn't a comment is appended.
 * Source: config_parse in systemd's conf-parser.c.
 */
export function logicalLines(bytes: string): LogicalLines {
  const lines: LogicalLine[] = [];
  let begun = new Continued();
  let bomSeen = false;
  const physical = physicalLines(bytes);
  for (const [index, line] of physical.entries()) {
    const number = index + 1;
    if (line.length > MAX_LINE_BYTES) return { lines, tooLong: number };
    if (/^[ \t]*[#;]/.test(line)) {
      lines.push({ comment: true, number, first: number, bytes: strip(line) });
      continue;
    }
    const marked: boolean = !bomSeen && line.startsWith(BOM);
    bomSeen ||= marked;
    const goesOn = begun.add(marked ? line.slice(BOM.length) : line, number);
    if (begun.length > MAX_LINE_BYTES) return { lines, tooLong: number };
    if (goesOn) continue;
    lines.push(begun.end(number));
    begun = new Continued();
  }
  if (begun.length > 0) lines.push(begun.end(physical.length + 1));
  return { lines };
}

/** A line under construction. Its parts are joined only once, as there may be many. */
class Continued {
  public length = 0;
  private first = 0;
  private readonly parts: string[] = [];

  /** Adds a part. Returns true if the line continues after it. */
  public add(part: string, number: number): boolean {
    const goesOn = endsInOddBackslash(part);
    if (this.parts.length === 0) this.first = number;
    this.parts.push(goesOn ? `${part.slice(0, -1)} ` : part);
    this.length += part.length;
    return goesOn;
  }

  public end(number: number): LogicalLine {
    return { comment: false, number, first: this.first, bytes: strip(this.parts.join('')) };
  }
}
