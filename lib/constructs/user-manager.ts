import type { ServiceDirectives, ServiceUnit } from '../systemd';
import { show, type Issue } from '../values';

/** From here on a sandbox makes a user namespace for itself where it needs one. Source: systemd 254, commit 6ef721cbc7 "implicitly enable PrivateUsers=". */
const MAKES_NAMESPACES = 254;

/** From here on images are mounted for users by systemd-mountfsd. Source: systemd 256's NEWS. */
const MOUNTS_IMAGES = 256;

/** Highest number of open files that a user's systemd may give, where nobody raised it. Source: DefaultLimitNOFILE= in systemd-system.conf(5). */
const MOST_OPEN_FILES = 524_288;

type Name = keyof ServiceDirectives;

interface Asked {
  readonly user: string;
  readonly systemdVersion: number;
  /** Whether the service has a user namespace of its own. */
  readonly privateUsers: boolean;
}

/** Directives that a user's systemd treats alike. */
interface Limit {
  readonly names: readonly Name[];
  /** Whether it is so for this value. Default: it is. */
  readonly holds?: (value: unknown, asked: Asked) => boolean;
  readonly expected: string;
  readonly remedy: string;
}

const OF_ROOT = 'Leave it out, or make it a SystemdService, which root starts.';
const ADD_PRIVATE_USERS = 'Add PrivateUsers: true, or make it a SystemdService, which root starts.';
const withoutNamespace = (_: unknown, { privateUsers }: Asked): boolean => !privateUsers;
const withoutNamespaceBefore254 = (_: unknown, { privateUsers, systemdVersion }: Asked): boolean =>
  !privateUsers && systemdVersion < MAKES_NAMESPACES;

/** What makes the service fail whenever it is started. */
const FAILS: readonly Limit[] = [
  {
    names: ['User'],
    // Before 254 even their own name is a change of the user.
    holds: (value, { user, systemdVersion }) => value !== user || systemdVersion < MAKES_NAMESPACES,
    expected: 'nothing: only root may change the user',
    remedy: 'Leave it out: the service runs as that user.',
  },
  {
    names: ['Group'],
    // The user's own group is no change; most often it has their name.
    holds: (value, { user }) => value !== user,
    expected: 'nothing: only root may change the group',
    remedy: 'Leave it out: the service runs with that user’s group.',
  },
  {
    names: ['SupplementaryGroups', 'DynamicUser', 'LogNamespace', 'NetworkNamespacePath', 'IPCNamespacePath', 'UserNamespacePath'],
    expected: 'nothing: only root may do so',
    remedy: OF_ROOT,
  },
  {
    names: ['PAMName'],
    holds: (_, { systemdVersion }) => systemdVersion >= MAKES_NAMESPACES,
    expected: 'nothing: only root may do so',
    remedy: OF_ROOT,
  },
  {
    names: ['PrivateUsers'],
    holds: (value) => value === 'identity' || value === 'full',
    expected: 'true: only root may map other users',
    remedy: 'Write PrivateUsers: true, or make it a SystemdService, which root starts.',
  },
  {
    names: ['CPUSchedulingPolicy'],
    holds: (value) => value === 'fifo' || value === 'rr',
    expected: 'other, batch or idle',
    remedy: 'Leave it out, or make it a SystemdService: only root makes a process more important.',
  },
  {
    names: ['IOSchedulingClass'],
    holds: (value) => value === 'realtime' || value === 1,
    expected: 'best-effort or idle',
    remedy: 'Leave it out, or make it a SystemdService: only root makes a process more important.',
  },
  {
    names: ['AmbientCapabilities', 'CapabilityBoundingSet', 'SecureBits'],
    holds: withoutNamespace,
    expected: 'PrivateUsers: true beside it',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PrivateDevices', 'BindPaths', 'BindReadOnlyPaths', 'TemporaryFileSystem', 'RootDirectory'],
    holds: withoutNamespaceBefore254,
    expected: 'PrivateUsers: true beside it',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['RootImage', 'MountImages', 'ExtensionImages'],
    holds: (_, { systemdVersion }) => systemdVersion < MOUNTS_IMAGES,
    expected: 'nothing: only root mounts images',
    remedy: OF_ROOT,
  },
];

/** What the service is started without, and nothing is said. */
const IGNORED: readonly Limit[] = [
  {
    names: [
      ...(['PrivateTmp', 'PrivateNetwork', 'PrivateIPC', 'PrivateMounts', 'PrivatePIDs', 'ProtectSystem', 'ProtectHome'] as const),
      ...(['ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'ExecPaths', 'NoExecPaths', 'ProtectControlGroups'] as const),
      'BindLogSockets',
    ],
    holds: withoutNamespaceBefore254,
    expected: 'PrivateUsers: true beside it',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['ProtectProc', 'ProcSubset', 'MountFlags'],
    holds: (value, asked) => value !== 'default' && value !== 'all' && withoutNamespace(value, asked),
    expected: 'PrivateUsers: true beside it',
    remedy: ADD_PRIVATE_USERS,
  },
  {
    names: ['PAMName'],
    holds: (_, { systemdVersion }) => systemdVersion < MAKES_NAMESPACES,
    expected: 'nothing: only root opens a session',
    remedy: OF_ROOT,
  },
  {
    names: [
      ...(['IOWeight', 'StartupIOWeight', 'IODeviceWeight', 'IOReadBandwidthMax', 'IOWriteBandwidthMax', 'IOReadIOPSMax'] as const),
      ...(['IOWriteIOPSMax', 'IODeviceLatencyTargetSec', 'AllowedCPUs', 'StartupAllowedCPUs'] as const),
      ...(['AllowedMemoryNodes', 'StartupAllowedMemoryNodes'] as const),
    ],
    // Source: Delegate= in user@.service.
    expected: 'limits of memory, tasks and CPU',
    remedy: 'Leave it out, or make it a SystemdService: this controller is not the user’s.',
  },
  {
    names: ['CPUWeight', 'StartupCPUWeight', 'CPUQuota', 'CPUQuotaPeriodSec'],
    holds: (_, { systemdVersion }) => systemdVersion < 252,
    expected: 'limits of memory and tasks',
    remedy: 'Leave it out, or make it a SystemdService: this controller is not the user’s.',
  },
  {
    names: [
      ...(['IPAddressAllow', 'IPAddressDeny', 'SocketBindAllow', 'SocketBindDeny', 'RestrictNetworkInterfaces'] as const),
      ...(['RestrictFileSystems', 'DeviceAllow', 'DevicePolicy'] as const),
    ],
    // Source: systemd.resource-control(5); programs of the kernel's BPF take CAP_BPF to load and CAP_NET_ADMIN to attach.
    expected: 'nothing: only root loads the BPF program that this takes',
    remedy: OF_ROOT,
  },
  {
    names: ['Nice'],
    holds: (value) => typeof value === 'number' && value < 0,
    expected: '0 to 19',
    remedy: 'Leave it out, or make it a SystemdService: only root makes a process more important.',
  },
  {
    names: ['OOMScoreAdjust'],
    holds: (value) => typeof value === 'number' && value < 0,
    expected: '0 to 1000',
    remedy: 'Leave it out, or make it a SystemdService: only root keeps a process from being chosen.',
  },
  {
    names: ['LimitRTPRIO', 'LimitNICE'],
    holds: (value) => highest(value) > 0,
    expected: '0, the most that it may give',
    remedy: 'Leave it out, or make it a SystemdService: only root raises it.',
  },
  {
    names: ['LimitNOFILE'],
    holds: (value) => highest(value) > MOST_OPEN_FILES,
    expected: `at most ${MOST_OPEN_FILES}`,
    remedy: `Write ${MOST_OPEN_FILES}: what is more is lowered to that. Or make it a SystemdService: only root raises it.`,
  },
];

/** Of a soft and a hard limit the hard one. */
function highest(value: unknown): number {
  if (value === 'infinity') return Number.POSITIVE_INFINITY;
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'hard' in value ? highest(value.hard) : 0;
}

/**
 * Directives of a service that a user's systemd can't follow, because it is not root. Seen with systemd 247, 252, 257 and 262, but for what takes
 * controllers, BPF and images: that is from the sources named above.
 *
 * Codes: `constructs/user-manager-cannot`, `constructs/user-manager-ignores`.
 */
export function userManagerIssues({ service }: ServiceUnit, user: string, systemdVersion: number): readonly Issue[] {
  const isOn = (name: Name): boolean => service.get(name) !== undefined && service.get(name) !== false;
  const asked: Asked = { user, systemdVersion, privateUsers: isOn('PrivateUsers') };
  const found = (limits: readonly Limit[]): readonly { readonly name: Name; readonly limit: Limit }[] =>
    limits.flatMap((limit) =>
      limit.names.filter((name) => isOn(name) && (limit.holds?.(service.get(name), asked) ?? true)).map((name) => ({ name, limit })),
    );
  return [
    ...found(FAILS).map(({ name, limit: { expected, remedy } }): Issue => ({
      code: 'constructs/user-manager-cannot',
      severity: 'error',
      property: `service.${name}`,
      got: `${show(service.get(name))}, with which a service of ${user}’s systemd fails`,
      expected,
      remedy,
    })),
    ...found(IGNORED).map(({ name, limit: { expected, remedy } }): Issue => ({
      code: 'constructs/user-manager-ignores',
      severity: 'error',
      property: `service.${name}`,
      got: `${show(service.get(name))}, which a user’s systemd leaves out without a word`,
      expected,
      remedy,
    })),
  ];
}
