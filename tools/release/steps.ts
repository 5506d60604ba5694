import { readFileSync } from 'node:fs';
import path from 'node:path';

import { must, run, lastLines } from '../../test/hosts/run';
import { apiState } from '../api/current';
import { entryPoints } from '../api/entry-points';
import { keptReport, reportName } from '../api/report';
import { apiChange, type Reports } from './api-change';
import { changelogSections } from './changelog';
import { judge } from './judge';
import { lastRelease } from './last-release';

/** One thing that is looked at before a release. */
export interface Step {
  /** Name of the step. */
  readonly title: string;
  /** True if the later steps make no sense without it. */
  readonly gate?: true;
  /** Looks. */
  readonly look: () => Promise<Finding>;
}

/** Result of a step. */
export interface Finding {
  /** Obstacles to the release, one sentence each. */
  readonly problems: readonly string[];
  /** Notes for the person who releases. */
  readonly notes?: readonly string[];
}

/** All that is looked at, the quickest first. */
export function steps(repository: string): readonly Step[] {
  const text = (file: string): string => readFileSync(path.join(repository, file), 'utf8');
  const inRepository = { cwd: repository, env: process.env };
  return [
    {
      title: 'nothing uncommitted',
      look: async () => {
        const changed = (await must(['git', 'status', '--porcelain'], inRepository)).trimEnd();
        return { problems: changed === '' ? [] : [`not committed:\n${changed}`] };
      },
    },
    {
      title: 'the package builds',
      gate: true,
      look: () => command(['npm', 'run', '--silent', 'build'], repository),
    },
    {
      title: 'the reports of the public API are current',
      look: () => Promise.resolve({ problems: apiState(repository).problems }),
    },
    {
      title: 'version and change log fit the public API',
      look: async () => {
        const { version } = JSON.parse(text('package.json')) as { version: string };
        const changelog = changelogSections(text('CHANGELOG.md'));
        const last = await lastRelease(repository);
        if (last === undefined) {
          return { problems: judge({ version, changelog }), notes: ['no release yet (no tag v<number>): there is no API to compare with'] };
        }
        const change = apiChange(last.reports, keptReports(repository));
        const notes = [
          `since ${last.version}: ${change.removed.length} lines removed or changed, ${change.added.length} added`,
          ...change.removed.map((line) => `- ${line}`),
          ...change.added.map((line) => `+ ${line}`),
        ];
        return { problems: judge({ version, changelog, last: { version: last.version, change } }), notes };
      },
    },
    {
      title: 'packed, linted (publint, arethetypeswrong), installed and used in every supported setting',
      // CI: what is missing is a failure, for it would hide that nothing was tried.
      look: () => command(['npx', 'jest', '--selectProjects', 'package'], repository, { ...process.env, CI: 'true' }),
    },
  ];
}

function keptReports(repository: string): Reports {
  return new Map(entryPoints(repository).map((entryPoint) => [reportName(entryPoint), keptReport(repository, entryPoint) ?? '']));
}

async function command(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Finding> {
  const { code, stdout, stderr } = await run(argv, { cwd, env, timeout: 1_200_000 });
  return { problems: code === 0 ? [] : [`${lastLines(stdout + stderr, 60)}\n\`${argv.join(' ')}\` ended with ${code}`] };
}
