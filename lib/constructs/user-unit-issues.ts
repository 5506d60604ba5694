import type { ServiceUnit } from '../systemd';
import { Duration, show, type Issue } from '../values';
import type { IHostTarget } from './host-target';

/** What only root may: the user's systemd fails when it starts such a service (217/USER, 216/GROUP, 218/CAPABILITIES). */
const NEEDS_ROOT = [
  'User',
  'Group',
  'SupplementaryGroups',
  'DynamicUser',
  'AmbientCapabilities',
  'CapabilityBoundingSet',
  'PrivateDevices',
  'PAMName',
] as const;

/** What is made of mounts: left out without a word where the service has no user namespace of its own. */
const NEEDS_MOUNTS = [
  'PrivateTmp',
  'ProtectSystem',
  'ProtectHome',
  'ReadWritePaths',
  'ReadOnlyPaths',
  'InaccessiblePaths',
  'ExecPaths',
  'NoExecPaths',
  'BindPaths',
  'BindReadOnlyPaths',
  'TemporaryFileSystem',
  'ProtectKernelTunables',
  'ProtectControlGroups',
  'ProtectProc',
  'ProcSubset',
] as const;

/** Controllers that a user's systemd is not given. Source: Delegate= in user@.service. */
const NOT_DELEGATED = [
  'IOWeight',
  'StartupIOWeight',
  'IODeviceWeight',
  'IOReadBandwidthMax',
  'IOWriteBandwidthMax',
  'IOReadIOPSMax',
  'IOWriteIOPSMax',
  'IODeviceLatencyTargetSec',
  'AllowedCPUs',
  'StartupAllowedCPUs',
  'AllowedMemoryNodes',
  'StartupAllowedMemoryNodes',
] as const;
const NOT_DELEGATED_IN_247 = ['CPUWeight', 'StartupCPUWeight', 'CPUQuota', 'CPUQuotaPeriodSec'] as const;

const DEPENDENCIES = ['After', 'Before', 'Wants', 'Requires', 'Requisite', 'BindsTo', 'PartOf', 'Upholds'] as const;

/** Targets that only the system's systemd has. Source: systemd.special(7), "Units managed by the system service manager". */
const OF_THE_SYSTEM =
  /^(network(-online|-pre)?|multi-user|graphical|sysinit|local-fs(-pre)?|remote-fs(-pre)?|nss-lookup|nss-user-lookup|time-sync|time-set|cryptsetup|rescue|emergency|getty|swap|umount)\.target$/;

/** How long user@.service itself may take to stop. Source: TimeoutStopSec= in user@.service. */
const MANAGER_STOP_SECONDS = 120;

/**
 * What a user's systemd can't do, or leaves out without a word. Source: systemd.exec(5), "only available for system services", and user@.service; seen with
 * systemd 252: User, SupplementaryGroups, DynamicUser, AmbientCapabilities, CapabilityBoundingSet and PrivateDevices fail; PrivateTmp, ProtectSystem,
 * ProtectHome, ReadOnlyPaths and a negative Nice are left out.
 *
 * Codes: `constructs/user-manager-cannot`, `constructs/user-manager-ignores`, `constructs/unit-of-the-system`, `constructs/long-user-stop`.
 */
export function userUnitIssues(unit: ServiceUnit, user: string, host: IHostTarget): readonly Issue[] {
  const { service } = unit;
  const has = (name: Parameters<typeof service.get>[0]): boolean => service.get(name) !== undefined && service.get(name) !== false;
  const cannot = NEEDS_ROOT.filter(has).map((name) => cannotIssue(name, service.get(name), user));
  const mounts = service.get('PrivateUsers') === undefined || service.get('PrivateUsers') === false ? NEEDS_MOUNTS.filter(has) : [];
  const controllers = [...NOT_DELEGATED, ...(host.platform.systemd < 252 ? NOT_DELEGATED_IN_247 : [])].filter(has);
  const nice = service.get('Nice');
  return [
    ...cannot,
    ...mounts.map((name) =>
      ignored(
        name,
        service.get(name),
        'PrivateUsers: true beside it',
        'Add PrivateUsers: true, or make it a SystemdService, which root starts.',
      ),
    ),
    ...controllers.map((name) =>
      ignored(
        name,
        service.get(name),
        'limits of memory, tasks and CPU',
        'Leave it out, or make it a SystemdService: this controller is not the user’s.',
      ),
    ),
    ...(typeof nice === 'number' && nice < 0
      ? [ignored('Nice', nice, '0 to 19', 'Leave it out, or make it a SystemdService: only root makes a process more important.')]
      : []),
    ...systemUnits(unit),
    ...stopIssues(service.get('TimeoutStopSec')),
  ];
}

function cannotIssue(name: string, value: unknown, user: string): Issue {
  return {
    code: 'constructs/user-manager-cannot',
    severity: 'error',
    property: `service.${name}`,
    got: show(value),
    expected: `nothing: the systemd of ${user} is not root`,
    remedy: /^(User|Group)$/.test(name)
      ? 'Leave it out: the service runs as that user.'
      : 'Leave it out, or make it a SystemdService: a service of a user’s systemd fails to start with it.',
  };
}

function ignored(name: string, value: unknown, expected: string, remedy: string): Issue {
  return {
    code: 'constructs/user-manager-ignores',
    severity: 'error',
    property: `service.${name}`,
    got: `${show(value)}, which a user’s systemd leaves out without a word`,
    expected,
    remedy,
  };
}

function systemUnits({ unit }: ServiceUnit): readonly Issue[] {
  return DEPENDENCIES.flatMap((name) =>
    [unit.get(name) ?? []]
      .flat()
      .filter((other): other is string => typeof other === 'string' && OF_THE_SYSTEM.test(other))
      .map((other): Issue => ({
        code: 'constructs/unit-of-the-system',
        severity: 'error',
        property: `unit.${name}`,
        got: `${other}, which a user’s systemd does not have`,
        expected: 'a unit of the same user',
        remedy: `Put it into systemUnit.unit.unit, the system’s side: it is what is started at boot.`,
      })),
  );
}

function stopIssues(stop: unknown): readonly Issue[] {
  const seconds = stop instanceof Duration ? stop.toSeconds() : stop === 'infinity' ? Number.POSITIVE_INFINITY : 0;
  if (seconds < MANAGER_STOP_SECONDS) return [];
  return [
    {
      code: 'constructs/long-user-stop',
      severity: 'warning',
      property: 'service.TimeoutStopSec',
      got: show(stop),
      expected: `less than the ${MANAGER_STOP_SECONDS} s that user@.service has for all of its services`,
      remedy: 'Lower it, or raise TimeoutStopSec of user@.service with a SystemdDropIn: at a shutdown systemd else kills them all.',
    },
  ];
}
