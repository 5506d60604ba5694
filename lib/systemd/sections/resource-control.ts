import type { Duration, Percent, Size } from '../../values';
import { addresses } from '../kinds/addresses';
import { cpuQuota, memory, memoryAboveZero, pressureLimit, tasksMax, timeSpan } from '../kinds/amounts';
import { cpus } from '../kinds/cpus';
import { cpuWeight, oneOf, wholeNumber, yesNo } from '../kinds/plain';
import { unitOfType } from '../kinds/units';
import type { DirectiveTable } from '../section';

/**
 * Limits and shares of the unit's control group. Shared by services, slices, scopes, sockets, mounts and swaps.
 * Source: systemd.resource-control(5). Memory sizes are read in powers of 1024.
 */
export interface ResourceControlDirectives {
  /** The slice, a group of units with limits of its own, in which it runs. Default: system.slice. Since 208. systemd.resource-control(5) */
  readonly Slice?: string;
  /** Whether memory use is counted. Default: true. Since 208. systemd.resource-control(5) */
  readonly MemoryAccounting?: boolean;
  /** Memory that is never taken from it: a Size, or a Percent of the machine's. Default: 0. Since 240. systemd.resource-control(5) */
  readonly MemoryMin?: Size | Percent | 'infinity';
  /** Memory that is taken from it only when nothing else is left. Default: 0. Since 240. systemd.resource-control(5) */
  readonly MemoryLow?: Size | Percent | 'infinity';
  /** Memory above which it is slowed down and pressed to give back. Set it below MemoryMax. Default: infinity. Since 231. systemd.resource-control(5) */
  readonly MemoryHigh?: Size | Percent | 'infinity';
  /** Memory above which its processes are killed (OOM). Default: infinity. Since 231. systemd.resource-control(5) */
  readonly MemoryMax?: Size | Percent | 'infinity';
  /** Swap that it may use. Default: infinity. Since 232. systemd.resource-control(5) */
  readonly MemorySwapMax?: Size | Percent | 'infinity';
  /** Share of CPU time against other units, 1–10000, or `idle` (from 252). Default: 100. Since 232. systemd.resource-control(5) */
  readonly CPUWeight?: number | 'idle';
  /** The same while the machine boots. Since 232. systemd.resource-control(5) */
  readonly StartupCPUWeight?: number | 'idle';
  /** CPU time that it may use, as a Percent of one CPU: 200 % is two. Default: no limit. Since 213. systemd.resource-control(5) */
  readonly CPUQuota?: Percent;
  /** Span over which CPUQuota is measured, 1 ms to 1 s. Default: 100 ms. Since 242. systemd.resource-control(5) */
  readonly CPUQuotaPeriodSec?: Duration | 'infinity';
  /** CPUs that it may run on, by number from 0. Default: all. Since 244. systemd.resource-control(5) */
  readonly AllowedCPUs?: readonly number[];
  /** Whether tasks are counted. Default: true. Since 227. systemd.resource-control(5) */
  readonly TasksAccounting?: boolean;
  /** Number of processes and threads, or a Percent of what the machine allows. Default: 15 %. Since 227. systemd.resource-control(5) */
  readonly TasksMax?: number | Percent | 'infinity';
  /** Whether disk traffic is counted. Default: false. Since 230. systemd.resource-control(5) */
  readonly IOAccounting?: boolean;
  /** Share of disk time against other units, 1–10000. Default: 100. Since 230. systemd.resource-control(5) */
  readonly IOWeight?: number;
  /** Whether network traffic is counted. Default: false. Since 235. systemd.resource-control(5) */
  readonly IPAccounting?: boolean;
  /** Addresses that it may talk to: `any`, `localhost`, `link-local`, `multicast`, or address/prefix. Since 235. systemd.resource-control(5) */
  readonly IPAddressAllow?: readonly string[];
  /** Addresses that it may not talk to, unless IPAddressAllow has them. Since 235. systemd.resource-control(5) */
  readonly IPAddressDeny?: readonly string[];
  /** Which devices are there: all (`auto`), the usual pseudo devices (`closed`), or none (`strict`). Default: auto. Since 208. systemd.resource-control(5) */
  readonly DevicePolicy?: 'auto' | 'closed' | 'strict';
  /** Whether systemd-oomd kills it when swap runs out. Default: auto, that is no. Since 247. systemd.resource-control(5) */
  readonly ManagedOOMSwap?: 'auto' | 'kill';
  /** Whether systemd-oomd kills it under memory pressure. Default: auto, that is no. Since 247. systemd.resource-control(5) */
  readonly ManagedOOMMemoryPressure?: 'auto' | 'kill';
  /** How much pressure that is. Default: oomd.conf's, 60 %. Since 248. systemd.resource-control(5) */
  readonly ManagedOOMMemoryPressureLimit?: Percent;
  /** Whether systemd-oomd prefers others. Default: none. Since 248. systemd.resource-control(5) */
  readonly ManagedOOMPreference?: 'none' | 'avoid' | 'omit';
}

/** See {@link ResourceControlDirectives}. */
export const RESOURCE_CONTROL_DIRECTIVES: DirectiveTable<ResourceControlDirectives> = {
  Slice: { kind: unitOfType('.slice'), since: 208 },
  MemoryAccounting: { kind: yesNo, since: 208 },
  MemoryMin: { kind: memory, since: 240 },
  MemoryLow: { kind: memory, since: 240 },
  MemoryHigh: { kind: memoryAboveZero, since: 231 },
  MemoryMax: { kind: memoryAboveZero, since: 231 },
  MemorySwapMax: { kind: memory, since: 232 },
  CPUWeight: { kind: cpuWeight, since: 232 },
  StartupCPUWeight: { kind: cpuWeight, since: 232 },
  CPUQuota: { kind: cpuQuota, since: 213 },
  CPUQuotaPeriodSec: { kind: timeSpan(), since: 242 },
  AllowedCPUs: { kind: cpus, since: 244 },
  TasksAccounting: { kind: yesNo, since: 227 },
  TasksMax: { kind: tasksMax, since: 227 },
  IOAccounting: { kind: yesNo, since: 230 },
  IOWeight: { kind: wholeNumber(1, 10_000), since: 230 },
  IPAccounting: { kind: yesNo, since: 235 },
  IPAddressAllow: { kind: addresses, since: 235 },
  IPAddressDeny: { kind: addresses, since: 235 },
  DevicePolicy: { kind: oneOf({ auto: 'always', closed: 'always', strict: 'always' }), since: 208 },
  ManagedOOMSwap: { kind: oneOf({ auto: 'always', kill: 'always' }), since: 247 },
  ManagedOOMMemoryPressure: { kind: oneOf({ auto: 'always', kill: 'always' }), since: 247 },
  ManagedOOMMemoryPressureLimit: { kind: pressureLimit, since: 248 },
  ManagedOOMPreference: { kind: oneOf({ none: 'always', avoid: 'always', omit: 'always' }), since: 248 },
};
