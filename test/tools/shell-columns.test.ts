import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT, TABLES } from '../../lib/installer/schema';
import { withColumns } from '../../tools/column-names';
import { allNumberedColumns, numberedColumns } from '../../tools/shell-columns';

const ROOT = path.resolve(__dirname, '../..');

test.each([
  ['cut -f @{want.files.path}-', 'cut -f 6-'],
  ['$@{plan.write.sha} ~ /x/', '$4 ~ /x/'],
  ['$@{document.file.content}', '$8'],
  ['read -r @{want.files: kind path}', 'read -r _ _ _ kind _ path'],
  ['read -r @{want.files: kind}', 'read -r _ _ _ kind _'],
  ['read -r @{plan.services: unit=planned enabled}', 'read -r _ planned enabled _'],
  ['read -r @{have.services: unit LOADED ACTIVE}', 'read -r unit LOADED ACTIVE _'],
  ['"$@" app@1.service ${x%%@*}', '"$@" app@1.service ${x%%@*}'],
])('%s is %s', (text, expected) => {
  expect(withColumns(text)).toBe(expected);
});

test.each([
  ['@{want.nothing.path}', 'want.nothing is no table of lib/installer/schema.ts'],
  ['@{want.files.owner}', 'want.files has no column owner in lib/installer/schema.ts'],
  ['read -r @{want.files: path kind}', 'want.files: kind is behind its place'],
])('%s is an error', (text, message) => {
  expect(() => withColumns(text)).toThrow(message);
});

it('finds no column that is numbered by hand in the installer’s program', () => {
  expect(allNumberedColumns(ROOT)).toEqual([]);
});

test.each([
  ['column want.services "$unit" 6'],
  ['longest plan.services 6'],
  ['cut -d \' \' -f 6- "$WORK/want.files"'],
  ["awk '{ print rest(6) }'"],
  ['awk \'$4 == "unit"\' "$WORK/want.files"'],
  ['while read -r _ _ _ kind _; do :; done'],
])('rejects %s', (line) => {
  expect(numberedColumns('apply/a.sh', `a() {\n  ${line}\n}\n`)).not.toEqual([]);
});

test.each([
  ['column want.services "$unit" @{want.services.start}'],
  ['awk \'$@{want.files.kind} == "unit"\' "$WORK/want.files"'],
  ['while read -r @{want.files: kind}; do :; done'],
  ['[ "$4" = unit ]'],
])('accepts %s', (line) => {
  expect(numberedColumns('apply/a.sh', `a() {\n  ${line}\n}\n`)).toEqual([]);
});

it('has a text as the last column of each table of the document, as the reader writes it', () => {
  for (const { columns, text, table } of Object.values<{ columns: readonly string[]; text?: string; table?: string }>(DOCUMENT)) {
    if (table === undefined) continue;
    expect(TABLES[table]!.at(-1)).toBe(text);
    expect(columns).toEqual(expect.arrayContaining([...TABLES[table]!]));
  }
});

it('has no table that no program names', () => {
  const directory = path.join(ROOT, 'lib/installer/sh');
  const programs = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sh'))
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n');
  const unnamed = Object.keys(TABLES).filter((name) => !/^(document|manifest)\b/.test(name) && !programs.includes(name));
  expect(unnamed).toEqual(['stack', 'need.programs'].filter((name) => !programs.includes(name)));
});

it('describes the rows of a manifest with the columns of the schema', () => {
  const head = readFileSync(path.join(ROOT, 'lib/installer/sh/read/manifest.sh'), 'utf8').split('\n\n')[0];
  for (const [keyword, table] of Object.entries({
    file: 'old.files',
    service: 'old.services',
    original: 'old.originals',
    was: 'old.was',
  })) {
    expect(head).toContain(` ${keyword} ${TABLES[table]!.join(' ').toUpperCase()}`);
  }
});
