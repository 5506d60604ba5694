import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, firstWord } from '../first-word';
import { readUnsigned } from '../numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, refused, type ReadContext, type Reader, type Remark } from '../reader';

/** The highest CPU number that systemd accepts. */
const MOST = 8191;
/** Before 262, systemd silently ignores a range that starts at this number. 262 was observed to report it. */
const LAST = 0xffff_ffff;

/** Reads a range, or a single number as a range of one. */
export function readRange(word: string): readonly [low: number, high: number] | undefined {
  const first = firstWord(word, { separators: '-', everySeparator: true });
  if (first === undefined || first === 'invalid') return undefined;
  const low = readUnsigned(first.word, 32);
  const high = first.rest === undefined ? low : readUnsigned(first.rest, 32);
  return low === undefined || high === undefined ? undefined : [Number(low), Number(high)];
}

/** Reads CPU numbers and ranges, separated by blanks or commas. Source: parse_cpu_set_full in systemd's cpu-set-util.c. */
const set: Reader = (value, { systemdVersion }) => {
  const all = allWords(value, { separators: ' \t\n\r,', unquote: true });
  if (all === 'invalid') return ignored('has unclosed quotes');
  const ranges = all.map(readRange);
  const isTooMany = ([low, high]: readonly [number, number]): boolean =>
    low <= high && high > MOST && (low !== LAST || systemdVersion >= 262);
  if (ranges.some((range) => range === undefined || isTooMany(range))) return ignored('is not a list of numbers and ranges');
  return ranges.flatMap((range, index) =>
    range![0] > range![1] ? partly(`has the range ${show(textOf(all[index]!))}, which ends before it begins`) : FINE,
  );
};

/** Reads a set, expanding specifiers in versions that do so. */
function specifiedSet(value: string, context: ReadContext, since: number): readonly Remark[] {
  const expanded = context.systemdVersion < since ? value : expand(value, context);
  return expanded === undefined ? ignored(BAD_SPECIFIER) : set(expanded, context);
}

const affinity: Reader = (value, context) => {
  if (value === 'numa') return FINE;
  const remarks = specifiedSet(value, context, 249);
  // An invalid set is harmless since 248; before, systemd refuses the unit.
  return context.systemdVersion < 248 ? remarks.flatMap((each) => (each.effect === 'ignored' ? refused(each.reason) : [each])) : remarks;
};

/** Readers of sets of CPUs and memory nodes. */
export const CPUS: Readonly<Record<string, Reader>> = {
  exec_cpu_affinity: affinity,
  allowed_cpuset: (value, context) => specifiedSet(value, context, 250),
  // Observed with 262: specifiers are expanded.
  numa_mask: (value, context) => (value === 'all' ? FINE : specifiedSet(value, context, 262)),
};
