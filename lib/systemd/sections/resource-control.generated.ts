// Made by tools/directives from tools/directives/groups/resource-control.txt. Do not edit.
import { addresses } from '../kinds/addresses';
import { cpuQuota, memory, memoryAboveZero, pressureLimit, tasksMax, timeSpan } from '../kinds/amounts';
import { cpus } from '../kinds/cpus';
import { cpuWeight, oneOf, wholeNumber, yesNo } from '../kinds/plain';
import { unitOfType } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { Duration, Percent, Size } from '../../values';

/** Limits and shares of the unit’s control group. Shared by services, slices, scopes, sockets, mounts and swaps. Memory sizes are read in powers of 1024. Source: systemd.resource-control(5). */
export interface ResourceControlDirectives {
  /**
   * The slice, a group of units with limits of its own, in which it runs. Default: system.slice.
   *
   * The full name of a unit, `*.slice`. Since 208. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#Slice=)
   */
  readonly Slice?: string;
  /**
   * Whether memory use is counted. Default: true.
   *
   * A boolean. Since 208. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryAccounting=)
   */
  readonly MemoryAccounting?: boolean;
  /**
   * Memory that is never taken from it: a Size, or a Percent of the machine's. Default: 0.
   *
   * A Size, or a Percent. Since 240. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryMin=)
   */
  readonly MemoryMin?: Size | Percent | 'infinity';
  /**
   * Memory that is taken from it only when nothing else is left. Default: 0.
   *
   * A Size, or a Percent. Since 240. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryLow=)
   */
  readonly MemoryLow?: Size | Percent | 'infinity';
  /**
   * Memory above which it is slowed down and pressed to give back. Set it below MemoryMax. Default: infinity.
   *
   * A Size above zero, or a Percent. Since 231. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryHigh=)
   */
  readonly MemoryHigh?: Size | Percent | 'infinity';
  /**
   * Memory above which its processes are killed (OOM). Default: infinity.
   *
   * A Size above zero, or a Percent. Since 231. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryMax=)
   */
  readonly MemoryMax?: Size | Percent | 'infinity';
  /**
   * Swap that it may use. Default: infinity.
   *
   * A Size, or a Percent. Since 232. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemorySwapMax=)
   */
  readonly MemorySwapMax?: Size | Percent | 'infinity';
  /**
   * Share of CPU time against other units, 1–10000, or `idle` (from 252). Default: 100.
   *
   * A number without a unit from 1 to 10000, or `idle`. Since 232. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUWeight=)
   */
  readonly CPUWeight?: number | 'idle';
  /**
   * The same while the machine boots.
   *
   * A number without a unit from 1 to 10000, or `idle`. Since 232. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupCPUWeight=)
   */
  readonly StartupCPUWeight?: number | 'idle';
  /**
   * CPU time that it may use, as a Percent of one CPU: 200 % is two. Default: no limit.
   *
   * A Percent, above 0. Since 213. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUQuota=)
   */
  readonly CPUQuota?: Percent;
  /**
   * Span over which CPUQuota is measured, 1 ms to 1 s. Default: 100 ms.
   *
   * A Duration, or `infinity`. Since 242. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUQuotaPeriodSec=)
   */
  readonly CPUQuotaPeriodSec?: Duration | 'infinity';
  /**
   * CPUs that it may run on, by number from 0. Default: all.
   *
   * Numbers, from 0. Since 244. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#AllowedCPUs=)
   */
  readonly AllowedCPUs?: readonly number[];
  /**
   * Whether tasks are counted. Default: true.
   *
   * A boolean. Since 227. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#TasksAccounting=)
   */
  readonly TasksAccounting?: boolean;
  /**
   * Number of processes and threads, or a Percent of what the machine allows. Default: 15 %.
   *
   * A number of tasks, or a Percent. Since 227. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#TasksMax=)
   */
  readonly TasksMax?: number | Percent | 'infinity';
  /**
   * Whether disk traffic is counted. Default: false.
   *
   * A boolean. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOAccounting=)
   */
  readonly IOAccounting?: boolean;
  /**
   * Share of disk time against other units, 1–10000. Default: 100.
   *
   * A whole number from 1 to 10000. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOWeight=)
   */
  readonly IOWeight?: number;
  /**
   * Whether network traffic is counted. Default: false.
   *
   * A boolean. Since 235. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IPAccounting=)
   */
  readonly IPAccounting?: boolean;
  /**
   * Addresses that it may talk to: `any`, `localhost`, `link-local`, `multicast`, or address/prefix.
   *
   * Words or addresses. Since 235. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IPAddressAllow=)
   */
  readonly IPAddressAllow?: readonly string[];
  /**
   * Addresses that it may not talk to, unless IPAddressAllow has them.
   *
   * Words or addresses. Since 235. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IPAddressDeny=)
   */
  readonly IPAddressDeny?: readonly string[];
  /**
   * Which devices are there: all (`auto`), the usual pseudo devices (`closed`), or none (`strict`). Default: auto.
   *
   * A word. Since 208. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DevicePolicy=)
   */
  readonly DevicePolicy?: 'auto' | 'closed' | 'strict';
  /**
   * Whether systemd-oomd kills it when swap runs out. Default: auto, that is no.
   *
   * A word. Since 247. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#ManagedOOMSwap=)
   */
  readonly ManagedOOMSwap?: 'auto' | 'kill';
  /**
   * Whether systemd-oomd kills it under memory pressure. Default: auto, that is no.
   *
   * A word. Since 247. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#ManagedOOMMemoryPressure=)
   */
  readonly ManagedOOMMemoryPressure?: 'auto' | 'kill';
  /**
   * How much pressure that is. Default: oomd.conf's, 60 %.
   *
   * A Percent, up to 100. Since 248. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#ManagedOOMMemoryPressureLimit=)
   */
  readonly ManagedOOMMemoryPressureLimit?: Percent;
  /**
   * Whether systemd-oomd prefers others. Default: none.
   *
   * A word. Since 248. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#ManagedOOMPreference=)
   */
  readonly ManagedOOMPreference?: 'none' | 'avoid' | 'omit';
  /** @deprecated Use MemoryMax: systemd from 258 on takes no notice of it. */
  readonly MemoryLimit?: never;
  /** @deprecated Use CPUWeight: systemd from 258 on takes no notice of it. */
  readonly CPUShares?: never;
  /** @deprecated Use StartupCPUWeight: systemd from 258 on takes no notice of it. */
  readonly StartupCPUShares?: never;
  /** @deprecated Leave it out: systemd from 258 on takes no notice of it. */
  readonly CPUAccounting?: never;
  /** @deprecated Use IOAccounting: systemd from 258 on takes no notice of it. */
  readonly BlockIOAccounting?: never;
  /** @deprecated Use IOWeight: systemd from 258 on takes no notice of it. */
  readonly BlockIOWeight?: never;
  /** @deprecated Use StartupIOWeight: systemd from 258 on takes no notice of it. */
  readonly StartupBlockIOWeight?: never;
  /** @deprecated Use IODeviceWeight: systemd from 258 on takes no notice of it. */
  readonly BlockIODeviceWeight?: never;
  /** @deprecated Use IOReadBandwidthMax: systemd from 258 on takes no notice of it. */
  readonly BlockIOReadBandwidth?: never;
  /** @deprecated Use IOWriteBandwidthMax: systemd from 258 on takes no notice of it. */
  readonly BlockIOWriteBandwidth?: never;
  /** @deprecated Leave it out: systemd takes no notice of it. */
  readonly NetClass?: never;
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
