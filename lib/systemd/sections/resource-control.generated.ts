// Made by tools/directives from tools/directives/groups/resource-control.txt. Do not edit.
import { addresses } from '../kinds/addresses';
import { cpuQuota, memory, memoryAboveZero, pressureLimit, tasksMax, timeSpan } from '../kinds/amounts';
import { bpfPrograms, filterPrograms } from '../kinds/bpf';
import { cpus } from '../kinds/cpus';
import { deviceBandwidths, deviceLatencies, deviceOperations, deviceRules, deviceWeights } from '../kinds/devices';
import { cgroupName, controllers, delegation, networkInterfaces, nftSets, oomRules, socketBinds } from '../kinds/filters';
import { cpuWeight, oneOf, wholeNumber, yesNo, yesNoOr } from '../kinds/plain';
import { networkInterface } from '../kinds/sockets';
import { unitOfType } from '../kinds/units';
import type { Controller } from '../kinds/filters';
import type { DirectiveTable } from '../section';
import type { AllExcept } from '../values/all-except';
import type { BpfAttachment } from '../values/bpf-program';
import type { DeviceRule } from '../values/device-rule';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import type { Duration, Percent, Size } from '../../values';

/** Limits and shares of the unit’s control group. Shared by services, slices, scopes, sockets, mounts and swaps. Memory sizes are read in powers of 1024. Source: systemd.resource-control(5). */
export interface ResourceControlDirectives {
  /**
   * The slice, a group of units with limits of its own, in which it runs. Default: system.slice.
   *
   * The full name of a unit, `*.slice`. Since 208. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#Slice=)
   */
  readonly Slice?: UnitString;
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
   * MemoryMin of units inside it that say nothing themselves. Default: 0.
   *
   * A Size, or a Percent. Ignored from 258 on. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DefaultMemoryMin=)
   */
  readonly DefaultMemoryMin?: Size | Percent | 'infinity';
  /**
   * MemoryLow of units inside it that say nothing themselves. Default: 0.
   *
   * A Size, or a Percent. Ignored from 258 on. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DefaultMemoryLow=)
   */
  readonly DefaultMemoryLow?: Size | Percent | 'infinity';
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
   * Devices that it may use, beside what DevicePolicy allows.
   *
   * Devices, or { device, access }. Since 208. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DeviceAllow=)
   */
  readonly DeviceAllow?: readonly (string | DeviceRule)[];
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
   * AllowedCPUs while the machine boots or shuts down.
   *
   * Numbers, from 0. Since 252. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupAllowedCPUs=)
   */
  readonly StartupAllowedCPUs?: readonly number[];
  /**
   * Nodes of memory that it may use, by number from 0. Default: all.
   *
   * Numbers, from 0. Since 244. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#AllowedMemoryNodes=)
   */
  readonly AllowedMemoryNodes?: readonly number[];
  /**
   * AllowedMemoryNodes while the machine boots or shuts down.
   *
   * Numbers, from 0. Since 252. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupAllowedMemoryNodes=)
   */
  readonly StartupAllowedMemoryNodes?: readonly number[];
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
   * Whether it manages control groups below its own, with all controllers (true) or with these. Default: false.
   *
   * A boolean, or names of controllers. Since 218. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#Delegate=)
   */
  readonly Delegate?: boolean | readonly Controller[];
  /**
   * Controllers that units inside it cannot have. Default: none.
   *
   * Names of controllers. Since 240. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DisableControllers=)
   */
  readonly DisableControllers?: readonly Controller[];
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
   * IOWeight while the machine boots or shuts down.
   *
   * A whole number from 1 to 10000. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupIOWeight=)
   */
  readonly StartupIOWeight?: number;
  /**
   * Share of one disk's time against other units, by path of the device or of a file on it.
   *
   * Paths with numbers from 1 to 10000. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IODeviceWeight=)
   */
  readonly IODeviceWeight?: Readonly<Record<string, number>>;
  /**
   * What may be read from a disk in a second, by path of the device or of a file on it.
   *
   * Paths with a Size for each second. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOReadBandwidthMax=)
   */
  readonly IOReadBandwidthMax?: Readonly<Record<string, Size | 'infinity'>>;
  /**
   * What may be written to a disk in a second, by path of the device or of a file on it.
   *
   * Paths with a Size for each second. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOWriteBandwidthMax=)
   */
  readonly IOWriteBandwidthMax?: Readonly<Record<string, Size | 'infinity'>>;
  /**
   * Reads from a disk in a second, by path of the device or of a file on it.
   *
   * Paths with a number for each second. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOReadIOPSMax=)
   */
  readonly IOReadIOPSMax?: Readonly<Record<string, number | 'infinity'>>;
  /**
   * Writes to a disk in a second, by path of the device or of a file on it.
   *
   * Paths with a number for each second. Since 230. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOWriteIOPSMax=)
   */
  readonly IOWriteIOPSMax?: Readonly<Record<string, number | 'infinity'>>;
  /**
   * Latency of a disk that is held for it at the cost of others, by path of the device or of a file on it.
   *
   * Paths with Durations. Since 240. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IODeviceLatencyTargetSec=)
   */
  readonly IODeviceLatencyTargetSec?: Readonly<Record<string, Duration>>;
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
   * BPF programs, by path below /sys/fs/bpf, that packets coming in must pass.
   *
   * Absolute paths. Since 243. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IPIngressFilterPath=)
   */
  readonly IPIngressFilterPath?: OneOrMany<UnitString>;
  /**
   * BPF programs, by path below /sys/fs/bpf, that packets going out must pass.
   *
   * Absolute paths. Since 243. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IPEgressFilterPath=)
   */
  readonly IPEgressFilterPath?: OneOrMany<UnitString>;
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
  /**
   * BPF programs that are attached to its control group: type of attachment with path below /sys/fs/bpf.
   *
   * Places with absolute paths. Since 249. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#BPFProgram=)
   */
  readonly BPFProgram?: Readonly<Partial<Record<BpfAttachment, string>>>;
  /**
   * Ports that it may bind though SocketBindDeny has them: `8080`, `1024-65535`, `tcp`, `ipv4:tcp:80`, `any`.
   *
   * Rules. Since 249. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#SocketBindAllow=)
   */
  readonly SocketBindAllow?: readonly string[];
  /**
   * Ports that it may not bind; `any` for all that SocketBindAllow lacks.
   *
   * Rules. Since 249. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#SocketBindDeny=)
   */
  readonly SocketBindDeny?: readonly string[];
  /**
   * Network interfaces that it may use, by name; AllExcept takes some away. Default: all.
   *
   * Names of interfaces, or AllExcept.of some. Since 250. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#RestrictNetworkInterfaces=)
   */
  readonly RestrictNetworkInterfaces?: readonly (string | AllExcept)[];
  /**
   * StartupMemoryLow of units inside it that say nothing themselves. Default: 0.
   *
   * A Size, or a Percent. Since 253. Ignored from 258 on. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DefaultStartupMemoryLow=)
   */
  readonly DefaultStartupMemoryLow?: Size | Percent | 'infinity';
  /**
   * MemoryLow while the machine boots or shuts down.
   *
   * A Size, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupMemoryLow=)
   */
  readonly StartupMemoryLow?: Size | Percent | 'infinity';
  /**
   * MemoryHigh while the machine boots or shuts down.
   *
   * A Size above zero, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupMemoryHigh=)
   */
  readonly StartupMemoryHigh?: Size | Percent | 'infinity';
  /**
   * MemoryMax while the machine boots or shuts down.
   *
   * A Size above zero, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupMemoryMax=)
   */
  readonly StartupMemoryMax?: Size | Percent | 'infinity';
  /**
   * MemorySwapMax while the machine boots or shuts down.
   *
   * A Size, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupMemorySwapMax=)
   */
  readonly StartupMemorySwapMax?: Size | Percent | 'infinity';
  /**
   * Compressed swap in memory that it may use. Default: infinity.
   *
   * A Size, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryZSwapMax=)
   */
  readonly MemoryZSwapMax?: Size | Percent | 'infinity';
  /**
   * MemoryZSwapMax while the machine boots or shuts down.
   *
   * A Size, or a Percent. Since 253. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#StartupMemoryZSwapMax=)
   */
  readonly StartupMemoryZSwapMax?: Size | Percent | 'infinity';
  /**
   * Whether compressed swap may go out to disk. Default: true.
   *
   * A boolean. Since 256. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryZSwapWriteback=)
   */
  readonly MemoryZSwapWriteback?: boolean;
  /**
   * The control group below its own in which its processes start.
   *
   * A name. Since 254. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DelegateSubgroup=)
   */
  readonly DelegateSubgroup?: string;
  /**
   * How long there must be such pressure. Default: oomd.conf's, 30 s.
   *
   * A Duration, or `infinity`. Since 257. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#ManagedOOMMemoryPressureDurationSec=)
   */
  readonly ManagedOOMMemoryPressureDurationSec?: Duration | 'infinity';
  /**
   * How long it must wait for memory in 2 s before it is told. Default: 200 ms.
   *
   * A Duration, or `infinity`. Since 254. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryPressureThresholdSec=)
   */
  readonly MemoryPressureThresholdSec?: Duration | 'infinity';
  /**
   * Whether it is told of memory pressure ($MEMORY_PRESSURE_WATCH). Default: auto.
   *
   * A boolean, or a word. Since 254. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#MemoryPressureWatch=)
   */
  readonly MemoryPressureWatch?: boolean | 'auto' | 'skip';
  /**
   * Sets of nftables that hold its control group or user: `cgroup:inet:table:set`.
   *
   * Sets, `source:family:table:set`. Since 255. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#NFTSet=)
   */
  readonly NFTSet?: readonly string[];
  /**
   * Whether core dumps of its container are given to it. Default: false.
   *
   * A boolean. Since 255. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CoredumpReceive=)
   */
  readonly CoredumpReceive?: boolean;
  /**
   * Whether its CPUs are taken from others' scheduling. Default: member.
   *
   * A word. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUSetPartition=)
   */
  readonly CPUSetPartition?: 'member' | 'root' | 'isolated';
  /**
   * Rules of systemd-oomd that hold for it, by name.
   *
   * Names. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#OOMRules=)
   */
  readonly OOMRules?: readonly string[];
  /**
   * How long it must wait for a CPU in 2 s before it is told. Default: 200 ms.
   *
   * A Duration, or `infinity`. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUPressureThresholdSec=)
   */
  readonly CPUPressureThresholdSec?: Duration | 'infinity';
  /**
   * Whether it is told of CPU pressure. Default: auto.
   *
   * A boolean, or a word. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#CPUPressureWatch=)
   */
  readonly CPUPressureWatch?: boolean | 'auto' | 'skip';
  /**
   * How long it must wait for disks in 2 s before it is told. Default: 200 ms.
   *
   * A Duration, or `infinity`. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOPressureThresholdSec=)
   */
  readonly IOPressureThresholdSec?: Duration | 'infinity';
  /**
   * Whether it is told of pressure on disks. Default: auto.
   *
   * A boolean, or a word. Since 261. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#IOPressureWatch=)
   */
  readonly IOPressureWatch?: boolean | 'auto' | 'skip';
  /**
   * The network interface that its sockets are bound to.
   *
   * The name of an interface. Since 260. [systemd.resource-control(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#BindNetworkInterface=)
   */
  readonly BindNetworkInterface?: string;
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
  DefaultMemoryMin: { kind: memory },
  DefaultMemoryLow: { kind: memory },
  MemoryLow: { kind: memory, since: 240 },
  MemoryHigh: { kind: memoryAboveZero, since: 231 },
  MemoryMax: { kind: memoryAboveZero, since: 231 },
  MemorySwapMax: { kind: memory, since: 232 },
  DeviceAllow: { kind: deviceRules, since: 208 },
  CPUWeight: { kind: cpuWeight, since: 232 },
  StartupCPUWeight: { kind: cpuWeight, since: 232 },
  CPUQuota: { kind: cpuQuota, since: 213 },
  CPUQuotaPeriodSec: { kind: timeSpan(), since: 242 },
  AllowedCPUs: { kind: cpus, since: 244 },
  StartupAllowedCPUs: { kind: cpus, since: 252 },
  AllowedMemoryNodes: { kind: cpus, since: 244 },
  StartupAllowedMemoryNodes: { kind: cpus, since: 252 },
  TasksAccounting: { kind: yesNo, since: 227 },
  TasksMax: { kind: tasksMax, since: 227 },
  Delegate: { kind: delegation, since: 218 },
  DisableControllers: { kind: controllers, since: 240 },
  IOAccounting: { kind: yesNo, since: 230 },
  IOWeight: { kind: wholeNumber(1, 10000), since: 230 },
  StartupIOWeight: { kind: wholeNumber(1, 10000), since: 230 },
  IODeviceWeight: { kind: deviceWeights, since: 230 },
  IOReadBandwidthMax: { kind: deviceBandwidths, since: 230 },
  IOWriteBandwidthMax: { kind: deviceBandwidths, since: 230 },
  IOReadIOPSMax: { kind: deviceOperations, since: 230 },
  IOWriteIOPSMax: { kind: deviceOperations, since: 230 },
  IODeviceLatencyTargetSec: { kind: deviceLatencies, since: 240 },
  IPAccounting: { kind: yesNo, since: 235 },
  IPAddressAllow: { kind: addresses, since: 235 },
  IPAddressDeny: { kind: addresses, since: 235 },
  IPIngressFilterPath: { kind: filterPrograms, since: 243 },
  IPEgressFilterPath: { kind: filterPrograms, since: 243 },
  DevicePolicy: { kind: oneOf({ auto: 'always', closed: 'always', strict: 'always' }), since: 208 },
  ManagedOOMSwap: { kind: oneOf({ auto: 'always', kill: 'always' }), since: 247 },
  ManagedOOMMemoryPressure: { kind: oneOf({ auto: 'always', kill: 'always' }), since: 247 },
  ManagedOOMMemoryPressureLimit: { kind: pressureLimit, since: 248 },
  ManagedOOMPreference: { kind: oneOf({ none: 'always', avoid: 'always', omit: 'always' }), since: 248 },
  BPFProgram: { kind: bpfPrograms, since: 249 },
  SocketBindAllow: { kind: socketBinds, since: 249 },
  SocketBindDeny: { kind: socketBinds, since: 249 },
  RestrictNetworkInterfaces: { kind: networkInterfaces, since: 250 },
  DefaultStartupMemoryLow: { kind: memory, since: 253 },
  StartupMemoryLow: { kind: memory, since: 253 },
  StartupMemoryHigh: { kind: memoryAboveZero, since: 253 },
  StartupMemoryMax: { kind: memoryAboveZero, since: 253 },
  StartupMemorySwapMax: { kind: memory, since: 253 },
  MemoryZSwapMax: { kind: memory, since: 253 },
  StartupMemoryZSwapMax: { kind: memory, since: 253 },
  MemoryZSwapWriteback: { kind: yesNo, since: 256 },
  DelegateSubgroup: { kind: cgroupName, since: 254 },
  ManagedOOMMemoryPressureDurationSec: { kind: timeSpan(), since: 257 },
  MemoryPressureThresholdSec: { kind: timeSpan(), since: 254 },
  MemoryPressureWatch: { kind: yesNoOr({ auto: 'always', skip: 'always' }), since: 254 },
  NFTSet: { kind: nftSets, since: 255 },
  CoredumpReceive: { kind: yesNo, since: 255 },
  CPUSetPartition: { kind: oneOf({ member: 'always', root: 'always', isolated: 'always' }), since: 261 },
  OOMRules: { kind: oomRules, since: 261 },
  CPUPressureThresholdSec: { kind: timeSpan(), since: 261 },
  CPUPressureWatch: { kind: yesNoOr({ auto: 'always', skip: 'always' }), since: 261 },
  IOPressureThresholdSec: { kind: timeSpan(), since: 261 },
  IOPressureWatch: { kind: yesNoOr({ auto: 'always', skip: 'always' }), since: 261 },
  BindNetworkInterface: { kind: networkInterface, since: 260 },
};
