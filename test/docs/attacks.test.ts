import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withRow, type Row } from '../live/security/attack/table';

const PAGE = path.join(__dirname, '../../docs/attacks.md');

const family = {
  name: 'Doors',
  rows: [
    { attack: 'knocks', window: 'the front door' },
    { attack: 'knocks', window: 'the back door' },
  ],
};
const row = (more: Partial<Row> = {}): Row => ({
  attack: 'knocks',
  window: 'the front door',
  suite: 'bookworm',
  tries: 50,
  effects: 0,
  ...more,
});
const page = (...rows: readonly Row[]): string => rows.reduce((text, one) => withRow(text, family, one, 'first'), '');
const cells = (text: string): string[] =>
  [...text.matchAll(/^\| knocks\s*\| (.*) \|$/gm)].map(([, line]) => line!.trim().replace(/\s*\|\s*/g, ', '));

test('a row replaces the row of the same attack, in the order of its family', () => {
  const whole = page(
    row({ window: 'the back door' }),
    row({ suite: 'trixie' }),
    row({ mutant: 'has no lock', tries: 3, effects: 1 }),
    row(),
  );
  expect(cells(whole)).toEqual([
    'the front door, 12, , 50, 0, first',
    'the front door, 12, has no lock, 3, 1, first',
    'the front door, 13, , 50, 0, first',
    'the back door, 12, , 50, 0, first',
  ]);
  expect(cells(withRow(whole, family, row({ tries: 60 }), 'second'))).toEqual([
    'the front door, 12, , 60, 0, second',
    ...cells(whole).slice(1),
  ]);
});

test('removes a row that its family no longer has', () => {
  const smaller = { ...family, rows: family.rows.slice(1) };
  expect(cells(withRow(page(row(), row({ window: 'the back door' })), smaller, row({ window: 'the back door' })))).toHaveLength(1);
});

test('keeps the rows of other families', () => {
  const other = { name: 'Windows', rows: family.rows };
  const text = withRow(page(row()), other, row(), 'second');
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(['Doors', 'Windows']);
  expect(cells(text)).toHaveLength(2);
});

const published = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
test('no attack in docs/attacks.md had an effect, and every mutant did', () => {
  const rows = [...published.matchAll(/^\| (.*) \|$/gm)].map(([, line]) => line!.split('|').map((cell) => cell.trim()));
  for (const [attack, window, , mutant, tries, effects] of rows.filter((line) => /^\d+$/.test(line[4]!))) {
    expect({ attack, window, mutant, effects }).toEqual({ attack, window, mutant, effects: mutant === '' ? '0' : '1' });
    expect(Number(tries)).toBeGreaterThan(0);
  }
});
