import { apiReport, keptReport, REPORTS, type ApiReport } from './report';
import { entryPoints } from './entry-points';

/** Comparison of the built API with the reports in the repository. */
export interface ApiState {
  /** The reports of the API as it is. */
  readonly reports: readonly ApiReport[];
  /** Tasks, one sentence each; none when the reports are current and the API names only types that it exports. */
  readonly problems: readonly string[];
}

/** Makes the reports of all entry points, from the types in `dist`, and compares them with those that are kept. */
export function apiState(repository: string): ApiState {
  const states = entryPoints(repository).map((entryPoint) => {
    const report = apiReport(repository, entryPoint);
    const isCurrent = keptReport(repository, entryPoint) === report.text;
    return {
      report,
      problems: [
        ...report.problems.map((problem) => `${entryPoint.specifier}: ${problem}`),
        ...(isCurrent ? [] : [`${REPORTS}/${report.fileName} is out of date: run \`npm run api\`, and review what changed`]),
      ],
    };
  });
  return { reports: states.map(({ report }) => report), problems: states.flatMap(({ problems }) => problems) };
}
