import { show } from '../../../values';
import { EXIT_NAMES } from '../../values/exit-status';
import { textOf } from '../bytes';
import { allWords, firstWord, type WordFlags } from '../first-word';
import { readSigned, readUnsigned } from '../numbers';
import { FINE, ignored, partly, type Reader } from '../reader';
import { isErrno } from '../vocabularies/errno';
import { isFamily } from '../vocabularies/families';
import { isSystemCall, isSystemCallGroup } from '../vocabularies/system-calls';
import { isBoolean } from './plain';

/** Words after a `~` that turns the list around; of those that are unknown only they are left out. */
function words(flags: WordFlags, problemOf: (word: string, without: boolean) => string | undefined): Reader {
  return (value) => {
    if (value === '') return FINE;
    const without = value.startsWith('~');
    const all = allWords(without ? value.slice(1) : value, flags);
    if (all === 'invalid') return partly('has open quotes, or ends in a backslash');
    return all.flatMap((word) => {
      const problem = problemOf(word, without);
      return problem === undefined ? FINE : partly(problem);
    });
  };
}

const shown = (word: string): string => show(textOf(word));

const ARCHITECTURES = [
  ...[
    'native',
    'x86',
    'x86-64',
    'x32',
    'arm',
    'arm64',
    'loongarch64',
    'mips',
    'mips64',
    'mips64-n32',
    'mips-le',
    'mips64-le',
    'mips64-le-n32',
  ],
  ...['parisc', 'parisc64', 'ppc', 'ppc64', 'ppc64-le', 'riscv64', 's390', 's390x'],
];

function systemCallProblem(word: string, without: boolean): string | undefined {
  const [name, errno, ...more] = word.split(':');
  if (name === '' || more.length > 0 || (errno !== undefined && errno !== 'kill' && !isErrno(errno)))
    return `has ${shown(word)}, which is no name of a system call`;
  if (errno !== undefined && !without) return `has ${shown(word)}, and what is allowed has no error`;
  return nameProblem(name!);
}

function nameProblem(name: string): string | undefined {
  if (name.startsWith('@')) return isSystemCallGroup(name) ? undefined : `has ${shown(name)}, which is no group of system calls`;
  return isSystemCall(name) ? undefined : `has ${shown(name)}, which is no system call`;
}

const NAMESPACES = ['cgroup', 'ipc', 'net', 'mnt', 'pid', 'user', 'uts'];

const restrictNamespaces: Reader = (value) => {
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value.replace(/^~/, ''));
  return all !== 'invalid' && all.every((word) => NAMESPACES.includes(word)) ? FINE : ignored('has a word that is no namespace');
};

/** Source: ifname_valid in systemd's socket-util.c. */
export function isInterface(name: string): boolean {
  return /^[!-.0-9;-~]{1,15}$/.test(name) && !/^\d+$/.test(name) && !['.', '..', 'all', 'default'].includes(name) && !name.includes('%');
}

const SIGNALS = [
  ...['HUP', 'INT', 'QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'KILL', 'USR1', 'SEGV', 'USR2', 'PIPE', 'ALRM', 'TERM', 'STKFLT', 'CHLD'],
  ...['CONT', 'STOP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'XCPU', 'XFSZ', 'VTALRM', 'PROF', 'WINCH', 'IO', 'PWR', 'SYS'],
];

/** Source: signal_from_string in systemd's signal-util.c. */
export function isSignalName(text: string): boolean {
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

const CONTROLLERS = [
  ...['cpu', 'cpuacct', 'cpuset', 'io', 'blkio', 'memory', 'devices', 'pids'],
  ...['bpf-firewall', 'bpf-devices', 'bpf-foreign', 'bpf-socket-bind', 'bpf-restrict-network-interfaces', 'bpf-bind-network-interface'],
];

const delegate: Reader = (value, { type }) => {
  if (type !== 'service' && type !== 'scope') return ignored('has no meaning for this type of unit');
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value, { unquote: true });
  if (all === 'invalid') return ignored('has open quotes');
  return all.flatMap((word) => (CONTROLLERS.includes(word) ? FINE : partly(`has ${shown(word)}, which is no controller`)));
};

const disableControllers: Reader = (value) => {
  const all = allWords(value);
  return value === '' || (all !== 'invalid' && all.some((word) => CONTROLLERS.includes(word))) ? FINE : ignored('names no controller');
};

const isRange = (word: string): boolean => {
  const low = firstWord(word, { separators: '-', everySeparator: true });
  if (low === undefined || low === 'invalid' || readUnsigned(low.word, 32) === undefined) return false;
  return low.rest === undefined || readUnsigned(low.rest, 32) !== undefined;
};

/** CPUs: numbers and ranges, with blanks or commas between them. Source: parse_cpu_set_full in systemd's cpu-set-util.c. */
export const cpuSet: Reader = (value) => {
  const all = allWords(value, { separators: ' \t\n\r,', unquote: true });
  if (all === 'invalid' || !all.every(isRange)) return ignored('is no list of numbers and ranges');
  return all.flatMap((word) => {
    const [low, high = low] = word.split('-').map(Number) as [number, number?];
    return low > high! ? partly(`has the range ${shown(word)}, which ends before it begins`) : FINE;
  });
};

const FILTERS = [
  'elf-headers',
  'private-anonymous',
  'shared-anonymous',
  'private-file-backed',
  'shared-file-backed',
  'private-huge',
  'shared-huge',
];
const CORE_WORDS = ['default', 'all', 'private-dax', 'shared-dax', ...FILTERS];

const coredumpFilter: Reader = (value) => {
  const all = allWords(value);
  return all !== 'invalid' && all.every((word) => CORE_WORDS.includes(word) || /^(?:0[xX])?[0-9a-fA-F]+$/.test(word))
    ? FINE
    : ignored('has a word that is no kind of memory');
};

/** Readers of lists of words, by the name of systemd's parser. */
export const FILTER: Readonly<Record<string, Reader>> = {
  // What is no capability is left out without a word, and may leave nothing.
  capability_set: (value) => (allWords(value.replace(/^~/, ''), { unquote: true }) === 'invalid' ? ignored('has open quotes') : FINE),
  exec_secure_bits: () => FINE,
  syscall_filter: words({}, systemCallProblem),
  syscall_log: words({}, nameProblem),
  syscall_archs: (value) =>
    words({ unquote: true }, (word) => (ARCHITECTURES.includes(word) ? undefined : `has ${shown(word)}, which is no architecture`))(
      value,
      undefined!,
    ),
  syscall_errno: (value) =>
    value === '' || value === 'kill' || (isErrno(value) && value !== '0') ? FINE : ignored('is no number of an error'),
  address_families: (value) =>
    value === 'none'
      ? FINE
      : words({ unquote: true }, (word) => (isFamily(word) ? undefined : `has ${shown(word)}, which is no address family`))(
          value,
          undefined!,
        ),
  restrict_namespaces: restrictNamespaces,
  namespace_flags: restrictNamespaces,
  restrict_filesystems: words({ unquote: true }, (word) =>
    /^@?[a-z0-9_.-]+$/.test(word) ? undefined : `has ${shown(word)}, which is no file system`,
  ),
  restrict_network_interfaces: words({ unquote: true }, (word) =>
    isInterface(word) ? undefined : `has ${shown(word)}, which is no interface`,
  ),
  socket_bindtodevice: (value) => (value === '' || value === '*' || isInterface(value) ? FINE : ignored('is no interface')),
  signal: (value) => (isSignalName(value) ? FINE : ignored('is no signal')),
  set_status: words({}, (word) => (isStatus(word) ? undefined : `has ${shown(word)}, which is neither a status nor a signal`)),
  delegate,
  disable_controllers: disableControllers,
  exec_coredump_filter: coredumpFilter,
};
