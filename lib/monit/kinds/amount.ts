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

/** A kind of limit: its type, check, rendering and parsing. */
export interface Amount<L> {
  /** Example of such a limit, for messages. */
  readonly example: string;
  /** True if the value is such a limit. */
  readonly takes: (limit: unknown) => boolean;
  /** Issues of such a limit. */
  readonly issues: (place: Place, limit: L, perCore: boolean) => Issues;
  /** Renders a limit. Never throws, whatever JavaScript callers pass. */
  readonly render: (limit: L) => string;
  /** Parses a limit; absent for those that are newer than the grammar. */
  readonly parse?: (context: Context) => L;
}

/** Renders a limit as its class suggests: a percentage, a size, a time or a number. */
export function limitText(limit: Percent | Size | Duration | number): string {
  if (limit instanceof Percent) return `${decimal(limit.value)}%`;
  if (limit instanceof Size) return largestUnit(limit.toBytes(), SIZE_UNITS);
  return limit instanceof Duration ? largestUnit(limit.toSeconds(), TIME_UNITS) : decimal(limit);
}

/** Issues of a limit. `what` names its owner in messages. */
export function* limitIssues<L>(place: Place, limit: unknown, amount: Amount<L>, what: string, perCore = false): Issues {
  if (amount.takes(limit)) return yield* amount.issues(place, limit as L, perCore);
  yield error('monit/invalid-limit', place, {
    got: show(limit),
    expected: `a limit for "${what}" like ${amount.example}`,
    remedy: 'Say what is counted: a number without its unit means something else to Monit.',
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
export function comparisonText<L>({ operator: given, limit }: Comparison<L>, amount: Amount<L>): string {
  return `${given} ${amount.render(limit)}`;
}

/** Parses an operator and a limit. */
export function comparison<L>(context: Context, amount: Amount<L>): Comparison<L> {
  return { operator: operator(context), limit: amount.parse!(context) };
}
