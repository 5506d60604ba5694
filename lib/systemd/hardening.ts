import type { ServiceDirectives } from './sections/service';
import { findRow } from './table/find-row';
import { AllExcept } from './values/all-except';

/** Level of sandboxing for a service. See {@link hardeningDirectives}. */
export type HardeningLevel = 'standard' | 'strict';

/** Restrictions that don't affect an ordinary worker or web application. */
const STANDARD: ServiceDirectives = {
  // Prevents gaining root through a program with the setuid bit: sudo, or a sendmail that has it.
  NoNewPrivileges: true,
  // Makes /usr, /boot and /etc read-only.
  ProtectSystem: 'full',
  PrivateTmp: true,
  PrivateDevices: true,
  ProtectKernelTunables: true,
  ProtectKernelModules: true,
  ProtectKernelLogs: true,
  ProtectControlGroups: true,
  ProtectClock: true,
  ProtectHostname: true,
  // Netlink provides the machine's addresses, which Ruby’s Socket.ip_address_list asks for.
  RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX', 'AF_NETLINK'],
  RestrictRealtime: true,
  RestrictSUIDSGID: true,
  LockPersonality: true,
  SystemCallArchitectures: ['native'],
};

/** Restrictions for a service whose files and requirements are known. */
const STRICT: ServiceDirectives = {
  ...STANDARD,
  // Makes the whole file system read-only, except ReadWritePaths and the directories that systemd creates.
  ProtectSystem: 'strict',
  ProtectHome: 'read-only',
  // Hides other users’ processes.
  ProtectProc: 'invisible',
  ProcSubset: 'pid',
  PrivateUsers: true,
  RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX'],
  // A browser's own sandbox needs namespaces.
  RestrictNamespaces: true,
  CapabilityBoundingSet: [],
  SystemCallFilter: ['@system-service', AllExcept.of('@privileged', '@resources')],
  // A program that tries a blocked system call gets an error instead of being killed.
  SystemCallErrorNumber: 'EPERM',
  RemoveIPC: true,
  UMask: '0027',
};

const LEVELS: Readonly<Record<HardeningLevel, ServiceDirectives>> = { standard: STANDARD, strict: STRICT };

/** Options of {@link hardeningDirectives}. */
export interface HardeningOptions {
  /**
   * Version of systemd that will read the directives; those it lacks are left out.
   * @default every directive is included
   */
  readonly systemdVersion?: number;
}

/**
 * Returns directives that sandbox a service. Set them before its own: `unit.service.set(hardeningDirectives('strict')).set(own)`.
 *
 * `standard` doesn't affect an ordinary Ruby application, unless it runs setuid programs such as sudo.
 * `strict` also makes the file system read-only: the application can only write to ReadWritePaths and to directories that systemd creates
 * (StateDirectory, LogsDirectory). A browser with its own sandbox doesn't run in it.
 * Neither sets MemoryDenyWriteExecute, which makes YJIT abort.
 *
 * Source: systemd.exec(5), "SANDBOXING"; systemd-analyze(1), `security`
 *
 * @example
 * ```ts
 * new SystemdService(this, 'clock', {
 *   host,
 *   service: {
 *     ...hardeningDirectives('strict', { systemdVersion: 252 }),
 *     ExecStart: Exec.command('/usr/local/bin/clock'),
 *     User: 'deploy',
 *   },
 * });
 * ```
 */
export function hardeningDirectives(level: HardeningLevel, options: HardeningOptions = {}): ServiceDirectives {
  const target = options.systemdVersion ?? Infinity;
  const known = Object.entries(LEVELS[level]).filter(([name]) => (findRow('Service', name)?.since ?? 0) <= target);
  return Object.fromEntries(known);
}
