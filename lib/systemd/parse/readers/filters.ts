import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, type WordFlags } from '../first-word';
import { readSigned } from '../numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, tooNew, type ReadContext, type Reader } from '../reader';
import { isFileName } from '../paths';
import { isSafe } from '../bytes';
import { isErrno } from '../vocabularies/errno';
import { isFamily } from '../vocabularies/families';
import { isSystemCall, isSystemCallGroup } from '../vocabularies/system-calls';
import { isBoolean } from './plain';
import { isFdName } from './text';

/** Reads words, after an optional `~` that inverts the list. Unknown words are left out, and the others are kept. */
function words(
  { inverts = true, ...flags }: WordFlags & { readonly inverts?: boolean },
  problemOf: (word: string, context: ReadContext, without: boolean) => string | undefined,
): Reader {
  return (value, context) => {
    if (value === '') return FINE;
    const without = inverts && value.startsWith('~');
    const all = allWords(without ? value.slice(1) : value, flags);
    if (all === 'invalid') return partly('has unclosed quotes or ends with a backslash');
    return all.flatMap((word) => {
      const problem = problemOf(word, context, without);
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

function systemCallProblem(word: string, { systemdVersion }: ReadContext, without: boolean): string | undefined {
  const [name, errno, ...more] = word.split(':');
  if (name === '' || more.length > 0 || (errno !== undefined && errno !== 'kill' && !isErrno(errno)))
    return `has ${shown(word)}, which is not a system call name`;
  // Before 248, systemd silently ignores the error.
  if (errno !== undefined && !without && systemdVersion >= 248) return `has ${shown(word)}, although allowed calls can’t have an error`;
  return nameProblem(name!);
}

function nameProblem(name: string): string | undefined {
  if (name.startsWith('@')) return isSystemCallGroup(name) ? undefined : `has ${shown(name)}, which is not a group of system calls`;
  return isSystemCall(name) ? undefined : `has ${shown(name)}, which is not a system call`;
}

const NAMESPACES = ['cgroup', 'ipc', 'net', 'mnt', 'pid', 'user', 'uts'];

const restrictNamespaces: Reader = (value) => {
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value.replace(/^~/, ''));
  return all !== 'invalid' && all.every((word) => NAMESPACES.includes(word)) ? FINE : ignored('has a word that is not a namespace');
};

/** Source: ifname_valid_full in systemd's socket-util.c. */
function isInterface(name: string, { systemdVersion }: ReadContext, most = 15): boolean {
  if (name.length > most || !/^[!-.0-9;-~]+$/.test(name) || /^\d+$/.test(name) || name === '.' || name === '..') return false;
  // Since 248, text that could be an interface index isn't a name.
  return systemdVersion < 248 || !((readSigned(name, 32) ?? 0n) > 0n || name === 'all' || name === 'default' || name.includes('%'));
}

/** Returns true for an interface name or an alternative name. systemd accepts alternative names since 256; they may be longer. */
const isAlternative = (name: string, context: ReadContext): boolean => isInterface(name, context, context.systemdVersion < 256 ? 15 : 127);

const bindToDevice: Reader = (value, context) => {
  if (value === '' || value === '*') return FINE;
  // Observed with 262: specifiers are expanded.
  const name = context.systemdVersion < 262 ? value : expand(value, context);
  return name === undefined ? ignored(BAD_SPECIFIER) : isInterface(name, context) ? FINE : ignored('is not an interface');
};

const bindNetworkInterface: Reader = (value, context) => {
  const name = expand(value, context);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  return value === '' || isAlternative(name, context) ? FINE : ignored('is not an interface');
};

const REFRESHED = ['extensions', 'credentials'];

const refreshOnReload: Reader = (value) => {
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value.replace(/^~/, ''));
  return all !== 'invalid' && all.every((word) => REFRESHED.includes(word))
    ? FINE
    : ignored(`has a word other than ${REFRESHED.join(', ')}`);
};

/** Groups of file systems that systemd knows. Source: systemd.exec(5), RestrictFileSystems=. */
const FILE_SYSTEM_GROUPS = [
  ...['@basic-api', '@anonymous', '@application', '@auxiliary-api', '@common-block', '@historical-block', '@network', '@privileged-api'],
  ...['@security', '@temporary', '@known'],
];

const unless = (is: (word: string, context: ReadContext) => boolean, what: string) => (word: string, context: ReadContext) =>
  is(word, context) ? undefined : `has ${shown(word)}, which is not a valid ${what}`;
const families = words({ unquote: true }, unless(isFamily, 'address family'));

const isSession = (word: string): boolean => isSafe(word) && isFdName(word) && !/[ \t\n\r]/.test(word);

/** Reads session names, each of which may occur only once. Source: config_parse_luo_sessions. */
const luoSessions: Reader = (value, { values }) => {
  const all = allWords(value);
  if (all === 'invalid') return partly('ends with a backslash');
  const before = new Set((values.get('LUOSession') ?? []).flatMap((each) => allWords(each)));
  return all.flatMap((word) => {
    if (!isSession(word)) return partly(`has ${shown(word)}, which is not a session name`);
    if (before.has(word)) return partly(`has ${shown(word)} twice`);
    before.add(word);
    return FINE;
  });
};

const oomRules = words(
  { inverts: false, unquote: true, keepBackslashes: true },
  unless((word) => isSafe(word) && isFileName(word), 'name of a rule'),
);

/** Readers of word lists, by the name of systemd's parser. */
export const FILTER: Readonly<Record<string, Reader>> = {
  // systemd silently skips unknown capabilities, which may leave an empty set.
  capability_set: () => FINE,
  exec_secure_bits: () => FINE,
  syscall_filter: words({}, systemCallProblem),
  syscall_log: words({}, (word) => nameProblem(word)),
  syscall_archs: words(
    { unquote: true, inverts: false },
    unless((word) => ARCHITECTURES.includes(word), 'architecture'),
  ),
  syscall_errno: (value) =>
    value === '' || value === 'kill' || (isErrno(value) && !/^[+-]?0+$/.test(value)) ? FINE : ignored('is not an error number'),
  address_families: (value, context) => (value !== 'none' ? families(value, context) : context.systemdVersion < 249 ? tooNew(249) : FINE),
  restrict_namespaces: restrictNamespaces,
  namespace_flags: restrictNamespaces,
  // The kernel determines which file systems exist.
  restrict_filesystems: words(
    { unquote: true },
    unless((word) => !word.startsWith('@') || FILE_SYSTEM_GROUPS.includes(word), 'group of file systems'),
  ),
  restrict_network_interfaces: words({ unquote: true }, unless(isAlternative, 'interface')),
  socket_bindtodevice: bindToDevice,
  bind_network_interface: bindNetworkInterface,
  service_refresh_on_reload: refreshOnReload,
  luo_sessions: luoSessions,
  managed_oom_rules: (value, context) => {
    const all = allWords(value, { unquote: true, keepBackslashes: true });
    return all === 'invalid' ? ignored('has unclosed quotes or ends with a backslash') : oomRules(value, context);
  },
};
