import { Duration } from '../../../values/duration';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { LARGEST_NUMBER } from '../../units';
import { limitText, type Amount } from '../amount';
import type { Issues } from '../issues/report';
import { milliseconds as parseMilliseconds, number, time } from '../parse/values';
import { milliseconds as millisecondsText } from '../render/time';

/** Time, in whole seconds. */
export const seconds: Amount<Duration> = {
  example: 'Duration.hours(1)',
  takes: (limit) => limit instanceof Duration,
  issues: (place, limit) => wholeIssues(place, limit, limit.toSeconds(), 'seconds'),
  render: limitText,
  parse: time,
};

/** Time, in whole milliseconds. */
export const milliseconds: Amount<Duration> = {
  example: 'Duration.milliseconds(20)',
  takes: (limit) => limit instanceof Duration,
  issues: (place, limit) => wholeIssues(place, limit, limit.toMilliseconds(), 'milliseconds'),
  render: (limit) => (limit instanceof Duration ? millisecondsText(limit) : limitText(limit)),
  parse(context) {
    const fraction = context.cursor.comes('REAL');
    const amount = number(context);
    if (fraction && !context.cursor.comes('SECOND')) context.cursor.expect('SECOND');
    return parseMilliseconds(context, amount);
  },
};

function* wholeIssues(place: Place, limit: Duration, amount: number, unit: string): Issues {
  const problem = limit.problem();
  if (problem === undefined && Number.isInteger(amount) && amount <= LARGEST_NUMBER) return;
  yield error('monit/invalid-duration', place, {
    got: problem === undefined ? String(limit) : `${String(limit)}, which ${problem}`,
    expected: `whole ${unit}, from 0 to ${LARGEST_NUMBER}`,
    remedy: `Give whole ${unit}: Monit counts no fractions.`,
  });
}
