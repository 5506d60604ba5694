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

/** One check before a release. */
export interface Step {
  /** Subject of the check. */
  readonly title: string;
  /** True if later checks make no sense without it. */
  readonly gate?: true;
  /** Runs the check. */
  readonly look: () => Promise<Finding>;
}

/** Result of a check. */
export interface Finding {
  /** Reasons that prevent the release, one sentence each. */
  readonly problems: readonly string[];
  /** Additional information. */
  readonly notes?: readonly string[];
}

/** All checks, the quickest first. */
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
      // In CI a missing prerequisite is a failure, because a skip would hide that nothing was tested.
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
