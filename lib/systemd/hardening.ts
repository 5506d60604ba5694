import type { ServiceDirectives } from './sections/service';
import { findRow } from './table/find-row';
import { AllExcept } from './values/all-except';

/** How much a service is locked up: see {@link hardeningDirectives}. */
export type HardeningLevel = 'standard' | 'strict';

/** What no ordinary worker or web application notices. */
const STANDARD: ServiceDirectives = {
  // No way to root by a program with the setuid bit: neither by sudo, nor by a sendmail that has it.
  NoNewPrivileges: true,
  // /usr, /boot and /etc can't be written to.
  ProtectSystem: 'full',
  PrivateTmp: true,
  PrivateDevices: true,
  ProtectKernelTunables: true,
  ProtectKernelModules: true,
  ProtectKernelLogs: true,
  ProtectControlGroups: true,
  ProtectClock: true,
  ProtectHostname: true,
  // Netlink tells the addresses of the machine, which Ruby’s Socket.ip_address_list asks for.
  RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX', 'AF_NETLINK'],
  RestrictRealtime: true,
  RestrictSUIDSGID: true,
  LockPersonality: true,
  SystemCallArchitectures: ['native'],
};

/** What fits a service whose files and needs are known. */
const STRICT: ServiceDirectives = {
  ...STANDARD,
  // The whole file system can’t be written to, but for ReadWritePaths and the directories that systemd makes.
  ProtectSystem: 'strict',
  ProtectHome: 'read-only',
  // Other users’ processes are not to be seen.
  ProtectProc: 'invisible',
  ProcSubset: 'pid',
  PrivateUsers: true,
  RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX'],
  // What a browser’s own sandbox is made of.
  RestrictNamespaces: true,
  CapabilityBoundingSet: [],
  SystemCallFilter: ['@system-service', AllExcept.of('@privileged', '@resources')],
  // A program that tries one of the others is told so, and need not die of it.
  SystemCallErrorNumber: 'EPERM',
  RemoveIPC: true,
  UMask: '0027',
};

const LEVELS: Readonly<Record<HardeningLevel, ServiceDirectives>> = { standard: STANDARD, strict: STRICT };

/** Options of {@link hardeningDirectives}. */
export interface HardeningOptions {
  /** The version of systemd that will read them; what it lacks is left out. Default: any. */
  readonly systemdVersion?: number;
}

/**
 * Directives that lock a service up, to be set before its own: `unit.service.set(hardeningDirectives('strict')).set(own)`.
 *
 * `standard` is what an ordinary Ruby application does not notice, unless it runs programs with the setuid bit, such as sudo.
 * `strict` also makes the file system read-only: what the application writes to has to be in ReadWritePaths, or in a directory that systemd
 * makes (StateDirectory, LogsDirectory). A browser with a sandbox of its own does not run in it.
 * Neither has MemoryDenyWriteExecute, with which YJIT aborts.
 *
 * Source: systemd.exec(5), "SANDBOXING"; systemd-analyze(1), `security`
 */
export function hardeningDirectives(level: HardeningLevel, options: HardeningOptions = {}): ServiceDirectives {
  const target = options.systemdVersion ?? Infinity;
  const known = Object.entries(LEVELS[level]).filter(([name]) => (findRow('Service', name)?.since ?? 0) <= target);
  return Object.fromEntries(known);
}
