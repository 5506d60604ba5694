import { Duration } from '../../../values/duration';
import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { LARGEST_NUMBER } from '../../units';
import type { Issues } from './report';

/** Reason why Monit has no other timeouts. */
export const TIMEOUT_REASON = 'Monit counts no fractions, exits on 0, and turns a longer timeout negative';

/** Longest timeout: Monit keeps it as milliseconds in a C int. */
const LONGEST_TIMEOUT_SECONDS = Math.floor(LARGEST_NUMBER / 1000);

/** Issues of a timeout. */
export function* timeoutIssues(place: Place, timeout: unknown): Issues {
  const seconds = timeout instanceof Duration && timeout.problem() === undefined ? timeout.toSeconds() : NaN;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) return;
  yield error('monit/invalid-timeout', place, {
    problem: `${show(timeout)} is not a Duration of whole seconds from 1 to ${LONGEST_TIMEOUT_SECONDS}`,
    remedy: `Use one such as Duration.seconds(60): ${TIMEOUT_REASON}.`,
  });
}
