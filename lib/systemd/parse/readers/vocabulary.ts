import { readInteger, readUnsigned } from '../numbers';
import { FINE, ignored, warned, type ReadContext, type Reader } from '../reader';
import { isBoolean } from './plain';

/** The words that a parser accepts. `later` holds the first version of words added after 252. */
interface Words {
  readonly words: readonly string[];
  readonly later?: Readonly<Record<string, number>>;
  /** Accepts yes, no and similar words too. */
  readonly boolean?: boolean;
  /** Accepts an empty value, which is a reset. */
  readonly empty?: boolean;
  /** Accepts further values. */
  readonly or?: (value: string, context: ReadContext) => boolean;
}

const yesNo = { boolean: true } as const;

/** Words of each parser that accepts one. Source: the string tables of systemd. */
const VOCABULARIES: Readonly<Record<string, Words>> = {
  job_mode: {
    words: ['fail', 'replace', 'replace-irreversibly', 'isolate', 'flush', 'ignore-dependencies', 'ignore-requirements', 'triggering'],
    later: { 'restart-dependencies': 257, lenient: 262 },
  },
  collect_mode: { words: ['inactive', 'inactive-or-failed'] },
  emergency_action: {
    words: ['none', 'reboot', 'reboot-force', 'reboot-immediate', 'poweroff', 'poweroff-force', 'poweroff-immediate', 'exit', 'exit-force'],
    later: {
      'soft-reboot': 254,
      'soft-reboot-force': 254,
      kexec: 254,
      'kexec-force': 254,
      halt: 254,
      'halt-force': 254,
      'halt-immediate': 254,
    },
  },
  service_type: { words: ['simple', 'forking', 'oneshot', 'dbus', 'notify', 'idle', 'exec'], later: { 'notify-reload': 253 } },
  service_exit_type: { words: ['main', 'cgroup'] },
  service_restart: { words: ['no', 'on-success', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort', 'always'] },
  service_restart_mode: { words: ['normal', 'direct'], later: { debug: 257 } },
  service_timeout_failure_mode: { words: ['terminate', 'abort', 'kill'] },
  notify_access: { words: ['none', 'main', 'exec', 'all'] },
  oom_policy: { words: ['continue', 'stop', 'kill'] },
  kill_mode: { words: ['control-group', 'process', 'mixed', 'none'], empty: true },
  numa_policy: {
    words: ['default', 'preferred', 'bind', 'interleave', 'local'],
    later: { 'preferred-many': 262, 'weighted-interleave': 262 },
    empty: true,
  },
  exec_keyring_mode: { words: ['inherit', 'private', 'shared'] },
  protect_proc: { words: ['default', 'noaccess', 'invisible', 'ptraceable'] },
  proc_subset: { words: ['all', 'pid'] },
  protect_system: { words: ['full', 'strict'], ...yesNo },
  protect_home: { words: ['read-only', 'tmpfs'], ...yesNo },
  runtime_preserve_mode: { words: ['restart'], ...yesNo },
  exec_preserve_mode: { words: ['restart'], ...yesNo, later: { 'on-success': 262 } },
  exec_utmp_mode: { words: ['init', 'login', 'user'] },
  device_policy: { words: ['auto', 'closed', 'strict'] },
  managed_oom_preference: { words: ['none', 'avoid', 'omit'] },
  socket_bind: { words: ['default', 'both', 'ipv6-only'], ...yesNo },
  socket_protocol: {
    words: ['udplite', 'sctp'],
    or: (value, { systemdVersion }) => {
      const number = readInteger(value, 0n, 1000n);
      const isMptcp = /^mptcp$/i.test(value) || number === 262n;
      return number === 136n || number === 132n || (isMptcp && systemdVersion >= 257);
    },
  },
  socket_timestamping: { words: ['off', 'us', 'usec', '\u00c2\u00b5s', '\u00ce\u00bcs', 'ns', 'nsec'], ...yesNo },
  socket_defer_trigger: { words: ['patient'], ...yesNo },
  ip_tos: {
    words: ['low-delay', 'throughput', 'reliability', 'low-cost'],
    empty: true,
    or: (value) => readUnsigned(value, 8) !== undefined,
  },
  memory_pressure_watch: { words: ['auto', 'skip'], ...yesNo },
  pressure_watch: { words: ['auto', 'skip'], ...yesNo },
  private_pids: { words: [], ...yesNo },
  private_bpf: { words: [], ...yesNo },
  exec_memory_thp: { words: ['inherit', 'disable', 'madvise', 'system'] },
  cpuset_partition: { words: ['member', 'root', 'isolated'], empty: true },
  exec_io_class: {
    words: ['none', 'realtime', 'best-effort', 'idle'],
    empty: true,
    // Observed with 262: 8 is no longer valid.
    or: (value, { systemdVersion }) => readInteger(value, 0n, systemdVersion < 262 ? 8n : 7n) !== undefined,
  },
  exec_cpu_sched_policy: {
    words: ['other', 'batch', 'idle', 'fifo', 'rr'],
    later: { ext: 258 },
    empty: true,
    or: (value) => readInteger(value, 0n, 2n ** 31n - 1n) !== undefined,
  },
  exec_mount_flags: { words: ['shared', 'slave', 'private'], empty: true },
  log_facility: {
    words: [
      ...['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'],
      ...['local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'],
    ],
    or: (value) => readInteger(value, 0n, 127n) !== undefined,
  },
  log_level: {
    words: ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'],
    or: (value) => readInteger(value, 0n, 7n) !== undefined,
  },
  personality: {
    words: ['x86', 'x86-64', 'arm', 'arm64', 'ppc', 'ppc64', 'ppc64-le', 's390', 's390x', 'riscv32', 'riscv64', 'mips', 'mips64'],
    empty: true,
  },
  managed_oom_mode: { words: ['auto', 'kill'], empty: true, or: (_, { type }) => !OOM_TYPES.includes(type) },
};

const OOM_TYPES = ['service', 'scope', 'slice'];

/** Readers for parsers that accept one of a few words. */
export const VOCABULARY: Readonly<Record<string, Reader>> = Object.fromEntries(
  Object.entries(VOCABULARIES).map(([parser, vocabulary]) => [parser, readerOf(vocabulary)]),
);

function readerOf({ words, later = {}, boolean = false, empty = false, or = () => false }: Words): Reader {
  return (value, context) => {
    if (value === '' && empty) return FINE;
    if (words.includes(value) || (boolean && isBoolean(value)) || or(value, context)) return FINE;
    const since = Object.hasOwn(later, value) ? later[value]! : undefined;
    if (since !== undefined && since <= context.systemdVersion) return FINE;
    return ignored(
      since === undefined ? `is not one of ${[...(boolean ? ['yes', 'no'] : []), ...words].join(', ')}` : `needs systemd ${since} or later`,
    );
  };
}

/** Words added to directives that were booleans. Their parser is still the boolean one, so the words are listed here. */
export const LATER_WORDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  PrivateTmp: { disconnected: 257 },
  PrivateUsers: { self: 257, identity: 257, full: 258, managed: 259 },
  ProtectControlGroups: { private: 257, strict: 257 },
  ProtectHostname: { private: 258 },
};

/** Reads KillMode=, where `none` is accepted but reported as unsafe. */
export const killMode: Reader = (value, context) =>
  value === 'none' ? warned('is unsafe and will be removed, because processes outlive the service') : VOCABULARY.kill_mode!(value, context);
