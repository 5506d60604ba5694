import type { Amount } from '../kinds/amount';
import { count, countOrPercent, load, operationsPerSecond, packets, packetsPerSecond, pagesPerSecond } from '../kinds/amounts/count';
import { percent, wholePercent } from '../kinds/amounts/percent';
import { size, sizeOrPercent, sizePerSecond } from '../kinds/amounts/size';
import { milliseconds, seconds } from '../kinds/amounts/time';
import type { Operands } from '../test-table';

/** The amounts of operands that have a limit. */
const AMOUNTS: Partial<Record<keyof Operands, unknown>> = {
  percent,
  wholePercent,
  size,
  sizePerSecond,
  sizeWithin: size,
  sizeOrPercent,
  count,
  load,
  operationsPerSecond,
  packetsPerSecond,
  packetsWithin: packets,
  pagesPerSecond,
  countOrPercent,
  duration: seconds,
  milliseconds,
};

/** The amount of an operand; undefined for those without a limit. */
export function amountOf(operand: keyof Operands): Amount<unknown> | undefined {
  return AMOUNTS[operand] as Amount<unknown> | undefined;
}
