import type { UnitType } from '../unit-type';
import { hasControl, isValidUtf8, textOf } from './bytes';
import { logicalLines, strip, type LogicalLine } from './logical-lines';
import type { ParsedLine } from './parsed-line';

/** A problem that systemd finds with a line before it reads any value, or with the whole file. */
export interface LineFault {
  /** Line number. */
  readonly line: number;
  /** The type of the problem. */
  readonly fault: 'unknown-section' | 'outside-section' | 'no-assignment' | 'bad-header' | 'invalid-utf8' | 'too-long';
}

/** A line, with the bytes of its value. */
export interface ReadLine extends ParsedLine {
  /** Bytes of the value, for assignments that systemd reads. */
  readonly bytes?: string;
}

/** The lines of a file, and their problems as lines. */
export interface ReadLines {
  /** All lines, in order. */
  readonly lines: readonly ReadLine[];
  /** Problems that systemd finds with them. */
  readonly faults: readonly LineFault[];
}

/** Splits a file into lines, and finds sections and assignments. Source: parse_line in systemd's conf-parser.c. */
export function readLines(bytes: string, type: UnitType): ReadLines {
  const { lines, tooLong } = logicalLines(bytes);
  const reader = new LineReader(sectionsOf(type));
  const read = lines.map((line) => reader.read(line));
  return { lines: read, faults: tooLong === undefined ? reader.faults : [...reader.faults, { line: tooLong, fault: 'too-long' }] };
}

/** Returns the sections of a file of a given type. */
export function sectionsOf(type: UnitType): readonly string[] {
  return ['Unit', type[0]!.toUpperCase() + type.slice(1), 'Install'];
}

class LineReader {
  public readonly faults: LineFault[] = [];
  private section: string | undefined;
  /** True if systemd reads the contents of the section. */
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
    // In a section that systemd doesn't read, it doesn't report this line either.
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
      // The lines that follow are reported only once the header is corrected.
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
