import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { Percent } from '../../values/percent';
import { placeText, type Place } from '../../values/place';
import { Size } from '../../values/size';
import type { Comparison, Operator } from '../comparison';
import { decimal } from '../escape';
import { largestUnit, SIZE_UNITS, TIME_UNITS } from '../units';
import { wordIssues, type Issues } from './issues/report';
import type { Context } from './parse/context';
import { operator } from './parse/values';

const OPERATORS: readonly Operator[] = ['>', '>=', '<', '<=', '=', '!='];

/** Kind of a limit's value; the tests make values by it. */
export type AmountKind =
  'percent' | 'wholePercent' | 'size' | 'sizeOrPercent' | 'count' | 'countOrPercent' | 'load' | 'seconds' | 'milliseconds';

/** A kind of limit: its type, check, rendering and parsing. */
export interface Amount<L> {
  /** Kind of its value. */
  readonly kind: AmountKind;
  /** Example of such a limit, for messages. */
  readonly example: string;
  /** True if the value is such a limit. */
  readonly accepts: (limit: unknown) => boolean;
  /** Issues of such a limit. */
  readonly issues: (place: Place, limit: L, perCore: boolean) => Issues;
  /** Renders a limit. Never throws, even for values of other types from JavaScript. */
  readonly render: (limit: L) => string;
  /** Parses a limit; absent for those that are newer than the grammar. */
  readonly parse?: (context: Context) => L;
}

/** Renders a limit by its class: a percentage, a size, a time or a number. */
export function limitText(limit: Percent | Size | Duration | number): string {
  if (limit instanceof Percent) return `${decimal(limit.value)}%`;
  if (limit instanceof Size) return largestUnit(limit.toBytes(), SIZE_UNITS);
  return limit instanceof Duration ? largestUnit(limit.toSeconds(), TIME_UNITS) : decimal(limit);
}

/** Issues of a limit. `owner` names the test or option in messages. */
export function* limitIssues<L>(place: Place, limit: unknown, amount: Amount<L>, owner: string, perCore = false): Issues {
  if (amount.accepts(limit)) return yield* amount.issues(place, limit as L, perCore);
  yield error('monit/invalid-limit', place, {
    problem: limit === undefined ? `no limit is set for "${owner}"` : `${show(limit)} is not a limit for "${owner}"`,
    remedy:
      typeof limit === 'number'
        ? `Use a value with a unit, such as ${amount.example}: Monit would read a bare number in a unit of its own.`
        : `Use a value such as ${amount.example}.`,
  });
}

/** Issues of an operator. */
export function* operatorIssues(place: Place, given: unknown): Issues {
  yield* wordIssues(place, given, OPERATORS);
}

/** Issues of an option that has an operator and a limit. */
export function* comparisonIssues<L>(place: Place, comparison: unknown, amount: Amount<L>): Issues {
  const { operator: given, limit } = (comparison ?? {}) as { readonly operator?: unknown; readonly limit?: unknown };
  yield* operatorIssues([...place, 'operator'], given);
  yield* limitIssues([...place, 'limit'], limit, amount, placeText(place));
}

/** Renders an operator and a limit: `> 50%`. */
export function comparisonText<L>(compared: Comparison<L> | null, amount: Amount<L>): string {
  // null from a JavaScript caller is reported by comparisonIssues.
  const { operator: given, limit } = (compared ?? { operator: '=' }) as Comparison<L>;
  return `${given} ${amount.render(limit)}`;
}

/** Parses an operator and a limit. */
export function comparison<L>(context: Context, amount: Amount<L>): Comparison<L> {
  return { operator: operator(context), limit: amount.parse!(context) };
}
