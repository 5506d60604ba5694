/**
 * Replaces the names of columns in the shell programs by what a shell understands, from lib/installer/schema.ts:
 *
 *     @{TABLE.COLUMN}            the number of the column, for awk, cut and `column`
 *     @{TABLE: COLUMN …}         names for `read`: `_` for the other columns; COLUMN=NAME reads into another name
 *     @{records}                 the records of the document that have a text
 *
 * `tsx tools/shell-columns.ts` prints columns that are numbered by hand, and fails if there is any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DOCUMENT, recordsWithText, TABLES } from '../lib/installer/schema';
import type { Finding } from './shell-paths';
import { commandsOf } from './shell-words';

const PLACEHOLDER = /@\{([^}]*)\}/g;

/** Returns the text with all names of columns replaced. Throws for a table or a column that the schema doesn't have. */
export function withColumns(text: string): string {
  return text.replaceAll(PLACEHOLDER, (_, inner: string) => {
    if (inner === 'records') return recordsWithText();
    const read = /^([a-z.-]+): (.*)$/.exec(inner);
    if (read !== null) return namesToRead(read[1]!, read[2]!.split(' '));
    const dot = inner.lastIndexOf('.');
    return String(numberOf(inner.slice(0, dot), inner.slice(dot + 1)));
  });
}

function columnsOf(table: string): readonly string[] {
  const columns = TABLES[table];
  if (columns === undefined) throw new Error(`${table} is no table of lib/installer/schema.ts`);
  return columns;
}

function numberOf(table: string, column: string): number {
  const index = columnsOf(table).indexOf(column.toLowerCase());
  if (index < 0) throw new Error(`${table} has no column ${column} in lib/installer/schema.ts`);
  return index + 1;
}

/** The names for a `read` of some columns. `read` gives all that is left to the last name. */
function namesToRead(table: string, wanted: readonly string[]): string {
  const columns = columnsOf(table);
  const names = columns.map(() => '_');
  let last = 0;
  for (const word of wanted) {
    const [column, name = column] = word.split('=');
    const number = numberOf(table, column!);
    if (number <= last) throw new Error(`${table}: ${column!} is behind its place`);
    names[number - 1] = name!;
    last = number;
  }
  return names.slice(0, last < columns.length ? last + 1 : last).join(' ');
}

/** Returns the page on the document and the tables, as Markdown. */
export function tablesPage(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const page = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [head, head.map(() => '---'), ...rows].map(row);
  const records = Object.entries<{ readonly columns: readonly string[]; readonly text?: string; readonly table?: string }>(DOCUMENT);
  return [
    '<!-- Made by tools/embed-shell.ts from lib/installer/schema.ts. Do not edit. -->',
    '',
    '# The document, and the tables on a host',
    '',
    'A record of the document is a line: its keyword, then these words. A text is in base64. A table has a row for each record with a text.',
    '',
    ...page(
      ['Record', 'Words', 'Text', 'Table'],
      records.map(([name, { columns, text = '', table = '' }]) => [`\`${name}\``, columns.join(' '), text, table && `\`${table}\``]),
    ),
    '',
    'Tables of a transaction are files in `$WORK`, some of them in the journal too. Columns are separated by one blank; the last one may hold blanks.',
    '',
    ...page(
      ['Table', 'Columns'],
      Object.entries(TABLES)
        .filter(([name]) => !name.startsWith('document.'))
        .map(([name, columns]) => [`\`${name}\``, columns.join(' ')]),
    ),
    '',
  ].join('\n');
}

/** Functions whose awk programs read something other than a table of the schema, each with what that is. */
const OTHER_TEXTS: Readonly<Record<string, string>> = {
  'apply/manifest.sh write_manifest': 'names of tables',
  'ask/probe.sh json_of': 'a text',
  'ask/probe.sh probe_checks': 'the status of Monit',
  'ask/probe.sh probe_transactions': 'lines of logs',
  'plan/control-files.sh adopt_control_file': 'names and files, separated by tabs',
  'plan/control-files.sh plan_control_files': 'names and files, separated by tabs',
  'read/control-files.sh check_names': 'control files of Monit',
  'read/control-files.sh include_patterns': 'control files of Monit',
  'read/document.sh read_tables': 'the schema itself',
  'read/file-systems.sh systems_of': 'the mounts of the kernel',
};
/** Functions that read words of something other than a table. */
const OTHER_WORDS = new Set(['read/host.sh read_host', 'ask/attend.sh blocked']);

/** Columns that are numbered by hand in a program's text, as it is written. */
export function numberedColumns(file: string, text: string): Finding[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const found =
      /^\s*#/.exec(line) === null
        ? /\b(?:column|longest) [a-z.]+(?: \S+)? [0-9]|\bcut -d ' ' -f [0-9]|\brest\([0-9]|i < [0-9]; i\+\+/.exec(line)
        : null;
    return found === null
      ? []
      : [{ file, line: index + 1, message: `\`${found[0]}\` numbers a column: use a name of lib/installer/schema.ts` }];
  });
  const commands = commandsOf(text).flatMap(({ words, func, line }) => {
    const at = `${file} ${func}`;
    const refuse = (message: string): Finding[] => [{ file, line, message: `${message}: use a name of lib/installer/schema.ts` }];
    const name = words.find(({ text: word }) => word === 'awk' || word === 'read')?.text;
    if (name === 'read' && /read -r _ _/.test(words.map(({ text: word }) => word).join(' ')) && !OTHER_WORDS.has(at)) {
      return refuse('`read -r _ _` counts columns');
    }
    if (name !== 'awk' || at in OTHER_TEXTS) return [];
    const numbered = words.flatMap(({ text: word }) =>
      word.startsWith("'") ? (/\$[1-9]/.exec(word.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))?.[0] ?? []) : [],
    );
    return numbered.length === 0 ? [] : refuse(`${numbered.join(', ')} of awk numbers a column`);
  });
  return [...lines, ...commands];
}

/** All findings in the installer's program, by the names of its files below `lib/installer/sh/`. */
export function allNumberedColumns(root: string): Finding[] {
  const directory = join(root, 'lib/installer/sh');
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sh') && !file.startsWith('transport'))
    .flatMap((file) => numberedColumns(file, readFileSync(join(directory, file), 'utf8')));
}

if (require.main === module) {
  const findings = allNumberedColumns(resolve(__dirname, '..'));
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
