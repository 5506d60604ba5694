import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { faultRow, tableLines } from '../support/surroundings';

const LIVE = path.join(__dirname, '../live/installer/surroundings');
const ids = tableLines().map((line) => /^\| <!-- ([a-z0-9-]+) --> /.exec(line)?.[1] ?? line);

test('every fault of the page is tried by one live test of the campaign', () => {
  const texts = readdirSync(LIVE)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(LIVE, name), 'utf8'))
    .join('\n');
  expect(ids.map((id) => [id, texts.split(`'${id}'`).length - 1])).toEqual(ids.map((id) => [id, 1]));
});

test.each(ids)('%s is a whole row, and the only one', (id) => {
  const { title, exitCode, files } = faultRow(id);
  expect(title).not.toBe('');
  // Who reads only the exit code is not misled: 0 never goes with the old files.
  expect(exitCode === 0 ? files : 'new').toBe('new');
});

test('a last line is taken whole', () => {
  const { lastLine } = faultRow('state-full');
  const told = 'refused, nothing changed: cannot write to /var/lib/cdktf-sidekiq: cp: error writing x: No space left on device';
  expect(told).toMatch(lastLine);
  expect(`${told}.`).not.toMatch(lastLine);
  expect(`but ${told}`).not.toMatch(lastLine);
});

test('there is no row that nobody has written', () => {
  expect(() => faultRow('no-such-fault')).toThrow('no-such-fault');
});
