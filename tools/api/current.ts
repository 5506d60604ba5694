import { apiReport, keptReport, REPORTS, type ApiReport } from './report';
import { entryPoints } from './entry-points';

/** Comparison of the built API with the reports in the repository. */
export interface ApiState {
  /** Reports of the current API. */
  readonly reports: readonly ApiReport[];
  /** Things to do, one sentence each; empty if the reports are current and the API refers only to exported names. */
  readonly problems: readonly string[];
}

/** Creates the reports of all entry points from the types in `dist`, and compares them with the stored ones. */
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
