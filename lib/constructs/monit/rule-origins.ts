import type { Action } from '../../monit';
import type { Issue, Place } from '../../values';

/** Place of each rule of a control file in the properties of its check, by the rule itself. */
export type RuleOrigins = Map<object, Place>;

/** Origin of the rule that a check adds about something that doesn't exist. Only its action may be the user's. */
export const WHEN_GONE: Place = ['whenGone'];

/** Copies a rule, so that one that was given twice has two places, and records where it comes from. */
export function ruleFrom<R extends object>(place: Place, rule: R, origins: RuleOrigins): R {
  const copy = { ...rule };
  origins.set(copy, place);
  return copy;
}

/**
 * Reports an issue of a control file in the properties. One of the added rule is dropped: the rule is right, or its cause is reported on
 * its own. One of the rule's action is reported at `whenGone`, if the user gave that.
 */
export function inProps(issue: Issue, whenGone: Action | undefined): readonly Issue[] {
  const [first, part, ...rest] = issue.place;
  if (first !== WHEN_GONE[0]) return [issue];
  return part === 'action' && whenGone !== undefined ? [{ ...issue, place: [...WHEN_GONE, ...rest] }] : [];
}
