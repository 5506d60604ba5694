import { error, show } from '../../values';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import { ADDRESS_FAMILIES, type AddressFamily } from '../values/address-family';
import { CAPABILITIES, type Capability } from '../values/capability';
import { NAMESPACES, type Namespace } from '../values/namespace';
import { oneLine, invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { isInterface } from './sockets';
import { wordsOf } from './words';

/** Text for the message about an invalid word. */
export interface WordHint {
  /** Noun for a word: `a namespace`. */
  readonly noun: string;
  /** The allowed words: `a name like eth0`. */
  readonly allowed: string;
}

/** Words of a vocabulary, some of which {@link AllExcept} may exclude. */
function filter<T extends string>(
  hint: WordHint,
  isWord: (word: string) => boolean,
  isPlainWord = isWord,
): Kind<readonly (T | AllExcept<T>)[]> {
  return { class: 'tokens', joins: 'list', render: (value) => renderFilter(value, hint, isWord, isPlainWord) };
}

/**
 * Plain words share a line. Each AllExcept has its own, because `~` applies to a whole line. The order is kept: systemd applies the lines
 * in sequence.
 */
function renderFilter(value: unknown, hint: WordHint, isWord: (word: string) => boolean, isPlainWord = isWord): Rendered {
  const steps: Rendered[] = [];
  let plain: Rendered[] = [];
  const endLine = (): void => {
    steps.push(oneLine(plain));
    plain = [];
  };
  listOf(value).forEach((element, index) => {
    const at = [index];
    if (!(element instanceof AllExcept)) {
      plain.push(within(at, renderToken(element, hint, isPlainWord)));
      return;
    }
    endLine();
    const excluded = oneLine(element.words.map((word) => within(at, renderToken(word, hint, isWord))));
    steps.push({ ...excluded, lines: excluded.lines.map((line) => `~${line}`) });
  });
  endLine();
  return together(steps);
}

/** Words without escapes. */
export function tokens<T extends string>(hint: WordHint, isWord: (word: string) => boolean): Kind<readonly T[]> {
  return { class: 'tokens', joins: 'list', render: (value) => wordsOf(value, (word) => renderToken(word, hint, isWord)) };
}

function renderToken(value: unknown, { noun, allowed }: WordHint, isWord: (word: string) => boolean): Rendered {
  if (typeof value === 'string' && isWord(value)) return ok(value);
  return invalid(
    error('unit/unknown-value', [], {
      problem: `${show(value)} is not ${noun}`,
      remedy: `Use ${allowed}: systemd drops any other value, or empties the set.`,
    }),
  );
}

function isIn(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

/** CapabilityBoundingSet= and AmbientCapabilities=. An empty list is meaningful: no capabilities. */
export const capabilities: Kind<readonly (Capability | AllExcept<Capability>)[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) =>
    Array.isArray(value) && value.length === 0
      ? ok('')
      : renderFilter(value, { noun: 'a capability', allowed: 'a name of capabilities(7), like CAP_NET_BIND_SERVICE' }, (word) =>
          isIn(CAPABILITIES, word),
        ),
};

/** RestrictAddressFamilies=: an allow list, or `none` (since 249). */
export const addressFamilies: Kind<readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => {
    const words = listOf(value);
    const hint = { noun: 'an address family', allowed: `only "none", or some of ${ADDRESS_FAMILIES.join(', ')}` };
    return words.length === 1 && words[0] === 'none'
      ? { ...ok('none'), needs: [{ what: 'none', since: 249 }] }
      : renderFilter(value, hint, (word) => isIn(ADDRESS_FAMILIES, word));
  },
};

const namespaceNames = filter<Namespace>({ noun: 'a namespace', allowed: `true, false, or some of ${NAMESPACES.join(', ')}` }, (word) =>
  isIn(NAMESPACES, word),
);

/** RestrictNamespaces=. */
export const namespaces: Kind<boolean | readonly (Namespace | AllExcept<Namespace>)[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => (typeof value === 'boolean' ? ok(value ? 'yes' : 'no') : namespaceNames.render(value)),
};

const isSystemCall = (word: string): boolean => /^(@[a-z]+(-[a-z]+)*|[a-z_][a-z0-9_]*)$/.test(word);

/**
 * SystemCallFilter=: names and groups. Excluded ones may have an error, `read:EPERM`. The names that exist depend on the kernel and the
 * version; systemd warns about unknown names and skips them.
 */
export const systemCalls: Kind<readonly (string | AllExcept)[]> = filter(
  { noun: 'a system call', allowed: 'a name like read, or a @group, with an error like :EPERM only inside AllExcept' },
  (word) => isSystemCall(word.replace(/:(?:E[A-Z0-9]+|kill|[0-9]{1,4})$/, '')),
  isSystemCall,
);

const ARCHITECTURES: readonly string[] = ['native', 'x86', 'x86-64', 'x32', 'arm', 'arm64', 'ppc64-le', 'riscv64', 's390x'];

/** SystemCallArchitectures=. */
export const architectures: Kind<readonly string[]> = tokens(
  { noun: 'an architecture', allowed: `some of ${ARCHITECTURES.join(', ')}` },
  (word) => isIn(ARCHITECTURES, word),
);

/** Words of a fixed list, without AllExcept. */
export function tokensOf<W extends string>(...words: readonly W[]): Kind<readonly W[]> {
  return tokens<W>({ noun: 'a value of this directive', allowed: `some of ${words.join(', ')}` }, (word) => isIn(words, word));
}

/** SystemCallLog=: names and groups, without errors. */
export const loggedSystemCalls: Kind<readonly (string | AllExcept)[]> = filter(
  { noun: 'a system call', allowed: 'a name like read, or a @group' },
  isSystemCall,
);

/** RestrictFileSystems=: names and groups. */
export const fileSystems: Kind<readonly (string | AllExcept)[]> = filter(
  { noun: 'a file system', allowed: 'a name like ext4, or a @group' },
  (word) => /^(@[a-z]+(-[a-z]+)*|[a-z0-9_.-]+)$/.test(word),
);

/** RestrictNetworkInterfaces=. */
export const networkInterfaces: Kind<readonly (string | AllExcept)[]> = filter(
  { noun: 'the name of a network interface', allowed: 'a name like eth0' },
  isInterface,
);

/** A control group controller. */
export type Controller = 'cpu' | 'cpuacct' | 'cpuset' | 'io' | 'blkio' | 'memory' | 'devices' | 'pids' | 'bpf-firewall' | 'bpf-devices';

const CONTROLLERS: readonly Controller[] = [
  ...(['cpu', 'cpuacct', 'cpuset', 'io', 'blkio', 'memory', 'devices', 'pids', 'bpf-firewall', 'bpf-devices'] as const),
];

/** DisableControllers=. */
export const controllers: Kind<readonly Controller[]> = tokensOf<Controller>(...CONTROLLERS);

/** Delegate=. */
export const delegation: Kind<boolean | readonly Controller[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => (typeof value === 'boolean' ? ok(value ? 'yes' : 'no') : controllers.render(value)),
};

/** RefreshOnReload=. */
export const refreshes: Kind<boolean | readonly ('extensions' | 'credentials')[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => (typeof value === 'boolean' ? ok(value ? 'yes' : 'no') : tokensOf('extensions', 'credentials').render(value)),
};

/** BPFDelegateCommands= and similar: names of bpf(2) in systemd's spelling, separated by commas. */
export const bpfWords: Kind<readonly string[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => {
    const hint = { noun: 'a name of bpf(2)', allowed: '"any", or a name in systemd’s spelling, like BPFProgLoad' };
    const words = tokens(hint, (word) => /^(any|BPF[A-Za-z0-9]+)$/.test(word)).render(value);
    return { ...words, lines: words.lines.map((line) => line.replaceAll(' ', ',')) };
  },
};

/** NFTSet=. */
export const nftSets: Kind<readonly string[]> = tokens(
  { noun: 'an nftables set', allowed: 'source:family:table:set, like cgroup:inet:filter:workers' },
  (word) =>
    /^(cgroup|user|group):(inet|ip|ip6|arp|bridge|netdev):[A-Za-z][A-Za-z0-9_\\/.]{0,30}:[A-Za-z][A-Za-z0-9_\\/.]{0,30}$/.test(word),
);

const PLAIN_NAME = 'letters, digits, ".", "_" and "-"';

/** OOMRules=. */
export const oomRules: Kind<readonly string[]> = tokens({ noun: 'the name of a rule', allowed: PLAIN_NAME }, (word) =>
  /^[A-Za-z0-9_.-]+$/.test(word),
);

/** LUOSession=. */
export const luoSessions: Kind<readonly string[]> = tokens({ noun: 'the name of a session', allowed: PLAIN_NAME }, (word) =>
  /^[A-Za-z0-9_.-]+$/.test(word),
);

/** SocketBindAllow= and SocketBindDeny=: one line per rule. */
export const socketBinds: Kind<readonly string[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within([index], renderToken(one, SOCKET_BIND, isSocketBind)))),
};

const SOCKET_BIND: WordHint = {
  noun: 'a rule for ports',
  allowed: '"any", or [ipv4:|ipv6:][tcp:|udp:] and a port or a range of ports, like tcp:8000-8080',
};

function isSocketBind(word: string): boolean {
  const [, first, last] = /^(?:ipv[46]:)?(?:tcp:|udp:)?([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?$/.exec(word) ?? [];
  if (first === undefined) return /^((ipv[46])(:(tcp|udp))?|tcp|udp|any)$/.test(word);
  return Number(first) <= 65_535 && Number(last ?? first) <= 65_535 && Number(first) <= Number(last ?? first);
}

/** Personality=: an architecture. Which ones are valid depends on the machine. */
export const personality: Kind<string> = {
  class: 'enum',
  render: (value) =>
    renderToken(value, { noun: 'an architecture', allowed: 'a name like x86 or x86-64' }, (word) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)),
};

/** TCPCongestion=: one word. */
export const plainWord: Kind<string> = {
  class: 'raw-spec',
  render: (value) =>
    renderToken(value, { noun: 'one word', allowed: 'letters, digits, "-" and "_"' }, (word) => /^[A-Za-z0-9_-]+$/.test(word)),
};

/** Rejects the names of the kernel's own files, which exist in every control group. */
function isCgroupName(word: string): boolean {
  if (/^(?:notify_on_release|release_agent|tasks)$/.test(word)) return false;
  return /^(?!(?:cgroup|cpu|cpuacct|cpuset|io|blkio|memory|devices|pids)\.)[A-Za-z0-9-][A-Za-z0-9_.-]{0,254}$/.test(word);
}

/** DelegateSubgroup=: the name of a control group. */
export const cgroupName: Kind<string> = {
  class: 'tokens',
  render: (value) =>
    renderToken(
      value,
      {
        noun: 'the name of a control group',
        allowed: 'letters, digits, ".", "_" and "-", with neither "." nor "_" first, and no name of the kernel’s files',
      },
      isCgroupName,
    ),
};
