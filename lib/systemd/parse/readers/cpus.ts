import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, firstWord } from '../first-word';
import { readUnsigned } from '../numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, refused, type ReadContext, type Reader, type Remark } from '../reader';

/** systemd counts no further. */
const MOST = 8191;
/** Of which it makes nothing at all; seen with 262: it says so. */
const LAST = 0xffff_ffff;

/** Two numbers, which may be the same one. */
export function readRange(word: string): readonly [low: number, high: number] | undefined {
  const first = firstWord(word, { separators: '-', everySeparator: true });
  if (first === undefined || first === 'invalid') return undefined;
  const low = readUnsigned(first.word, 32);
  const high = first.rest === undefined ? low : readUnsigned(first.rest, 32);
  return low === undefined || high === undefined ? undefined : [Number(low), Number(high)];
}

/** CPUs: numbers and ranges, with blanks or commas between them. Source: parse_cpu_set_full in systemd's cpu-set-util.c. */
const set: Reader = (value, { systemdVersion }) => {
  const all = allWords(value, { separators: ' \t\n\r,', unquote: true });
  if (all === 'invalid') return ignored('has open quotes');
  const ranges = all.map(readRange);
  const isTooMany = ([low, high]: readonly [number, number]): boolean =>
    low <= high && high > MOST && (low !== LAST || systemdVersion >= 262);
  if (ranges.some((range) => range === undefined || isTooMany(range))) return ignored('is no list of numbers and ranges');
  return ranges.flatMap((range, index) =>
    range![0] > range![1] ? partly(`has the range ${show(textOf(all[index]!))}, which ends before it begins`) : FINE,
  );
};

/** A set in which specifiers are put in, from the version on that does so. */
function specifiedSet(value: string, context: ReadContext, since: number): readonly Remark[] {
  const expanded = context.systemdVersion < since ? value : expand(value, context);
  return expanded === undefined ? ignored(BAD_SPECIFIER) : set(expanded, context);
}

const affinity: Reader = (value, context) => {
  if (value === 'numa') return FINE;
  const remarks = specifiedSet(value, context, 249);
  // It became harmless with 248.
  return context.systemdVersion < 248 ? remarks.flatMap((each) => (each.effect === 'ignored' ? refused(each.reason) : [each])) : remarks;
};

/** Readers of sets of CPUs and of memory nodes. */
export const CPUS: Readonly<Record<string, Reader>> = {
  exec_cpu_affinity: affinity,
  allowed_cpuset: (value, context) => specifiedSet(value, context, 250),
  // Specifiers were seen with 262.
  numa_mask: (value, context) => (value === 'all' ? FINE : specifiedSet(value, context, 262)),
};
