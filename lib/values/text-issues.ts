import { show, type Issue } from './issue';
import { error } from './make-issue';
import type { Place } from './place';
import { textProblem } from './text';

/** Properties of an issue about a text, besides the value that was given. */
export interface TextExpectation extends Pick<Issue, 'code' | 'remedy'> {
  /** Place of the text. */
  readonly place: Place;
}

/** Returns the issue of a value with a problem (in words that follow the value, such as "is empty"), or no issue without a problem. */
export function textIssues(value: unknown, problem: string | undefined, { code, place, remedy }: TextExpectation): Issue[] {
  return problem === undefined ? [] : [error(code, place, { problem: `${show(value)} ${problem}`, remedy })];
}

/** Describes why a value isn't a single word: blanks, slashes and control characters, or a problem found by textProblem. */
export function wordProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/\p{Cc}/u.test(value)) return 'contains a control character';
  return /[\s/]/u.test(value) ? 'contains whitespace or a slash' : undefined;
}
