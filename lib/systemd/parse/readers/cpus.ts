import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, firstWord } from '../first-word';
import { readUnsigned } from '../numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, refused, type Reader } from '../reader';

/** systemd counts no further. */
const MOST = 8191;
/** Of which it makes nothing at all, up to 257. */
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
  if (
    ranges.some((range) => range === undefined || (range[0] <= range[1] && range[1] > MOST && (range[0] !== LAST || systemdVersion >= 262)))
  )
    return ignored('is no list of numbers and ranges');
  return ranges.flatMap((range, index) =>
    range![0] > range![1] ? partly(`has the range ${show(textOf(all[index]!))}, which ends before it begins`) : FINE,
  );
};

const cpus: Reader = (value, context) => {
  if (value === 'numa' && context.name === 'CPUAffinity') return FINE;
  // Systemd 247 puts in no specifiers, and refuses the unit for an affinity that it can't read.
  if (context.systemdVersion < 252) {
    const remarks = set(value, context);
    return context.name === 'CPUAffinity'
      ? remarks.map(({ effect, reason }) => (effect === 'ignored' ? refused(reason)[0]! : { effect, reason }))
      : remarks;
  }
  const expanded = expand(value, context);
  return expanded === undefined ? ignored(BAD_SPECIFIER) : set(expanded, context);
};

/** Readers of sets of CPUs and of memory nodes. */
export const CPUS: Readonly<Record<string, Reader>> = {
  exec_cpu_affinity: cpus,
  allowed_cpuset: cpus,
  numa_mask: (value, context) => {
    if (value === 'all') return FINE;
    // Specifiers: seen with 262, and not with 257.
    const expanded = context.systemdVersion >= 262 ? expand(value, context) : value;
    return expanded === undefined ? ignored(BAD_SPECIFIER) : set(expanded, context);
  },
};
