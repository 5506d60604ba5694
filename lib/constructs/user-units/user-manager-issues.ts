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

/** Properties of a service that decide whether a limit applies. */
interface Context {
  /** The user that the service runs as. */
  readonly user: string;
  /** Major version of the host's systemd. */
  readonly systemdVersion: number;
  /** True if the service has its own user namespace. */
  readonly privateUsers: boolean;
}

/** Limit of a user's systemd, which applies to several directives alike. */
interface Limit {
  /** The directives. */
  readonly names: readonly Name[];
  /**
   * Returns whether the limit applies to a value.
   * @default it always applies
   */
  readonly applies?: (value: unknown, context: Context) => boolean;
  /** Remedy of the issue. */
  readonly remedy: string;
}

const OF_ROOT = 'Leave it out, or use a SystemdService: only root can do this.';
const ADD_PRIVATE_USERS = 'Add PrivateUsers: true, or use a SystemdService: otherwise only root can do this.';
const withoutNamespace = (_: unknown, { privateUsers }: Context): boolean => !privateUsers;
const withoutNamespaceBefore254 = (_: unknown, { privateUsers, systemdVersion }: Context): boolean =>
  !privateUsers && systemdVersion < MAKES_NAMESPACES;

/** Directives that make the service fail whenever it is started. */
const FAILS: readonly Limit[] = [
  {
    names: ['User'],
    // Before 254 even the user's own name counts as a change of the user.
    applies: (value, { user, systemdVersion }) => value !== user || systemdVersion < MAKES_NAMESPACES,
    remedy: 'Leave it out: the service runs as its own user, and only root can change that.',
  },
  {
    names: ['Group'],
    // The user's own group isn't a change; usually it has the user's name.
    applies: (value, { user }) => value !== user,
    remedy: 'Leave it out: the service runs with its user’s group, and only root can change that.',
  },
  {
    names: ['SupplementaryGroups', 'DynamicUser', 'LogNamespace', 'NetworkNamespacePath', 'IPCNamespacePath', 'UserNamespacePath'],
    remedy: OF_ROOT,
  },
  {
    names: ['PAMName'],
    applies: (_, { systemdVersion }) => systemdVersion >= MAKES_NAMESPACES,
    remedy: OF_ROOT,
  },
  {
    names: ['PrivateUsers'],
    applies: (value) => value === 'identity' || value === 'full',
    remedy: 'Set PrivateUsers: true, or use a SystemdService: only root can map other users.',
  },
  {
    names: ['CPUSchedulingPolicy'],
    applies: (value) => value === 'fifo' || value === 'rr',
    remedy: `Use 'other', 'batch' or 'idle', or a SystemdService: only root can raise a process’s priority.`,
  },
  {
    names: ['IOSchedulingClass'],
    applies: (value) => value === 'realtime' || value === 1,
    remedy: `Use 'best-effort' or 'idle', or a SystemdService: only root can raise a process’s priority.`,
  },
  {
    names: ['AmbientCapabilities', 'CapabilityBoundingSet', 'SecureBits'],
    applies: withoutNamespace,
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PrivateDevices', 'BindPaths', 'BindReadOnlyPaths', 'TemporaryFileSystem', 'RootDirectory'],
    applies: withoutNamespaceBefore254,
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['RootImage', 'MountImages', 'ExtensionImages'],
    applies: (_, { systemdVersion }) => systemdVersion < MOUNTS_IMAGES,
    remedy: `Leave it out, or use a SystemdService: before systemd ${MOUNTS_IMAGES} only root can mount images.`,
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
    applies: withoutNamespaceBefore254,
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['ProtectProc', 'ProcSubset', 'MountFlags'],
    applies: (value, context) => value !== 'default' && value !== 'all' && withoutNamespace(value, context),
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PAMName'],
    applies: (_, { systemdVersion }) => systemdVersion < MAKES_NAMESPACES,
    remedy: 'Leave it out, or use a SystemdService: only root can open a session.',
  },
  {
    names: [
      ...(['IOWeight', 'StartupIOWeight', 'IODeviceWeight', 'IOReadBandwidthMax', 'IOWriteBandwidthMax', 'IOReadIOPSMax'] as const),
      ...(['IOWriteIOPSMax', 'IODeviceLatencyTargetSec', 'AllowedCPUs', 'StartupAllowedCPUs'] as const),
      ...(['AllowedMemoryNodes', 'StartupAllowedMemoryNodes'] as const),
    ],
    // Source: Delegate= in user@.service.
    remedy: 'Leave it out, or use a SystemdService: only the cgroup controllers for memory, tasks and CPU are delegated to users.',
  },
  {
    names: ['CPUWeight', 'StartupCPUWeight', 'CPUQuota', 'CPUQuotaPeriodSec'],
    applies: (_, { systemdVersion }) => systemdVersion < 252,
    remedy: 'Leave it out, or use a SystemdService: only the cgroup controllers for memory and tasks are delegated to users.',
  },
  {
    names: [
      ...(['IPAddressAllow', 'IPAddressDeny', 'SocketBindAllow', 'SocketBindDeny', 'RestrictNetworkInterfaces'] as const),
      ...(['RestrictFileSystems', 'DeviceAllow', 'DevicePolicy'] as const),
    ],
    // Source: systemd.resource-control(5); BPF programs need CAP_BPF to load and CAP_NET_ADMIN to attach.
    remedy: 'Leave it out, or use a SystemdService: only root can load the BPF program that this needs.',
  },
  {
    names: ['Nice'],
    applies: (value) => typeof value === 'number' && value < 0,
    remedy: 'Use 0 to 19, or a SystemdService: only root can raise a process’s priority.',
  },
  {
    names: ['OOMScoreAdjust'],
    applies: (value) => typeof value === 'number' && value < 0,
    remedy: 'Use 0 to 1000, or a SystemdService: only root can make the OOM killer less likely to choose a process.',
  },
  {
    names: ['LimitRTPRIO', 'LimitNICE'],
    applies: (value) => highest(value) > 0,
    remedy: 'Leave it out, or use a SystemdService: only root can raise this limit above 0.',
  },
  {
    names: ['LimitNOFILE'],
    applies: (value) => highest(value) > MOST_OPEN_FILES,
    remedy: `Use at most ${MOST_OPEN_FILES}, or a SystemdService: only root can raise this limit, and higher values are lowered to it.`,
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
  const context: Context = { user, systemdVersion, privateUsers: isOn('PrivateUsers') };
  const found = (limits: readonly Limit[]): readonly { readonly name: Name; readonly limit: Limit }[] =>
    limits.flatMap((limit) =>
      limit.names.filter((name) => isOn(name) && (limit.applies?.(service.get(name), context) ?? true)).map((name) => ({ name, limit })),
    );
  return [
    ...found(FAILS).map(({ name, limit: { remedy } }): Issue =>
      error('unit/not-in-user-service', ['service', name], {
        problem: `${user}’s systemd can’t start a service with ${name} set to ${show(service.get(name))}`,
        remedy,
      }),
    ),
    ...found(IGNORED).map(({ name, limit: { remedy } }): Issue =>
      error('unit/ignored-in-user-service', ['service', name], {
        problem: `${user}’s systemd silently ignores ${show(service.get(name))}`,
        remedy,
      }),
    ),
  ];
}
