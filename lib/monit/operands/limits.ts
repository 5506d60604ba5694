import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { Percent } from '../../values/percent';
import type { Place } from '../../values/place';
import { Size } from '../../values/size';
import type { Comparison } from '../comparison';
import { comparison, comparisonText, limitIssues, operatorIssues, type Amount } from '../kinds/amount';
import type { Issues } from '../kinds/issues/report';
import { traffic } from '../kinds/parse/values';
import { secondsOf } from '../kinds/render/time';
import { largestUnit, TRAFFIC_UNITS } from '../units';
import type { Operand, TestWords } from './operand';

/** Period over which traffic is counted. */
export interface Within {
  /** Whole minutes, hours or days; no longer than Monit remembers. */
  readonly within: Duration;
}

/** An operand that is a limit. */
export function limit<L>(amount: Amount<L>): Operand<Comparison<L>> {
  return {
    kind: { limit: amount.kind },
    *issues(place, test, words) {
      yield* operatorIssues([...place, 'operator'], test.operator);
      yield* limitIssues([...place, 'limit'], test.limit, amount, words.words, words.perCore === true);
      yield* alwaysTrueIssues(place, test, words);
    },
    render: (test, { words, perCore }) =>
      `${words}${'limit' in test ? ` ${comparisonText(test, amount)}` : ''}${perCore === true ? ' per core' : ''}`,
    ...(amount.parse === undefined ? {} : { parse: (context) => comparison(context, amount) }),
  };
}

/** An operand that is a limit on the traffic of a period. */
export function limitWithin<L>(amount: Amount<L>): Operand<Comparison<L> & Within> {
  const each = limit(amount);
  return {
    kind: { limit: amount.kind, within: true },
    *issues(place, test, words, host) {
      yield* each.issues(place, test, words, host);
      if ('limit' in test && 'within' in test) yield* withinIssues([...place, 'within'], test.within);
    },
    render: (test, words) => {
      const period = 'limit' in test && 'within' in test ? ` in last ${largestUnit(secondsOf(test.within), TRAFFIC_UNITS)}` : '';
      return `${each.render(test, words)}${period}`;
    },
    parse: (context) => ({ ...comparison(context, amount), within: traffic(context) }),
  };
}

/** Reports a limit that is always met: values are never below zero, and those of a running process are almost never zero. */
function* alwaysTrueIssues(place: Place, { operator, limit: given }: Comparison<unknown>, { words, perCore }: TestWords): Issues {
  const share = given instanceof Percent && perCore !== true && given.value === 0;
  const size = given instanceof Size && given.toBytes() === 0;
  // A process may read or write nothing, a file may be empty, and swap may be unused.
  const always = operator === '>=' || (operator === '>' && /memory|totalmem|cpu/.test(words));
  if (!always || !(share || size)) return;
  yield error('monit/always-true', [...place, 'limit'], {
    problem: `"${words} ${operator} ${show(given)}" is always true, so the rule fires in every cycle`,
    remedy: 'Set a limit above 0.',
  });
}

/** Issues of a traffic period. Monit remembers the traffic of an hour by minutes, and of a day by hours. */
function* withinIssues(place: Place, within: unknown): Issues {
  const seconds = within instanceof Duration && within.problem() === undefined ? within.toSeconds() : NaN;
  const minutes = seconds >= 60 && seconds <= 3600 && seconds % 60 === 0;
  const hours = seconds >= 3600 && seconds <= 86_400 && seconds % 3600 === 0;
  if (minutes || hours) return;
  yield error('monit/invalid-traffic-window', place, {
    problem: `${show(within)} is not a Duration of 1 to 60 whole minutes or 1 to 24 whole hours`,
    remedy: 'Use one such as Duration.hours(1): Monit remembers no other period, and rejects the whole control file.',
  });
}
