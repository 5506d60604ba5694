import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { Percent } from '../../values/percent';
import { placeText, type Place } from '../../values/place';
import { Size } from '../../values/size';
import type { Operator } from '../comparison';
import { decimal } from '../escape';
import type { Operands } from '../test-table';
import { LARGEST_NUMBER, SIZE_UNITS, wraps } from '../units';
import { wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';

const OPERATORS: readonly Operator[] = ['>', '>=', '<', '<=', '=', '!='];

/** Operands with a limit. */
export type LimitOperand = {
  [O in keyof Operands]: Operands[O] extends { readonly limit: unknown } ? O : never;
}[keyof Operands];

interface LimitKind {
  readonly words: string;
  readonly takes: (limit: unknown) => boolean;
}

const PERCENT: LimitKind = { words: 'Percent.of(65)', takes: (limit) => limit instanceof Percent };
const SIZE: LimitKind = { words: 'Size.mebibytes(10)', takes: (limit) => limit instanceof Size };
const NUMBER: LimitKind = { words: '100', takes: isNumber };
const TIME: LimitKind = { words: 'Duration.hours(1)', takes: (limit) => limit instanceof Duration };

/** Kinds of limit that each operand takes, with an example. */
const LIMITS: Readonly<Record<LimitOperand, LimitKind>> = {
  percent: PERCENT,
  wholePercent: PERCENT,
  size: SIZE,
  sizePerSecond: SIZE,
  sizeWithin: SIZE,
  sizeOrPercent: { words: 'Size.mebibytes(800) or Percent.of(40)', takes: (limit) => SIZE.takes(limit) || PERCENT.takes(limit) },
  count: NUMBER,
  load: NUMBER,
  operationsPerSecond: NUMBER,
  packetsPerSecond: NUMBER,
  packetsWithin: NUMBER,
  pagesPerSecond: NUMBER,
  countOrPercent: { words: '100 or Percent.of(80)', takes: (limit) => isNumber(limit) || PERCENT.takes(limit) },
  duration: TIME,
  milliseconds: { words: 'Duration.milliseconds(20)', takes: (limit) => limit instanceof Duration },
};

function isNumber(limit: unknown): boolean {
  return typeof limit === 'number';
}

/** True if the operand has a limit. */
export function isLimitOperand(operand: keyof Operands): operand is LimitOperand {
  return operand in LIMITS;
}

/** Issues of an option that has an operator and a limit. */
export function* comparisonIssues(place: Place, comparison: unknown, operand: LimitOperand): Issues {
  const { operator, limit } = (comparison ?? {}) as { readonly operator?: unknown; readonly limit?: unknown };
  yield* wordIssues([...place, 'operator'], operator, OPERATORS);
  yield* limitIssues([...place, 'limit'], limit, operand, placeText(place));
}

/** Issues of an operator. */
export function* operatorIssues(place: Place, operator: unknown): Issues {
  yield* wordIssues(place, operator, OPERATORS);
}

/** Issues of a limit. `what` names its owner in messages. */
export function* limitIssues(place: Place, limit: unknown, operand: LimitOperand, what: string, perCore = false): Issues {
  const kind = LIMITS[operand];
  if (!kind.takes(limit)) {
    yield error('monit/limit', place, {
      got: show(limit),
      expected: `a limit for "${what}" like ${kind.words}`,
      remedy: 'Say what is counted: a number without its unit means something else to Monit.',
    });
  } else if (limit instanceof Percent) yield* percentIssues(place, limit, operand, perCore);
  else if (limit instanceof Size) yield* sizeIssues(place, limit);
  else if (limit instanceof Duration) yield* durationIssues(place, limit, operand);
  else if (operand === 'load') yield* loadIssues(place, limit as number);
  else yield* wholeNumberIssues('monit/limit', place, limit as number, [0, LARGEST_NUMBER], 'Give a number that Monit can count to.');
}

function* percentIssues(place: Place, percent: Percent, operand: LimitOperand, perCore: boolean): Issues {
  const { value } = percent;
  const most = perCore ? LARGEST_NUMBER : 100;
  const inRange = percent.problem() === undefined && value <= most && (value > 0 || !perCore);
  if (!inRange) {
    yield error('monit/percent', place, {
      got: String(percent),
      expected: perCore ? 'more than 0 %' : 'from 0 to 100 %: it is a share of all that the host or the process has',
      remedy: 'Give a share that can be reached.',
    });
  } else if (operand === 'wholePercent' ? !Number.isInteger(value) : Number(decimal(value)) !== value) {
    yield error('monit/percent', place, {
      got: String(percent),
      expected: operand === 'wholePercent' ? 'a whole number of percent' : 'at most six digits behind the point',
      remedy:
        operand === 'wholePercent' ? 'Round it: Monit takes no fractions here.' : 'Round it: Monit reads the number in single precision.',
    });
  }
}

function* sizeIssues(place: Place, size: Size): Issues {
  const problem = size.problem();
  if (problem === undefined && !wraps(size.toBytes(), SIZE_UNITS)) return;
  yield error('monit/size', place, {
    got: `${String(size)}, which ${problem ?? 'no unit of Monit holds'}`,
    expected: 'whole bytes; from 2 GiB on whole KiB, from 2 TiB on whole MiB',
    remedy: 'Round it to whole KiB or MiB: Monit reads the number into 32 bits and would test for another one.',
  });
}

function* durationIssues(place: Place, duration: Duration, operand: LimitOperand): Issues {
  const problem = duration.problem();
  const [amount, unit] = operand === 'milliseconds' ? [duration.toMilliseconds(), 'milliseconds'] : [duration.toSeconds(), 'seconds'];
  if (problem === undefined && Number.isInteger(amount) && amount <= LARGEST_NUMBER) return;
  yield error('monit/duration', place, {
    got: problem === undefined ? String(duration) : `${String(duration)}, which ${problem}`,
    expected: `whole ${unit}, from 0 to ${LARGEST_NUMBER}`,
    remedy: `Give whole ${unit}: Monit counts no fractions.`,
  });
}

function* loadIssues(place: Place, load: number): Issues {
  if (Number.isFinite(load) && load >= 0 && load <= LARGEST_NUMBER && Number(decimal(load)) === load) return;
  yield error('monit/limit', place, {
    got: show(load),
    expected: `a number from 0 to ${LARGEST_NUMBER}, at most six digits behind the point`,
    remedy: 'Give a load that there can be.',
  });
}
