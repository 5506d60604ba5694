import { show } from '../../values';
import { Calendar } from '../values/calendar';
import { listOf, type OneOrMany } from '../values/one-or-many';
import { refused, said, together, within, type Kind, type Spoken } from './kind';
import { timeSpan } from './amounts';
import type { Duration } from '../../values';

/** OnCalendar=: one line per expression. */
export const calendars: Kind<OneOrMany<Calendar>> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? `[${index}]` : '', speakCalendar(one)))),
};

function speakCalendar(value: unknown): Spoken {
  const problem = value instanceof Calendar ? value.problem() : 'is not made by Calendar';
  if (problem === undefined) return said(String(value));
  return refused({
    code: 'systemd/bad-calendar',
    got: `${show(value instanceof Calendar ? value.expression : value)}, which ${problem}`,
    expected: 'Calendar.daily(), Calendar.of("Mon..Fri 09:00") and the like (systemd.time(7))',
    remedy: 'Correct it; systemd ignores a time that it cannot read, and refuses a timer that has no other.',
  });
}

const span = timeSpan();

/** OnBootSec= and similar: one line per time span. */
export const timerSpans: Kind<OneOrMany<Duration>> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) =>
    together(
      listOf(value).map((one, index) => within(Array.isArray(value) ? `[${index}]` : '', span.speak(one === 'infinity' ? undefined : one))),
    ),
};
