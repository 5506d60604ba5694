/**
 * Columns of the document that is sent, and of the tables that a host makes of it. Both sides are made from this: `document.ts` writes
 * records, and the shell programs name columns as `@{TABLE.COLUMN}`, which tools/column-names.ts replaces by numbers.
 */

/** A record of the document: its words behind the keyword, the one that is a text in base64, and the host's table. */
interface DocumentRecord {
  readonly columns: readonly string[];
  /** Column that is a text. On the host it is decoded, and the last one of its row. */
  readonly text?: string;
  /** Table of the host with a row for each record. */
  readonly table?: string;
}

const FILE = ['mode', 'user', 'group', 'kind', 'sha', 'path'];

/** Records of the document, format 1. A record without a text has one value, which is read by its keyword. */
export const DOCUMENT = {
  owner: { columns: ['value'] },
  claim: { columns: ['value'] },
  stack: { columns: ['name'], text: 'name', table: 'stack' },
  systemd: { columns: ['value'] },
  monit: { columns: ['value'] },
  'monit-interval': { columns: ['value'] },
  generations: { columns: ['value'] },
  workspace: { columns: ['value'] },
  'deployed-by': { columns: ['value'] },
  user: { columns: ['name'] },
  group: { columns: ['name'] },
  program: { columns: ['name'], text: 'name', table: 'need.programs' },
  exists: { columns: ['path'], text: 'path', table: 'need.files' },
  check: { columns: ['name'], text: 'name', table: 'want.checks' },
  restart: { columns: ['unit', 'path'], text: 'path', table: 'want.restarts' },
  adopt: { columns: ['path'], text: 'path', table: 'adopt.paths' },
  'adopt-check': { columns: ['name'], text: 'name', table: 'adopt.checks' },
  'boot-check': { columns: ['unit', 'until', 'command'], text: 'command', table: 'want.boots' },
  rolling: { columns: ['unit'], text: 'unit', table: 'want.rolling' },
  service: {
    columns: ['unit', 'enabled', 'when_stopped', 'stability', 'stop', 'start', 'drain', 'when'],
    text: 'when',
    table: 'want.services',
  },
  file: { columns: [...FILE, 'content'], text: 'path', table: 'want.files' },
} as const satisfies Readonly<Record<string, DocumentRecord>>;

/** Keyword of a record of the document. */
export type RecordName = keyof typeof DOCUMENT;

/** Words of a record of the document, by column. */
export type RecordWords<Name extends RecordName> = Readonly<Record<(typeof DOCUMENT)[Name]['columns'][number], string>>;

/**
 * Returns the line of a record.
 *
 * @param name keyword of the record
 * @param words its words, each without blanks
 */
export function recordLine<Name extends RecordName>(name: Name, words: RecordWords<Name>): string {
  const columns: readonly string[] = DOCUMENT[name].columns;
  return [name, ...columns.map((column) => (words as Readonly<Record<string, string>>)[column]!)].join(' ');
}

/** Length of a line of records in the program. */
const LINE = 130;

/** The records with a text, as the host's reader takes them: KEYWORD=NUMBER OF THE TEXT=TABLE, in lines that aren't too long. */
export function recordsWithText(): string {
  const lines: string[] = [];
  for (const [name, { columns, text, table }] of Object.entries<DocumentRecord>(DOCUMENT)) {
    if (text === undefined) continue;
    const word = `${name}=${columns.indexOf(text) + 2}=${table!}`;
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= LINE) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.join('\n  ');
}

const OLD_SERVICE = ['unit', 'enabled', 'state', 'stop', 'drain'];
const STAT = ['mode', 'uid', 'gid', 'raw', 'size', 'path'];
const WAS = ['unit', 'enabled', 'active'];

/** Tables of a transaction, in $WORK or in the journal, and rows of the manifest, each with its columns. The last one may hold blanks. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  // Lines of the document and of a manifest: the keyword comes first.
  ...Object.fromEntries(Object.entries(DOCUMENT).map(([name, { columns }]) => [`document.${name}`, ['record', ...columns]])),
  manifest: ['record', 'row'],
  'manifest.file': ['record', ...FILE],
  'manifest.monit-interval': ['record', 'seconds'],
  // Tables that are made of the document.
  ...Object.fromEntries(
    Object.values<DocumentRecord>(DOCUMENT).flatMap(({ columns, text, table }) =>
      table === undefined ? [] : [[table, [...columns.slice(0, columns.indexOf(text!)), text!]]],
    ),
  ),
  // What this owner and the others have here.
  'old.files': FILE,
  'old.texts': ['sha', 'path'],
  'old.services': OLD_SERVICE,
  'old.originals': ['id', 'path'],
  'old.was': WAS,
  others: ['directory', 'claim', 'checks', 'stack'],
  'others.intervals': ['interval', 'stack'],
  // What is on the host.
  'have.stat': STAT,
  // As sha256sum prints it: two blanks are between the columns.
  'have.sums': ['sha', 'path'],
  'have.names': ['kind', 'id', 'name'],
  'have.originals': ['mode', 'uid', 'gid', 'id', 'path'],
  'have.services': [
    ...['unit', 'loaded', 'active', 'sub', 'result', 'enabled', 'stale', 'invocation', 'type', 'condition', 'early', 'asserted'],
    ...['quiet', 'there', 'packaged'],
  ],
  // The plan.
  'plan.write': ['mode', 'user', 'group', 'sha', 'path'],
  'plan.return': ['id', 'path'],
  'plan.services': ['action', 'unit', 'enabled', 'stability', 'stop', 'start', 'drain'],
  'plan.turns': ['unit', 'turn'],
  before: ['unit', 'active', 'enabled', 'invocation'],
  inherited: FILE,
  // What a transaction notes of itself.
  'planned.stat': STAT,
  'new.services': OLD_SERVICE,
  quieted: ['unit', 'invocation', 'pid', 'seconds', 'threads'],
  pending: ['unit', 'how', 'invocation'],
  companions: ['companion', 'unit'],
  'trial.sources': ['order', 'name', 'source'],
  'verify.dropins': ['unit', 'fragment', 'path'],
};
