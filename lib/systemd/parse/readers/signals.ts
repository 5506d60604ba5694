import { show } from '../../../values';
import { EXIT_NAMES } from '../../values/exit-status';
import { textOf } from '../bytes';
import { allWords } from '../first-word';
import { readSigned, readUnsigned } from '../numbers';
import { FINE, ignored, partly, type Reader } from '../reader';

const SIGNALS = [
  ...['HUP', 'INT', 'QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'KILL', 'USR1', 'SEGV', 'USR2', 'PIPE', 'ALRM', 'TERM', 'STKFLT', 'CHLD'],
  ...['CONT', 'STOP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'XCPU', 'XFSZ', 'VTALRM', 'PROF', 'WINCH', 'IO', 'PWR', 'SYS'],
];

/** Source: signal_from_string in systemd's signal-util.c. */
function isSignalName(text: string): boolean {
  const number = readSigned(text, 32);
  if (number !== undefined) return number >= 1n && number <= 64n;
  const name = text.replace(/^SIG/, '');
  if (SIGNALS.includes(name) || name === 'RTMIN' || name === 'RTMAX') return true;
  const real = /^RTM(?:IN(\+\d+)|AX(-\d+))$/.exec(name);
  return real !== null && Math.abs(Number(real[1] ?? real[2])) <= 30;
}

function isStatus(word: string): boolean {
  return (
    readUnsigned(word, 8) !== undefined || word === 'SUCCESS' || (EXIT_NAMES as readonly string[]).includes(word) || isSignalName(word)
  );
}

/** Reads words. Invalid ones are left out, and the others are kept. */
const statuses: Reader = (value) => {
  const all = allWords(value);
  if (all === 'invalid') return partly('ends with a backslash');
  return all.flatMap((word) => (isStatus(word) ? FINE : partly(`has ${show(textOf(word))}, which is neither a status nor a signal`)));
};

/** Readers of signals and exit statuses. */
export const SIGNAL: Readonly<Record<string, Reader>> = {
  signal: (value) => (isSignalName(value) ? FINE : ignored('is not a signal')),
  set_status: statuses,
};
