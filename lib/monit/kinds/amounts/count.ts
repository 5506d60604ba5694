import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Percent } from '../../../values/percent';
import { decimal } from '../../escape';
import { LARGEST_NUMBER } from '../../units';
import { limitText, type Amount } from '../amount';
import { wholeNumberIssues } from '../issues/report';
import { number, percent as parsePercent, perSecond, whole } from '../parse/values';
import { percent } from './percent';

/** Whole number. */
export const count: Amount<number> = {
  kind: 'count',
  example: '100',
  accepts: (limit) => typeof limit === 'number',
  issues: (place, limit) =>
    wholeNumberIssues('monit/invalid-limit', place, limit, [0, LARGEST_NUMBER], 'Use a number in that range: Monit keeps only 32 bits.'),
  render: limitText,
  parse: whole,
};

/** Number, or a percentage of the limit. */
export const countOrPercent: Amount<number | Percent> = {
  kind: 'countOrPercent',
  example: '100 or Percent.of(80)',
  accepts: (limit) => count.accepts(limit) || percent.accepts(limit),
  issues: (place, limit, perCore) =>
    typeof limit === 'number' ? count.issues(place, limit, perCore) : percent.issues(place, limit, perCore),
  render: limitText,
  parse(context) {
    const fraction = context.cursor.comes('REAL');
    const amount = number(context);
    return fraction || context.cursor.comes('PERCENT') ? parsePercent(context, amount) : amount;
  },
};

/** Load average: a number, fractions allowed. */
export const load: Amount<number> = {
  ...count,
  kind: 'load',
  *issues(place, limit) {
    if (Number.isFinite(limit) && limit >= 0 && limit <= LARGEST_NUMBER && Number(decimal(limit)) === limit) return;
    yield error('monit/invalid-limit', place, {
      problem: `${show(limit)} is not a number from 0 to ${LARGEST_NUMBER} with at most six decimals`,
      remedy: 'Use a load average that can occur, such as 8 or 0.75.',
    });
  },
  parse: number,
};

/** Operations per second. */
export const operationsPerSecond: Amount<number> = {
  ...count,
  render: (limit) => `${limitText(limit)} operations/s`,
  parse(context) {
    const amount = whole(context);
    context.cursor.expect('OPERATION');
    return amount;
  },
};

/** Packets. */
export const packets: Amount<number> & Required<Pick<Amount<number>, 'parse'>> = {
  ...count,
  render: (limit) => `${limitText(limit)} packets`,
  parse(context) {
    const amount = whole(context);
    context.cursor.expect('PACKET');
    return amount;
  },
};

/** Packets per second. */
export const packetsPerSecond: Amount<number> = {
  ...count,
  render: (limit) => `${limitText(limit)} packets/s`,
  parse(context) {
    const amount = packets.parse(context);
    perSecond(context, true);
    return amount;
  },
};

/** Memory pages per second. They are newer than the grammar. */
export const pagesPerSecond: Amount<number> = {
  kind: count.kind,
  example: count.example,
  accepts: count.accepts,
  issues: count.issues,
  render: (limit) => `${limitText(limit)} per second`,
};
