import { MAX_LINE_BYTES, physicalLines } from './physical-lines';

/** A line as a parser of values gets it. */
export interface LogicalLine {
  /** Whether it is a comment, which systemd skips wherever it stands. */
  readonly comment: boolean;
  /** Number of the line in the file, from 1; of one that was continued that of its last part, as systemd counts. */
  readonly number: number;
  /** Number of its first part. */
  readonly first: number;
  /** What it says, continuations joined, blanks around it stripped. */
  readonly bytes: string;
}

/** The lines of a file, and where it becomes too long for systemd. */
export interface LogicalLines {
  /** Comments, empty lines and all others, in order; a comment in the middle of a continued line comes before it. */
  readonly lines: readonly LogicalLine[];
  /** The line at which systemd gives up on the whole file. */
  readonly tooLong?: number;
}

const BOM = '\u00ef\u00bb\u00bf';

const BLANKS = ' \t\n\r';

/** Takes off what systemd calls blanks. By hand: a regular expression takes quadratic time on a file of blanks. */
export function strip(bytes: string): string {
  let from = 0;
  let to = bytes.length;
  while (from < to && BLANKS.includes(bytes[from]!)) from++;
  while (to > from && BLANKS.includes(bytes[to - 1]!)) to--;
  return bytes.slice(from, to);
}

/** Whether the next line would be joined. */
export function endsInOddBackslash(bytes: string): boolean {
  let at = bytes.length;
  while (bytes[at - 1] === '\\') at--;
  return (bytes.length - at) % 2 === 1;
}

/** Joins lines as systemd does: a backslash at the end is a blank, and the next line that is no comment goes on. Source: config_parse in systemd's conf-parser.c. */
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

/** A line in the making. Its parts are joined once: they may be many. */
class Continued {
  public length = 0;
  private first = 0;
  private readonly parts: string[] = [];

  /** Adds a part; whether the line goes on after it. */
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
