import { bytesOf } from './parse/bytes';
import type { ParsedLine } from './parse/parsed-line';
import { readLines } from './parse/read-lines';
import type { AnyDirective } from './section';
import { TABLES } from './sections/tables';

/** A unit as systemd sees it after reading all of its files: section → directive → values, in order. */
export type ReadUnit = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Reads a unit as systemd's line layer does: the file, then its drop-ins, in order. A directive that holds a list is appended to; for any
 * other, the last value wins. An empty value discards the earlier ones; if no value follows, the result is the empty text, as in the file.
 * Values aren't parsed: quotes, escapes and `%` stay.
 *
 * Source: systemd.syntax(7); "EnvironmentFile=", "ExecStart=" and other lists of systemd.exec(5) and systemd.service(5)
 *
 * @param texts the unit file's text, and those of its drop-ins in the order of their names.
 *
 * @example
 * ```ts
 * import { readUnitText } from 'cdktf-sidekiq/systemd';
 *
 * const unit = readUnitText('[Service]\nExecStart=/usr/bin/myapp\n', '[Service]\nExecStart=\nExecStart=/usr/bin/other\n');
 * const commands = unit.get('Service')?.get('ExecStart'); // ['/usr/bin/other']
 * ```
 */
export function readUnitText(...texts: readonly string[]): ReadUnit {
  const sections = new Map<string, Map<string, readonly string[]>>();
  for (const { section = '', name = '', value = '' } of texts.flatMap(assignments)) {
    const directives = sections.get(section) ?? new Map<string, readonly string[]>();
    sections.set(section, directives);
    const before = holdsOneValue(section, name) || value === '' ? [] : (directives.get(name) ?? []).filter((earlier) => earlier !== '');
    directives.set(name, [...before, value]);
  }
  return sections;
}

/** The unit type affects only the issues of a line, which aren't used here. */
function assignments(text: string): readonly ParsedLine[] {
  return readLines(bytesOf(text), 'service').lines.filter(({ kind, section }) => kind === 'assignment' && section !== undefined);
}

/** Directives without a type here, such as older names and those of unknown sections, are treated as lists, as most of them are. */
function holdsOneValue(section: string, name: string): boolean {
  const tables: Readonly<Record<string, Readonly<Record<string, AnyDirective>>>> = TABLES;
  if (!Object.hasOwn(tables, section) || !Object.hasOwn(tables[section]!, name)) return false;
  return tables[section]![name]!.kind.joins === undefined;
}
