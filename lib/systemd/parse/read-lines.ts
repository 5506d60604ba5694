import type { UnitType } from '../unit-type';
import { hasControl, isValidUtf8, textOf } from './bytes';
import { logicalLines, strip, type LogicalLine } from './logical-lines';
import type { ParsedLine } from './parsed-line';

/** What systemd says of a line before it looks at any value, and of the whole file. */
export interface LineFault {
  /** Its number. */
  readonly line: number;
  /** What it is. */
  readonly fault: 'unknown-section' | 'outside-section' | 'no-assignment' | 'bad-header' | 'invalid-utf8' | 'too-long';
}

/** A line, with the bytes of its value. */
export interface ReadLine extends ParsedLine {
  /** Bytes of the value of an assignment that systemd looks at. */
  readonly bytes?: string;
}

/** The lines of a file, and what is wrong with them as lines. */
export interface ReadLines {
  /** All of them, in order. */
  readonly lines: readonly ReadLine[];
  /** What systemd says of them. */
  readonly faults: readonly LineFault[];
}

/** Cuts a file into lines, and finds sections and assignments. Source: parse_line in systemd's conf-parser.c. */
export function readLines(bytes: string, type: UnitType): ReadLines {
  const { lines, tooLong } = logicalLines(bytes);
  const reader = new LineReader(sectionsOf(type));
  const read = lines.map((line) => reader.read(line));
  return { lines: read, faults: tooLong === undefined ? reader.faults : [...reader.faults, { line: tooLong, fault: 'too-long' }] };
}

/** The sections that a file of a type has. */
export function sectionsOf(type: UnitType): readonly string[] {
  return ['Unit', type[0]!.toUpperCase() + type.slice(1), 'Install'];
}

class LineReader {
  public readonly faults: LineFault[] = [];
  private section: string | undefined;
  /** Whether systemd looks at what is in the section. */
  private known = false;

  public constructor(private readonly sections: readonly string[]) {}

  public read(line: LogicalLine): ReadLine {
    const { number, bytes } = line;
    const text = textOf(bytes);
    const base = { line: number, section: this.section, text };
    if (line.comment) return { ...base, kind: 'comment' };
    if (bytes === '') return { ...base, kind: 'blank' };
    if (!isValidUtf8(bytes)) return this.fault('invalid-utf8', base);
    if (bytes.startsWith('[')) return this.header(bytes, base);
    const equals = bytes.indexOf('=');
    if (equals > 0) return this.assignment(bytes, equals, base);
    // In a section that it does not look at, systemd does not look at this either.
    return this.section === undefined || this.known
      ? this.fault(this.section === undefined ? 'outside-section' : 'no-assignment', base)
      : { ...base, kind: 'other' };
  }

  private fault(fault: LineFault['fault'], base: Omit<ReadLine, 'kind'>): ReadLine {
    this.faults.push({ line: base.line, fault });
    return { ...base, kind: 'other' };
  }

  private header(bytes: string, base: Omit<ReadLine, 'kind'>): ReadLine {
    const name = bytes.slice(1, -1);
    if (bytes.length < 2 || !bytes.endsWith(']') || hasControl(name) || /["'\\]/.test(name)) {
      // What follows is told when this is mended.
      this.section = base.text;
      this.known = false;
      return this.fault('bad-header', base);
    }
    this.section = textOf(name);
    this.known = this.sections.includes(this.section);
    if (!this.known && !this.section.startsWith('X-')) this.faults.push({ line: base.line, fault: 'unknown-section' });
    return { ...base, kind: 'section', section: this.section };
  }

  private assignment(bytes: string, equals: number, base: Omit<ReadLine, 'kind'>): ReadLine {
    const [name, value] = [strip(bytes.slice(0, equals)), strip(bytes.slice(equals + 1))];
    if (this.section === undefined) this.faults.push({ line: base.line, fault: 'outside-section' });
    const parts = { name: textOf(name), value: textOf(value) };
    return { ...base, kind: 'assignment', ...parts, text: `${parts.name}=${parts.value}`, ...(this.known ? { bytes: value } : {}) };
  }
}
