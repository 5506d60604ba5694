import type { Issue } from '../values/issue';
import type { Place } from '../values/place';
import { textProblem } from '../values/text';
import { textIssues } from '../values/text-issues';

/** Describes why a value isn't a path on the host, either absolute or relative to the unit's WorkingDirectory. */
export function pathProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/\p{Cc}/u.test(value)) return 'contains a control character';
  return value.startsWith('~') ? 'starts with ~, which only a shell expands' : undefined;
}

/** Returns the issues of a path that may be relative to the unit's WorkingDirectory: `sidekiq/invalid-path`. */
export function pathIssues(place: Place, value: unknown): Issue[] {
  return textIssues(value, pathProblem(value), {
    code: 'sidekiq/invalid-path',
    place,
    remedy: 'Use a path on the host, absolute or relative to the WorkingDirectory.',
  });
}
