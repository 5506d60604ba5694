import { environmentNameProblem, error, show, textProblem, type Issue } from '../values';
import { escapeEnvironmentFileValue } from './escape';
import { MAX_STRING_BYTES } from './kinds/environment';

/**
 * Renders the text of a file for EnvironmentFile=, one variable per line, in the given order. Values are literal: systemd expands nothing
 * in them. There are no comments, because systemd before 254 lets a comment that ends in a backslash swallow the next line. Never throws:
 * variables that {@link environmentFileIssues} reports as errors are left out.
 *
 * @example
 * ```ts
 * import { renderEnvironmentFile } from 'cdktf-sidekiq/systemd';
 *
 * const content = renderEnvironmentFile({ RAILS_ENV: 'production', GREETING: 'a "quoted" word' });
 * new HostFile(this, 'environment', { host, path: '/etc/myapp/environment', content });
 * ```
 */
export function renderEnvironmentFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .filter(([name, value]) => environmentNameProblem(name) === undefined && valueProblem(name, value) === undefined)
    .map(([name, value]) => `${name}=${escapeEnvironmentFileValue(value)}\n`)
    .join('');
}

/**
 * Reports variables that systemd couldn't read from such a file: a bad name (`unit/invalid-environment-name`), or text that the file or a
 * process can't hold (`unit/unrepresentable-text`). Values are never shown, as they may be secrets.
 *
 * @example
 * ```ts
 * import { environmentFileIssues } from 'cdktf-sidekiq/systemd';
 *
 * const issues = environmentFileIssues({ '2ND_QUEUE': 'mailers' });
 * const codes = issues.map(({ code }) => code); // ['unit/invalid-environment-name']
 * ```
 */
export function environmentFileIssues(variables: Readonly<Record<string, string>>): readonly Issue[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const issues: Issue[] = [];
    const badName = environmentNameProblem(name);
    if (badName !== undefined) {
      issues.push(
        error('unit/invalid-environment-name', [name], {
          problem: `${show(name)} ${badName}, and systemd drops the variable`,
          remedy: 'Use letters, digits and _ in its name, with a letter or _ first.',
        }),
      );
    }
    const badValue = valueProblem(name, value);
    if (badValue !== undefined) {
      issues.push(
        error('unit/unrepresentable-text', [name], {
          problem: `the value ${badValue}`,
          remedy: 'Use text of less than 128 KiB in Unicode normalisation form C without NUL, or put it in a separate file.',
        }),
      );
    }
    return issues;
  });
}

function valueProblem(name: string, value: unknown): string | undefined {
  // Values are written in quotes, where a carriage return is safe.
  const problem = textProblem(typeof value === 'string' ? value.replaceAll('\r', '\n') : value, { allowNewline: true });
  if (problem !== undefined) return problem;
  const bytes = new TextEncoder().encode(`${name}=${String(value)}`).length;
  return bytes > MAX_STRING_BYTES ? 'is too long for the environment of a process' : undefined;
}
