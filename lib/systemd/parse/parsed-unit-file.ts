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
   * Name of the file, which determines the unit type: `sidekiq.service`. For a drop-in, include its directory:
   * `nginx.service.d/limits.conf`. Directories before that only determine whether the file is an administrator's, below /etc.
   */
  readonly fileName: string;
  /**
   * Version of systemd that will read the file: 252 on Debian 12.
   * @default any version, so that everything that one of them accepts is valid
   */
  readonly systemdVersion?: number;
}

/**
 * A parsed unit file: its lines as data, and everything that systemd would ignore in it or refuse it for. Created by `UnitFile.parse`.
 *
 * Values stay exactly as in the file, with quotes, escapes and specifiers, so that rendering preserves their meaning.
 * Source: systemd.syntax(7), systemd.unit(5)
 *
 * @example
 * ```ts
 * const text = '[Service]\nExecStart=/usr/bin/myapp\nMemoryMax=1G\nMemoryMax=2G\n';
 * const file = UnitFile.parse(text, { fileName: 'myapp.service' });
 * const limit = file.values('Service', 'MemoryMax').at(-1); // '2G'
 * ```
 */
export class ParsedUnitFile {
  /** The unit's full name. For a drop-in, the name of the unit that it extends. */
  readonly name: string;
  /** The type of the unit. */
  readonly type: UnitType;
  /** True for a drop-in, which adds to the unit's own file. */
  readonly isDropIn: boolean;
  /** The lines of the file, including comments and empty lines. */
  readonly lines: readonly ParsedLine[];
  /**
   * Problems that systemd would have with the file. Errors: it refuses the unit. Warnings: it ignores a line, or part of one, and starts
   * the unit without it. Infos: it reads something outdated as its modern equivalent.
   *
   * Codes: `unit/invalid-unit-name`, `unit/line-too-long`, `unit/invalid-section-header`, `unit/invalid-utf8`, `unit/refused-value`,
   * `unit/refused-unit`; `unit/unknown-section`, `unit/line-outside-section`, `unit/invalid-line`,
   * `unit/unknown-directive`, `host/too-old`, `unit/ignored-value`, `unit/ignored-part`, `unit/deprecated-value`,
   * `unit/legacy-directive`.
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

  /** Returns the values assigned to a directive, in order; an empty text resets the earlier ones. Empty if the directive isn't assigned. */
  values(section: string, name: string): readonly string[] {
    return this.lines.filter((line) => line.section === section && line.name === name).map((line) => line.value!);
  }

  /**
   * Renders the file in a normal form: no continued lines, no surrounding blanks, and one empty line in place of several. Order, comments
   * and anything that systemd ignores are preserved.
   */
  render(): string {
    const texts = this.lines.map(rendered);
    const kept = texts.filter((text, index) => text !== '' || (texts[index - 1] ?? '') !== '');
    if (kept.at(-1) === '') kept.pop();
    // A file of zero bytes masks the unit, unlike a file without lines.
    return this.isEmpty ? '' : `${kept.join('\n')}\n`;
  }
}

/** A blank after a final backslash keeps it from joining the next line. */
function rendered({ kind, text }: ParsedLine): string {
  return kind !== 'comment' && endsInOddBackslash(text) ? `${text} ` : text;
}
