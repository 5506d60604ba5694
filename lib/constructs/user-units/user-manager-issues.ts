import type { ServiceDirectives, ServiceUnit } from '../../systemd';
import { error, show, type Issue } from '../../values';

/**
 * First systemd version in which a sandbox creates its own user namespace where it needs one.
 * Source: systemd 254, commit 6ef721cbc7 "implicitly enable PrivateUsers=".
 */
const MAKES_NAMESPACES = 254;

/** First systemd version that mounts images for users, by systemd-mountfsd. Source: systemd 256's NEWS. */
const MOUNTS_IMAGES = 256;

/**
 * Highest number of open files that a user's systemd can set, unless it was raised. Source: DefaultLimitNOFILE= in systemd-system.conf(5).
 */
const MOST_OPEN_FILES = 524_288;

type Name = keyof ServiceDirectives;

interface Asked {
  readonly user: string;
  readonly systemdVersion: number;
  /** True if the service has its own user namespace. */
  readonly privateUsers: boolean;
}

/** Directives that a user's systemd treats alike. */
interface Limit {
  readonly names: readonly Name[];
  /** Returns whether the limit applies to a value. Default: it always applies. */
  readonly holds?: (value: unknown, asked: Asked) => boolean;
  readonly expected: string;
  readonly remedy: string;
}

const OF_ROOT = 'Leave it out, or use a SystemdService, which root starts.';
const ADD_PRIVATE_USERS = 'Add PrivateUsers: true, or use a SystemdService, which root starts.';
const withoutNamespace = (_: unknown, { privateUsers }: Asked): boolean => !privateUsers;
const withoutNamespaceBefore254 = (_: unknown, { privateUsers, systemdVersion }: Asked): boolean =>
  !privateUsers && systemdVersion < MAKES_NAMESPACES;

/** Directives that make the service fail whenever it is started. */
const FAILS: readonly Limit[] = [
  {
    names: ['User'],
    // Before 254 even the user's own name counts as a change of the user.
    holds: (value, { user, systemdVersion }) => value !== user || systemdVersion < MAKES_NAMESPACES,
    expected: 'nothing: only root may change the user',
    remedy: 'Leave it out: the service runs as that user.',
  },
  {
    names: ['Group'],
    // The user's own group isn't a change; usually it has the user's name.
    holds: (value, { user }) => value !== user,
    expected: 'nothing: only root may change the group',
    remedy: 'Leave it out: the service runs with that user’s group.',
  },
  {
    names: ['SupplementaryGroups', 'DynamicUser', 'LogNamespace', 'NetworkNamespacePath', 'IPCNamespacePath', 'UserNamespacePath'],
    expected: 'nothing: only root may do this',
    remedy: OF_ROOT,
  },
  {
    names: ['PAMName'],
    holds: (_, { systemdVersion }) => systemdVersion >= MAKES_NAMESPACES,
    expected: 'nothing: only root may do this',
    remedy: OF_ROOT,
  },
  {
    names: ['PrivateUsers'],
    holds: (value) => value === 'identity' || value === 'full',
    expected: 'true: only root may map other users',
    remedy: 'Set PrivateUsers: true, or use a SystemdService, which root starts.',
  },
  {
    names: ['CPUSchedulingPolicy'],
    holds: (value) => value === 'fifo' || value === 'rr',
    expected: 'other, batch or idle',
    remedy: 'Leave it out, or use a SystemdService: only root can raise a process’s priority.',
  },
  {
    names: ['IOSchedulingClass'],
    holds: (value) => value === 'realtime' || value === 1,
    expected: 'best-effort or idle',
    remedy: 'Leave it out, or use a SystemdService: only root can raise a process’s priority.',
  },
  {
    names: ['AmbientCapabilities', 'CapabilityBoundingSet', 'SecureBits'],
    holds: withoutNamespace,
    expected: 'PrivateUsers: true as well',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PrivateDevices', 'BindPaths', 'BindReadOnlyPaths', 'TemporaryFileSystem', 'RootDirectory'],
    holds: withoutNamespaceBefore254,
    expected: 'PrivateUsers: true as well',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['RootImage', 'MountImages', 'ExtensionImages'],
    holds: (_, { systemdVersion }) => systemdVersion < MOUNTS_IMAGES,
    expected: 'nothing: only root can mount images',
    remedy: OF_ROOT,
  },
];

/** Directives that are silently ignored when the service is started. */
const IGNORED: readonly Limit[] = [
  {
    names: [
      ...(['PrivateTmp', 'PrivateNetwork', 'PrivateIPC', 'PrivateMounts', 'PrivatePIDs', 'ProtectSystem', 'ProtectHome'] as const),
      ...(['ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'ExecPaths', 'NoExecPaths', 'ProtectControlGroups'] as const),
      'BindLogSockets',
    ],
    holds: withoutNamespaceBefore254,
    expected: 'PrivateUsers: true as well',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['ProtectProc', 'ProcSubset', 'MountFlags'],
    holds: (value, asked) => value !== 'default' && value !== 'all' && withoutNamespace(value, asked),
    expected: 'PrivateUsers: true as well',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PAMName'],
    holds: (_, { systemdVersion }) => systemdVersion < MAKES_NAMESPACES,
    expected: 'nothing: only root can open a session',
    remedy: OF_ROOT,
  },
  {
    names: [
      ...(['IOWeight', 'StartupIOWeight', 'IODeviceWeight', 'IOReadBandwidthMax', 'IOWriteBandwidthMax', 'IOReadIOPSMax'] as const),
      ...(['IOWriteIOPSMax', 'IODeviceLatencyTargetSec', 'AllowedCPUs', 'StartupAllowedCPUs'] as const),
      ...(['AllowedMemoryNodes', 'StartupAllowedMemoryNodes'] as const),
    ],
    // Source: Delegate= in user@.service.
    expected: 'only limits of memory, tasks and CPU',
    remedy: 'Leave it out, or use a SystemdService: this cgroup controller is not delegated to the user.',
  },
  {
    names: ['CPUWeight', 'StartupCPUWeight', 'CPUQuota', 'CPUQuotaPeriodSec'],
    holds: (_, { systemdVersion }) => systemdVersion < 252,
    expected: 'only limits of memory and tasks',
    remedy: 'Leave it out, or use a SystemdService: this cgroup controller is not delegated to the user.',
  },
  {
    names: [
      ...(['IPAddressAllow', 'IPAddressDeny', 'SocketBindAllow', 'SocketBindDeny', 'RestrictNetworkInterfaces'] as const),
      ...(['RestrictFileSystems', 'DeviceAllow', 'DevicePolicy'] as const),
    ],
    // Source: systemd.resource-control(5); programs of the kernel's BPF take CAP_BPF to load and CAP_NET_ADMIN to attach.
    expected: 'nothing: only root can load the BPF program that this needs',
    remedy: OF_ROOT,
  },
  {
    names: ['Nice'],
    holds: (value) => typeof value === 'number' && value < 0,
    expected: '0 to 19',
    remedy: 'Leave it out, or use a SystemdService: only root can raise a process’s priority.',
  },
  {
    names: ['OOMScoreAdjust'],
    holds: (value) => typeof value === 'number' && value < 0,
    expected: '0 to 1000',
    remedy: 'Leave it out, or use a SystemdService: only root can make the OOM killer less likely to choose a process.',
  },
  {
    names: ['LimitRTPRIO', 'LimitNICE'],
    holds: (value) => highest(value) > 0,
    expected: '0, the most that a user’s systemd may set',
    remedy: 'Leave it out, or use a SystemdService: only root can raise this limit.',
  },
  {
    names: ['LimitNOFILE'],
    holds: (value) => highest(value) > MOST_OPEN_FILES,
    expected: `at most ${MOST_OPEN_FILES}`,
    remedy: `Set ${MOST_OPEN_FILES}, to which higher values are lowered, or use a SystemdService: only root can raise this limit.`,
  },
];

/** Returns the hard limit of a soft and a hard one. */
function highest(value: unknown): number {
  if (value === 'infinity') return Number.POSITIVE_INFINITY;
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'hard' in value ? highest(value.hard) : 0;
}

/**
 * Reports directives of a service that a user's systemd can't apply, because it isn't root. Seen with systemd 247, 252, 257 and 262, except
 * for those that need controllers, BPF or images: these come from the sources named above.
 *
 * Codes: `unit/not-in-user-service`, `unit/ignored-in-user-service`.
 */
export function userManagerIssues({ service }: ServiceUnit, user: string, systemdVersion: number): readonly Issue[] {
  const isOn = (name: Name): boolean => service.get(name) !== undefined && service.get(name) !== false;
  const asked: Asked = { user, systemdVersion, privateUsers: isOn('PrivateUsers') };
  const found = (limits: readonly Limit[]): readonly { readonly name: Name; readonly limit: Limit }[] =>
    limits.flatMap((limit) =>
      limit.names.filter((name) => isOn(name) && (limit.holds?.(service.get(name), asked) ?? true)).map((name) => ({ name, limit })),
    );
  return [
    ...found(FAILS).map(({ name, limit: { expected, remedy } }): Issue =>
      error('unit/not-in-user-service', ['service', name], {
        got: `${show(service.get(name))}, with which ${user}’s systemd can’t start a service`,
        expected,
        remedy,
      }),
    ),
    ...found(IGNORED).map(({ name, limit: { expected, remedy } }): Issue =>
      error('unit/ignored-in-user-service', ['service', name], {
        got: `${show(service.get(name))}, which a user’s systemd silently ignores`,
        expected,
        remedy,
      }),
    ),
  ];
}
