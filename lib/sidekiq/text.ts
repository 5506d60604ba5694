import { absolutePathProblem } from '../values/absolute-path';
import { show, type Issue } from '../values/issue';
import { textProblem } from '../values/text';

/** Properties of an issue about a text, besides the value that was given. */
export interface TextExpectation {
  /** See Issue.code. */
  readonly code: string;
  /** See Issue.property. */
  readonly property: string;
  /** See Issue.expected. */
  readonly expected: string;
  /** See Issue.remedy. */
  readonly remedy: string;
}

/** Returns the issue of a value with a problem (in words that follow "which"), or no issue without a problem. */
export function textIssues(value: unknown, problem: string | undefined, expectation: TextExpectation): Issue[] {
  return problem === undefined ? [] : [{ severity: 'error', ...expectation, got: `${show(value)}, which ${problem}` }];
}

/** Describes why a value isn't a single word: blanks, slashes and control characters, or a problem found by textProblem. */
export function wordProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/\p{Cc}/u.test(value)) return 'holds a control character';
  return /[\s/]/u.test(value) ? 'holds a blank or a slash' : undefined;
}

/** Describes why a value isn't a path on the host, either absolute or relative to the unit's WorkingDirectory. */
export function pathProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/\p{Cc}/u.test(value)) return 'holds a control character';
  return value.startsWith('~') ? 'starts with ~, which only a shell expands' : undefined;
}

/** Returns the issues of a path that may be relative to the unit's WorkingDirectory: `sidekiq/path`. */
export function pathIssues(property: string, value: unknown): Issue[] {
  return textIssues(value, pathProblem(value), {
    code: 'sidekiq/path',
    property,
    expected: 'a path as it is on the host, absolute or relative to the WorkingDirectory',
    remedy: 'Write the path out: no shell reads it.',
  });
}

/** Returns the issues of a path that must be absolute: `sidekiq/path`. */
export function absolutePathIssues(property: string, value: unknown): Issue[] {
  return textIssues(value, absolutePathProblem(value), {
    code: 'sidekiq/path',
    property,
    expected: 'an absolute, normalised path on the host',
    remedy: 'Write the whole path out: no login shell searches PATH for it.',
  });
}
