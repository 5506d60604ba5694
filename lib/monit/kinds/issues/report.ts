import { show, type Issue } from '../../../values/issue';
import { error, type IssueText } from '../../../values/make-issue';
import type { Place } from '../../../values/place';

/** Issues, yielded one by one; nothing is thrown. */
export type Issues = Generator<Issue, void, undefined>;

/** Reports anything other than a whole number within the bounds. */
export function* wholeNumberIssues(code: string, place: Place, value: number, bounds: readonly [number, number], remedy: string): Issues {
  const [least, most] = bounds;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield error(code, place, { problem: `${show(value)} is not a whole number from ${least} to ${most}`, remedy });
}

/** Reports a word that isn't one of Monit's: JavaScript callers can pass any. */
export function* wordIssues(place: Place, word: unknown, words: readonly string[]): Issues {
  if (words.some((known) => known === word)) return;
  yield error('monit/unknown-value', place, {
    problem: `${show(word)} is unknown to Monit, which would reject the control file`,
    remedy: `Use one of ${words.join(', ')}.`,
  });
}

/** Reports a list or an object that is set but empty. */
export function* emptyIssues(place: Place, isFilled: boolean, text: IssueText): Issues {
  if (!isFilled) yield error('monit/empty-list', place, text);
}
