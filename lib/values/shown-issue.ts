import type { Issue, Severity } from './issue';
import { placeText } from './place';

/** An issue as people see it, with its place as text. */
export interface ShownIssue {
  /** Stable code in the form `<area>/<kebab-case>`: `unit/invalid-path`. */
  readonly code: string;
  /** Severity of the issue. */
  readonly severity: Severity;
  /** Property, directive or rule that the issue is about, as the user spells it: `rules[0].action`. */
  readonly property: string;
  /** Problem: one sentence without its full stop that shows the value, shortened if it's long; never a secret. */
  readonly problem: string;
  /** Remedy: one sentence that starts with a verb and has the text to type. */
  readonly remedy: string;
}

/** Turns the place of an issue into text. */
export function shownIssue({ place, ...rest }: Issue): ShownIssue {
  return { property: placeText(place), ...rest };
}

/** Formats an issue in the one form that all messages have: `property: the problem. Do Z. [code]`. */
export function formatIssue(issue: Issue): string {
  return formatShownIssue(shownIssue(issue));
}

/** Formats an issue whose place is text already. See {@link formatIssue}. */
export function formatShownIssue({ property, problem, remedy, code }: ShownIssue): string {
  return `${property}: ${problem}. ${remedy} [${code}]`;
}
