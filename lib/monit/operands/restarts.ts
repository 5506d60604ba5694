import { decimal } from '../escape';
import { wholeNumberIssues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import { LARGEST_NUMBER } from '../units';
import type { Operand } from './operand';

interface Restarts {
  readonly restarts: number;
  readonly within: number;
}

/** Number of restarts within a number of cycles. */
export const restarts: Operand<Restarts> = {
  kind: 'restarts',
  *issues(place, { restarts: times, within }) {
    const remedyOfWithin = 'Use a number of cycles, such as 10.';
    yield* wholeNumberIssues('monit/invalid-number', [...place, 'within'], within, [1, LARGEST_NUMBER], remedyOfWithin);
    const most = Number.isInteger(within) && within >= 1 ? within : LARGEST_NUMBER;
    const remedy = 'Use no more restarts than cycles: Monit rejects the whole control file otherwise.';
    yield* wholeNumberIssues('monit/invalid-number', [...place, 'restarts'], times, [1, most], remedy);
  },
  render: ({ restarts: times, within }) => `${decimal(times)} restarts within ${decimal(within)} cycles`,
};

/** The parsed operand, and a function that reports its problems, to be called after the whole rule has been read. */
export interface ParsedRestarts {
  /** The operand. */
  readonly value: Restarts;
  /** Reports numbers that Monit rejects. */
  readonly report: () => void;
}

/** Parses `5 restarts within 5 cycles`, in which the number is before the words. */
export function parseRestarts(context: Context): ParsedRestarts {
  const { cursor } = context;
  const first = cursor.expect('NUMBER');
  const times = context.integer(first);
  cursor.as('restarts within', 'RESTART');
  const second = cursor.expect('NUMBER');
  const within = context.integer(second);
  cursor.expect('CYCLE');
  const report = (): void => {
    const text = `${first.text} restarts within ${second.text} cycles`;
    if (times <= 0 || within <= 0) context.reject(second, { problem: `"${text}" has a number below 1`, remedy: 'Use numbers above 0.' });
    else if (times > within) context.reject(second, { problem: `"${text}" can’t happen`, remedy: 'Use no more restarts than cycles.' });
  };
  return { value: { restarts: times, within }, report };
}
