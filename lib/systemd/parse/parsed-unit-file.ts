import type { UnitType } from '../unit-type';
import { bytesOf } from './bytes';
import { judge } from './judge';
import { endsInOddBackslash } from './logical-lines';
import type { ParsedIssue } from './parsed-issue';
import type { ParsedLine } from './parsed-line';
import { readLines } from './read-lines';
import { unitOfFile } from './unit-of-file';

/** Options of `UnitFile.parse`. */
export interface ParseOptions {
  /**
   * The file's name, which says what type of unit it is: `sidekiq.service`; for a drop-in with its directory, `nginx.service.d/limits.conf`.
   * Directories before that only tell whether the file is an administrator's, below /etc.
   */
  readonly fileName: string;
  /** The version of systemd that will read the file: 252 on Debian 12. Default: any, and what one of them takes is fine. */
  readonly systemdVersion?: number;
}

/**
 * A unit file that was read: its lines as data, and everything that systemd would ignore of it, or refuse it for. Made by `UnitFile.parse`.
 *
 * Values stay as they stand in the file, quotes, escapes and specifiers with them, so that what is rendered means the same.
 * Source: systemd.syntax(7), systemd.unit(5)
 */
export class ParsedUnitFile {
  /** The unit's full name; a drop-in's is that of the unit which it is for. */
  readonly name: string;
  /** What the unit is. */
  readonly type: UnitType;
  /** Whether it is a drop-in, which adds to what the unit's own file says. */
  readonly isDropIn: boolean;
  /** The file's lines, comments and empty ones with them. */
  readonly lines: readonly ParsedLine[];
  /**
   * What systemd would do with it that the author can't want. Errors: it refuses the unit. Warnings: it ignores a line, or a part of one, and
   * starts the unit without it. Infos: it reads what is out of date as something else.
   *
   * Codes: `systemd/bad-unit-name`, `systemd/line-too-long`, `systemd/bad-section-header`, `systemd/invalid-utf8`, `systemd/refused-value`,
   * `systemd/refused-unit`; `systemd/unknown-section`, `systemd/line-outside-section`, `systemd/no-assignment`, `systemd/unknown-directive`,
   * `systemd/too-new`, `systemd/ignored-value`, `systemd/ignored-part`, `systemd/deprecated-value`, `systemd/legacy-directive`.
   */
  readonly issues: readonly ParsedIssue[];
  private readonly isEmpty: boolean;

  private constructor(text: string | Uint8Array, { fileName, systemdVersion = Infinity }: ParseOptions) {
    const bytes = bytesOf(text);
    const unit = unitOfFile(fileName);
    const read = readLines(bytes, unit.type);
    this.name = unit.name;
    this.type = unit.type;
    this.isDropIn = unit.dropIn;
    this.isEmpty = bytes === '';
    this.lines = read.lines;
    this.issues = judge(read, unit, { administrator: fileName.startsWith('/etc/'), fileName, systemdVersion });
  }

  /** @internal See UnitFile.parse. */
  static parse(text: string | Uint8Array, options: ParseOptions): ParsedUnitFile {
    return new ParsedUnitFile(text, options);
  }

  /** What is assigned to a directive, in order; an empty text resets what came before. Empty where nothing is. */
  values(section: string, name: string): readonly string[] {
    return this.lines.filter((line) => line.section === section && line.name === name).map((line) => line.value!);
  }

  /**
   * The file's text in one form: no continued lines, no blanks around anything, one empty line where there were several. Order and comments
   * stay; what systemd ignores stays too.
   */
  render(): string {
    const texts = this.lines.map(rendered);
    const kept = texts.filter((text, index) => text !== '' || (texts[index - 1] ?? '') !== '');
    if (kept.at(-1) === '') kept.pop();
    // A file without a byte is another thing than one without a line: it masks the unit.
    return this.isEmpty ? '' : `${kept.join('\n')}\n`;
  }
}

/** A blank behind a backslash keeps it from joining the next line. */
function rendered({ kind, text }: ParsedLine): string {
  return kind !== 'comment' && endsInOddBackslash(text) ? `${text} ` : text;
}
