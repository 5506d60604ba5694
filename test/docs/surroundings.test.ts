import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { faultRow, tableLines } from '../support/surroundings';

const LIVE = path.join(__dirname, '../live/installer/surroundings');
const ids = tableLines().map((line) => /^\| <!-- ([a-z0-9-]+) --> /.exec(line)?.[1] ?? line);

test('exactly one live test of the campaign tries every fault on the page', () => {
  const texts = readdirSync(LIVE)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(LIVE, name), 'utf8'))
    .join('\n');
  expect(ids.map((id) => [id, texts.split(`'${id}'`).length - 1])).toEqual(ids.map((id) => [id, 1]));
});

test.each(ids)('%s is a complete row, and the only one', (id) => {
  const { title, exitCode, files } = faultRow(id);
  expect(title).not.toBe('');
  // The exit code is enough to recognize success: 0 never occurs with the old files.
  expect(exitCode === 0 ? files : 'new').toBe('new');
});

test('compares the whole last line', () => {
  const { lastLine } = faultRow('state-full');
  const line = 'refused, nothing changed: cannot write to /var/lib/cdktf-sidekiq: cp: error writing x: No space left on device';
  expect(line).toMatch(lastLine);
  expect(`${line}.`).not.toMatch(lastLine);
  expect(`but ${line}`).not.toMatch(lastLine);
});

test('refuses an id without a row', () => {
  expect(() => faultRow('no-such-fault')).toThrow('no-such-fault');
});
