import { error } from '../../../values/make-issue';
import { Percent } from '../../../values/percent';
import type { Place } from '../../../values/place';
import { decimal } from '../../escape';
import { LARGEST_NUMBER } from '../../units';
import { limitText, type Amount } from '../amount';
import type { Issues } from '../issues/report';
import { number, percent as parsePercent, whole } from '../parse/values';

/** Percentage, with up to six decimals. */
export const percent: Amount<Percent> = {
  kind: 'percent',
  example: 'Percent.of(65)',
  accepts: (limit) => limit instanceof Percent,
  *issues(place, limit, perCore) {
    if (!inRange(limit, perCore)) yield outOfRange(place, limit, perCore);
    else if (Number(decimal(limit.value)) !== limit.value) {
      yield error('monit/invalid-percent', place, {
        problem: `${String(limit)} has more than six decimals`,
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
  kind: 'wholePercent',
  *issues(place, limit, perCore): Issues {
    if (!inRange(limit, perCore)) yield outOfRange(place, limit, perCore);
    else if (!Number.isInteger(limit.value)) {
      yield error('monit/invalid-percent', place, {
        problem: `${String(limit)} is not a whole percentage`,
        remedy: `Use Percent.of(${Math.round(limit.value)}): Monit accepts no fractions here.`,
      });
    }
  },
  parse: (context) => parsePercent(context, whole(context)),
};

function inRange(limit: Percent, perCore: boolean): boolean {
  const most = perCore ? LARGEST_NUMBER : 100;
  return limit.problem() === undefined && limit.value <= most && (limit.value > 0 || !perCore);
}

function outOfRange(place: Place, limit: Percent, perCore: boolean) {
  return error('monit/invalid-percent', place, {
    problem: perCore ? `${String(limit)} of a core is not a usable limit` : `${String(limit)} is not between 0 % and 100 %`,
    remedy: perCore ? 'Use more than 0 %, such as Percent.of(65).' : 'Use a share of the whole, such as Percent.of(80).',
  });
}
