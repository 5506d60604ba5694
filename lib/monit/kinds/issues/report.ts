import { show, type Issue } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';

/** Issues that the checks of this directory yield one by one; nothing is thrown. */
export type Issues = Generator<Issue, void, undefined>;

/** Yields an error unless the number is whole and within the bounds. */
export function* wholeNumberIssues(code: string, place: Place, value: number, bounds: readonly [number, number], remedy: string): Issues {
  const [least, most] = bounds;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield error(code, place, { got: show(value), expected: `a whole number from ${least} to ${most}`, remedy });
}

/** Yields an error unless the word is one of Monit's. JavaScript callers can pass any word. */
export function* wordIssues(place: Place, word: unknown, words: readonly string[]): Issues {
  if (words.some((known) => known === word)) return;
  yield error('monit/unknown-value', place, {
    got: show(word),
    expected: `one of ${words.join(', ')}`,
    remedy: 'Use one of these: Monit would refuse the whole control file, or read the word as something else.',
  });
}

/** Yields an error where a value is given but empty. */
export function* nothingSaidIssues(place: Place, expected: string, said: boolean): Issues {
  if (said) return;
  yield error('monit/empty-list', place, {
    got: 'nothing',
    expected,
    remedy: 'Add one, or remove the whole statement or option: Monit refuses it, or reads it as something else.',
  });
}
