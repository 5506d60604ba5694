import { absolutePathProblem, error, show, type Issue } from '../../values';

/**
 * Issues of a check name that can't be a file name. The check's control file is named after it.
 *
 * Codes: `monit/invalid-check-name`.
 */
export function checkNameIssues(name: string): readonly Issue[] {
  const problem = checkNameProblem(name);
  if (problem === undefined) return [];
  return [
    error('monit/invalid-check-name', ['checkName'], {
      problem: `${show(name)} ${problem}`,
      remedy: 'Set checkName to a file name without /, a leading dot or a trailing ~: the check’s file is named after it.',
    }),
  ];
}

/** Stricter than Monit's own rule, because the name is also a file name. */
function checkNameProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.includes('/')) return 'contains a slash';
  if (name.startsWith('.')) return 'starts with a dot';
  return name.endsWith('~') ? 'ends in ~' : absolutePathProblem(`/${name}`);
}
