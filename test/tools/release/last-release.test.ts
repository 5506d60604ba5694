import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lastRelease } from '../../../tools/release/last-release';

let repository: string;
const git = (...argv: readonly string[]): void => {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
  execFileSync('git', [...identity, ...argv], { cwd: repository, stdio: 'pipe' });
};
const commit = (report: string): void => {
  writeFileSync(path.join(repository, 'etc/index.api.md'), report);
  git('add', '.');
  git('commit', '--quiet', '--message', 'x');
};

beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'release-'));
  mkdirSync(path.join(repository, 'etc'));
  git('init', '--quiet');
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

test('returns nothing before the first tag that names a version', async () => {
  commit('one\n');
  git('tag', 'vacation');
  expect(await lastRelease(repository)).toBeUndefined();
});

test('returns the newest tag, with the reports of that time', async () => {
  commit('one\n');
  git('tag', 'v0.1.0');
  commit('two\n');
  git('tag', 'v0.2.0');
  commit('three\n');
  expect(await lastRelease(repository)).toEqual({ version: '0.2.0', reports: new Map([['index.api.md', 'two\n']]) });
});
