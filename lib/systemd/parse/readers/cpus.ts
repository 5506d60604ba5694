import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, firstWord } from '../first-word';
import { readUnsigned } from '../numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, type Reader } from '../reader';

/** systemd counts no further. */
const MOST = 8191;
/** Of which it makes nothing at all. */
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
const set: Reader = (value) => {
  const all = allWords(value, { separators: ' \t\n\r,', unquote: true });
  if (all === 'invalid') return ignored('has open quotes');
  const ranges = all.map(readRange);
  if (ranges.some((range) => range === undefined || (range[0] <= range[1] && range[1] > MOST && range[0] !== LAST)))
    return ignored('is no list of numbers and ranges');
  return ranges.flatMap((range, index) =>
    range![0] > range![1] ? partly(`has the range ${show(textOf(all[index]!))}, which ends before it begins`) : FINE,
  );
};

const cpus: Reader = (value, context) => {
  if (value === 'numa' && context.name === 'CPUAffinity') return FINE;
  const expanded = expand(value, context);
  return expanded === undefined ? ignored(BAD_SPECIFIER) : set(expanded, context);
};

/** Readers of sets of CPUs and of memory nodes. */
export const CPUS: Readonly<Record<string, Reader>> = {
  exec_cpu_affinity: cpus,
  allowed_cpuset: cpus,
  numa_mask: (value, context) => (value === 'all' ? FINE : set(value, context)),
};
