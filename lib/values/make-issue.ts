import type { Issue, Severity } from './issue';
import type { Place } from './place';

/** Text of an issue. */
export type IssueText = Pick<Issue, 'problem' | 'remedy'>;

/**
 * Makes an issue.
 *
 * @param severity severity of the issue
 * @param code stable code of the issue, in full where it's raised: the catalogue of issues is made from the sources
 * @param place place of the value that the issue is about
 * @param text problem and remedy
 */
export function issue(severity: Severity, code: string, place: Place, { problem, remedy }: IssueText): Issue {
  return { code, severity, place, problem, remedy };
}

/** Makes an issue that stops the synthesis. See {@link issue}. */
export function error(code: string, place: Place, text: IssueText): Issue {
  return issue('error', code, place, text);
}

/** Makes an issue about a likely problem in production. See {@link issue}. */
export function warning(code: string, place: Place, text: IssueText): Issue {
  return issue('warning', code, place, text);
}

/** Makes an issue about a consequence of the user's choice. See {@link issue}. */
export function info(code: string, place: Place, text: IssueText): Issue {
  return issue('info', code, place, text);
}

/** Moves an issue about a value into the place that has the value. */
export function inside(outer: Place, within: Issue): Issue {
  return { ...within, place: [...outer, ...within.place] };
}
