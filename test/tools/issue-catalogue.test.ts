import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ISSUE_CODES } from '../../lib/testing';
import { codesFile, ROOT } from '../../tools/issue-catalogue/generated';
import { COMMAND, reasonsOf } from '../../tools/issue-catalogue/page';
import { pageFile } from '../../tools/issue-catalogue/page-file';
import { lib } from '../errors/lib';

const present = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const hint = (file: string) => `${file} is out of date: run ${COMMAND}`;

test('the list of codes is that of the sources', () => {
  const { path: file, text } = codesFile();
  expect([hint(file), present(file)]).toEqual([hint(file), text]);
}, 60_000);

test('the page has every code, and no other', () => {
  const headings = [...present('docs/issues.md').matchAll(/^### (\S+)$/gm)].map(([, code]) => code!);
  expect(headings.sort()).toEqual([...ISSUE_CODES]);
  expect(Object.keys(reasonsOf(lib)).sort()).toEqual([...ISSUE_CODES]);
});

test('the page is what is told now', () => {
  const { path: file, text } = pageFile();
  expect([hint(file), present(file)]).toEqual([hint(file), text]);
}, 60_000);
