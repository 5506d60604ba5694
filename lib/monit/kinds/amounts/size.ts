import { error } from '../../../values/make-issue';
import type { Percent } from '../../../values/percent';
import { Size } from '../../../values/size';
import { SIZE_UNITS, wraps } from '../../units';
import { limitText, type Amount } from '../amount';
import { number, percent as parsePercent, size as parseSize, sizePerSecond as parseSizePerSecond, whole } from '../parse/values';
import { percent } from './percent';

/** Bytes. */
export const size: Amount<Size> = {
  kind: 'size',
  example: 'Size.mebibytes(10)',
  accepts: (limit) => limit instanceof Size,
  *issues(place, limit) {
    const problem = limit.problem();
    if (problem === undefined && !wraps(limit.toBytes(), SIZE_UNITS)) return;
    yield error('monit/invalid-size', place, {
      problem: `${String(limit)} ${problem ?? 'doesn’t fit into Monit’s 32 bits in any unit'}`,
      remedy:
        problem === undefined
          ? 'Round it to whole KiB (from 2 GiB on) or MiB (from 2 TiB on): Monit would compare with another size.'
          : 'Use a whole number of bytes, such as Size.mebibytes(10).',
    });
  },
  render: limitText,
  parse: (context) => parseSize(context, whole(context)),
};

/** Bytes per second. */
export const sizePerSecond: Amount<Size> = {
  ...size,
  render: (limit) => `${limitText(limit)}/s`,
  parse: (context) => parseSizePerSecond(context, context.check === 'network' ? whole(context) : number(context)),
};

/** Bytes, or a percentage of the total. */
export const sizeOrPercent: Amount<Size | Percent> = {
  kind: 'sizeOrPercent',
  example: 'Size.mebibytes(800) or Percent.of(40)',
  accepts: (limit) => size.accepts(limit) || percent.accepts(limit),
  issues: (place, limit, perCore) => (limit instanceof Size ? size.issues(place, limit, perCore) : percent.issues(place, limit, perCore)),
  render: limitText,
  parse(context) {
    const amount = number(context);
    return context.cursor.comes('PERCENT') ? parsePercent(context, amount) : parseSize(context, amount);
  },
};
