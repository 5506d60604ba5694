import { must, run } from '../../test/hosts/run';
import { REPORTS } from '../api/report';
import type { Reports } from './api-change';

/** The last release, from git. */
export interface LastRelease {
  /** Without the `v` of its tag. */
  readonly version: string;
  /** The API reports of that release. */
  readonly reports: Reports;
}

/** Returns the release of the newest tag `v<number>` before this commit; undefined before the first. */
export async function lastRelease(repository: string): Promise<LastRelease | undefined> {
  const git = (...argv: readonly string[]): Promise<string> => must(['git', ...argv], { cwd: repository, env: process.env });
  const described = await run(['git', 'describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*'], { cwd: repository, env: process.env });
  if (described.code !== 0) return undefined;
  const tag = described.stdout.trim();
  const files = (await git('ls-tree', '--name-only', tag, `${REPORTS}/`)).split('\n').filter((file) => file.endsWith('.api.md'));
  const reports = await Promise.all(
    files.map(async (file) => [file.slice(REPORTS.length + 1), await git('show', `${tag}:${file}`)] as const),
  );
  return { version: tag.slice(1), reports: new Map(reports) };
}
