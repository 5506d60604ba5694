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
  kind: 'seconds',
  example: 'Duration.hours(1)',
  accepts: (limit) => limit instanceof Duration,
  issues: (place, limit) => wholeIssues(place, limit, limit.toSeconds(), 'seconds'),
  render: limitText,
  parse: time,
};

/** Time, in whole milliseconds. */
export const milliseconds: Amount<Duration> = {
  kind: 'milliseconds',
  example: 'Duration.milliseconds(20)',
  accepts: (limit) => limit instanceof Duration,
  issues: (place, limit) => wholeIssues(place, limit, limit.toMilliseconds(), 'milliseconds'),
  render: millisecondsText,
  parse(context) {
    const fraction = context.cursor.comes('REAL');
    const amount = number(context);
    if (fraction && !context.cursor.comes('SECOND')) context.cursor.expect('SECOND');
    return parseMilliseconds(context, amount);
  },
};

function* wholeIssues(place: Place, limit: Duration, amount: number, unit: string): Issues {
  const problem = limit.problem() ?? wholeProblem(amount, unit);
  if (problem === undefined) return;
  yield error('monit/invalid-duration', place, {
    problem: `${String(limit)} ${problem}`,
    remedy: `Use whole ${unit} up to ${LARGEST_NUMBER}: Monit counts no fractions.`,
  });
}

function wholeProblem(amount: number, unit: string): string | undefined {
  if (!Number.isInteger(amount)) return `is not a whole number of ${unit}`;
  return amount > LARGEST_NUMBER ? 'is longer than Monit can count' : undefined;
}
