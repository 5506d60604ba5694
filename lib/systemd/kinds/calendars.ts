import { error, show } from '../../values';
import { Calendar } from '../values/calendar';
import { listOf, type OneOrMany } from '../values/one-or-many';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { timeSpan } from './amounts';
import type { Duration } from '../../values';

/** OnCalendar=: one line per expression. */
export const calendars: Kind<OneOrMany<Calendar>> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], renderCalendar(one)))),
};

function renderCalendar(value: unknown): Rendered {
  const problem = value instanceof Calendar ? value.problem() : 'is not a Calendar';
  if (problem === undefined) return ok(String(value));
  return invalid(
    error('unit/invalid-calendar', [], {
      problem: `${show(value instanceof Calendar ? value.expression : value)} ${problem}`,
      remedy:
        'Use Calendar.daily(), Calendar.of("Mon..Fri 09:00") or similar: systemd ignores an invalid time, and refuses a timer that has no other.',
    }),
  );
}

const span = timeSpan({ infinity: false });

/** OnBootSec= and similar: one line per time span. */
export const timerSpans: Kind<OneOrMany<Duration>> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], span.render(one)))),
};
