import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, type WordFlags } from '../first-word';
import { readSigned } from '../numbers';
import { expand, FINE, ignored, partly, type ReadContext, type Reader } from '../reader';
import { isErrno } from '../vocabularies/errno';
import { isFamily } from '../vocabularies/families';
import { isSystemCall, isSystemCallGroup } from '../vocabularies/system-calls';
import { isBoolean } from './plain';

/** Words, after a `~` where one turns the list around; of those that are unknown only they are left out. */
function words(
  { inverts = true, ...flags }: WordFlags & { readonly inverts?: boolean },
  problemOf: (word: string, without: boolean, context: ReadContext) => string | undefined,
): Reader {
  return (value, context) => {
    if (value === '') return FINE;
    const without = inverts && value.startsWith('~');
    const all = allWords(without ? value.slice(1) : value, flags);
    if (all === 'invalid') return partly('has open quotes, or ends in a backslash');
    return all.flatMap((word) => {
      const problem = problemOf(word, without, context);
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

function systemCallProblem(word: string, without: boolean, { systemdVersion }: ReadContext): string | undefined {
  const [name, errno, ...more] = word.split(':');
  if (name === '' || more.length > 0 || (errno !== undefined && errno !== 'kill' && !isErrno(errno)))
    return `has ${shown(word)}, which is no name of a system call`;
  if (errno !== undefined && !without && systemdVersion >= 252) return `has ${shown(word)}, and what is allowed has no error`;
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

/** With alternative names, up to 127 bytes long, where they are allowed. Systemd 247 asks for less. Source: ifname_valid_full in systemd's socket-util.c. */
function isInterface(name: string, systemdVersion: number, alternative = false): boolean {
  if (systemdVersion < 252) return /^[!-.0-9;-~]{1,15}$/.test(name) && !/^\d+$/.test(name) && name !== '.' && name !== '..';
  // What could be the number of one is no name.
  if ((readSigned(name, 32) ?? 0n) > 0n) return false;
  return (
    (alternative ? /^[!-.0-9;-~]{1,127}$/ : /^[!-.0-9;-~]{1,15}$/).test(name) &&
    !/^\d+$/.test(name) &&
    !['.', '..', 'all', 'default'].includes(name) &&
    !name.includes('%')
  );
}

/** Groups of file systems that systemd knows. Source: systemd.exec(5), RestrictFileSystems=. */
const FILE_SYSTEM_GROUPS = [
  ...['@basic-api', '@anonymous', '@application', '@auxiliary-api', '@common-block', '@historical-block', '@network', '@privileged-api'],
  ...['@security', '@temporary', '@known'],
];

const unless = (is: (word: string, context: ReadContext) => boolean, what: string) => (word: string, _: boolean, context: ReadContext) =>
  is(word, context) ? undefined : `has ${shown(word)}, which is no ${what}`;
const families = words({ unquote: true }, unless(isFamily, 'address family'));

/** Readers of lists of words, by the name of systemd's parser. */
export const FILTER: Readonly<Record<string, Reader>> = {
  // What is no capability is left out without a word, and may leave nothing.
  capability_set: () => FINE,
  exec_secure_bits: () => FINE,
  syscall_filter: words({}, systemCallProblem),
  syscall_log: words({}, nameProblem),
  syscall_archs: words(
    { unquote: true, inverts: false },
    unless((word) => ARCHITECTURES.includes(word), 'architecture'),
  ),
  syscall_errno: (value) =>
    value === '' || value === 'kill' || (isErrno(value) && !/^[+-]?0+$/.test(value)) ? FINE : ignored('is no number of an error'),
  address_families: (value, context) => (value === 'none' && context.systemdVersion >= 252 ? FINE : families(value, context)),
  restrict_namespaces: restrictNamespaces,
  namespace_flags: restrictNamespaces,
  // Which file systems there are is the kernel's.
  restrict_filesystems: words(
    { unquote: true },
    unless((word) => !word.startsWith('@') || FILE_SYSTEM_GROUPS.includes(word), 'group of file systems'),
  ),
  bind_network_interface: (value, context) => {
    const name = expand(value, context);
    return value === '' || (name !== undefined && isInterface(name, context.systemdVersion, true)) ? FINE : ignored('is no interface');
  },
  restrict_network_interfaces: words(
    { unquote: true },
    unless((word, { systemdVersion }) => isInterface(word, systemdVersion, systemdVersion >= 257), 'interface'),
  ),
  socket_bindtodevice: (value, context) => {
    if (value === '' || value === '*') return FINE;
    // Specifiers: seen with 262, and not with 257.
    const name = context.systemdVersion >= 262 ? expand(value, context) : value;
    return name !== undefined && isInterface(name, context.systemdVersion) ? FINE : ignored('is no interface');
  },
};
