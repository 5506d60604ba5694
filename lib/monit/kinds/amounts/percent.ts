import { error } from '../../../values/make-issue';
import { Percent } from '../../../values/percent';
import type { Place } from '../../../values/place';
import { decimal } from '../../escape';
import { LARGEST_NUMBER } from '../../units';
import { limitText, type Amount } from '../amount';
import type { Issues } from '../issues/report';
import { number, percent as parsePercent, whole } from '../parse/values';

/** Percentage, with up to six digits after the point. */
export const percent: Amount<Percent> = {
  example: 'Percent.of(65)',
  takes: (limit) => limit instanceof Percent,
  *issues(place, limit, perCore) {
    if (!inRange(limit, perCore)) yield unreachable(place, limit, perCore);
    else if (Number(decimal(limit.value)) !== limit.value) {
      yield error('monit/invalid-percent', place, {
        got: String(limit),
        expected: 'at most six digits behind the point',
        remedy: 'Round it: Monit reads the number in single precision.',
      });
    }
  },
  render: limitText,
  parse: (context) => parsePercent(context, number(context)),
};

/** Whole percentage. */
export const wholePercent: Amount<Percent> = {
  ...percent,
  *issues(place, limit, perCore): Issues {
    if (!inRange(limit, perCore)) yield unreachable(place, limit, perCore);
    else if (!Number.isInteger(limit.value)) {
      yield error('monit/invalid-percent', place, {
        got: String(limit),
        expected: 'a whole number of percent',
        remedy: 'Round it: Monit takes no fractions here.',
      });
    }
  },
  parse: (context) => parsePercent(context, whole(context)),
};

function inRange(limit: Percent, perCore: boolean): boolean {
  const most = perCore ? LARGEST_NUMBER : 100;
  return limit.problem() === undefined && limit.value <= most && (limit.value > 0 || !perCore);
}

function unreachable(place: Place, limit: Percent, perCore: boolean) {
  return error('monit/invalid-percent', place, {
    got: String(limit),
    expected: perCore ? 'more than 0 %' : 'from 0 to 100 %: it is a share of all that the host or the process has',
    remedy: 'Give a share that can be reached.',
  });
}
