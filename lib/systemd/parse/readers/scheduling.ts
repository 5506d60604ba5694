import { readInteger } from '../numbers';
import { FINE, ignored, warned, type ReadContext, type Reader } from '../reader';
import { VOCABULARY } from './vocabulary';

/** The range of a policy's priorities. */
interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

/** Kernel policies, by name and by number. */
const NONE: Range = { least: 0n, most: 0n };
const REAL_TIME: Range = { least: 1n, most: 99n };
const RANGES: Readonly<Record<string, Range>> = {
  ...{ other: NONE, batch: NONE, idle: NONE, 0: NONE, 3: NONE, 5: NONE },
  ...{ fifo: REAL_TIME, rr: REAL_TIME, 1: REAL_TIME, 2: REAL_TIME },
};
const ANY: Range = { least: 0n, most: 99n };

/**
 * Reads CPUSchedulingPriority=. Before 252, it is checked against the policy set so far, which a drop-in may not know.
 * Source: config_parse_exec_cpu_sched_prio.
 */
const priority: Reader = (value, context) => {
  if (readInteger(value, ANY.least, ANY.most) === undefined) return ignored('is not a number in range');
  const range = context.systemdVersion < 252 ? rangeOf(context) : ANY;
  if (range !== undefined && readInteger(value, range.least, range.most) !== undefined) return FINE;
  return ignored('is out of range for the policy set above it, which systemd before 252 checks');
};

function rangeOf({ values, dropIn }: ReadContext): Range | undefined {
  const policy = values.get('CPUSchedulingPolicy')?.at(-1);
  if (policy === undefined) return dropIn ? ANY : NONE;
  return Object.hasOwn(RANGES, policy) ? RANGES[policy] : undefined;
}

/** Observed with 262: a number that isn't a kernel policy is accepted with a warning. */
const policy: Reader = (value, context) => {
  const number = readInteger(value, 0n, 2n ** 31n - 1n);
  const unsupported = number !== undefined && context.systemdVersion >= 262 && !KERNEL_POLICIES.includes(number);
  return unsupported ? warned('is not a policy of the kernel') : VOCABULARY.exec_cpu_sched_policy!(value, context);
};

/** Includes policies without a name: deadline, and one added later. */
const KERNEL_POLICIES = [0n, 1n, 2n, 3n, 5n, 6n, 7n];

/** Readers of scheduler settings, by the name of systemd's parser. */
export const SCHEDULING: Readonly<Record<string, Reader>> = { exec_cpu_sched_policy: policy, exec_cpu_sched_prio: priority };
