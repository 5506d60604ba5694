import type { Duration } from '../../../values/duration';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { LARGEST_NUMBER } from '../../units';
import type { Issues } from './report';

/** Monit keeps a timeout as milliseconds in a C int; a longer one wraps, and expires at once. */
const LONGEST_TIMEOUT_SECONDS = Math.floor(LARGEST_NUMBER / 1000);

/** Issues of a timeout. */
export function* timeoutIssues(place: Place, timeout: Duration): Issues {
  const seconds = timeout.toSeconds();
  if (timeout.problem() === undefined && Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) return;
  yield error('monit/invalid-timeout', place, {
    got: String(timeout),
    expected: `whole seconds, from 1 to ${LONGEST_TIMEOUT_SECONDS}`,
    remedy: 'Give a timeout that Monit can count: it has no fractions, dies of 0, and turns a longer one negative.',
  });
}
