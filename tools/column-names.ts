/**
 * Replaces the names of columns in the shell programs by what a shell understands, from lib/installer/schema.ts:
 *
 *     @{TABLE.COLUMN}            the number of the column, for awk, cut and `column`
 *     @{TABLE: COLUMN …}         names for `read`: `_` for the other columns; COLUMN=NAME reads into another name
 *     @{records}                 the records of the document that have a text
 */
import { DOCUMENT, recordsWithText, TABLES } from '../lib/installer/schema';

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
