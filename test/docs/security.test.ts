import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
const boundaries = page
  .slice(page.indexOf('## Boundaries'), page.indexOf('## The upload'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

test('the page has boundaries', () => {
  expect(boundaries.length).toBeGreaterThan(5);
});

test.each(boundaries.map((line) => [line.slice(2, 60).trim(), line] as const))('%s… names existing tests', (_, line) => {
  const tests = [...line.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file!);
  expect(tests).not.toEqual([]);
  expect(tests.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
