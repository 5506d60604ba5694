import fc from 'fast-check';
import { Duration, Percent, Size } from '../../../../lib/values';
import type { SoftHard } from '../../../../lib/systemd';
import { byName, INFINITY, probe, type Probe } from './probe';

const duration = fc.oneof(
  fc.nat({ max: 10_000 }).map((n) => Duration.seconds(n)),
  fc.double({ min: 0.001, max: 1e9, noNaN: true }).map((n) => Duration.milliseconds(n)),
  fc.constantFrom(Duration.days(1.5), Duration.hours(0.25), 'infinity' as const),
);
const microseconds = (value: Duration | 'infinity'): number =>
  value === 'infinity' ? INFINITY : Math.round(value.toMilliseconds() * 1000);

const size = fc.oneof(
  fc.maxSafeNat().map((n) => Size.bytes(n)),
  fc.nat({ max: 100_000 }).map((n) => Size.mebibytes(n)),
  fc.constantFrom(Size.kibibytes(1.5), Size.gibibytes(2), 'infinity' as const),
);
const bytes = (value: Size | 'infinity'): number => (value instanceof Size ? value.toBytes() : INFINITY);

const limitOf = <V>(side: fc.Arbitrary<V>): fc.Arbitrary<V | 'infinity' | SoftHard<V | 'infinity'>> =>
  fc.oneof(side, fc.constant('infinity' as const), fc.record({ soft: side, hard: fc.oneof(side, fc.constant('infinity' as const)) }));
const hardSide = <V>(amount: (side: V) => number) => {
  return (value: V | 'infinity' | SoftHard<V | 'infinity'>): number => {
    const side = typeof value === 'object' && value !== null && 'hard' in value ? value.hard : value;
    return side === 'infinity' ? INFINITY : amount(side);
  };
};

const mode = fc.integer({ min: 0, max: 0o7777 }).map((number) => number.toString(8).padStart(4, '0'));
const octal = (value: string): number => parseInt(value, 8);
const device = fc.stringMatching(/^\/dev\/[a-z ]{1,8}$/);

/** Probes of amounts. */
export const AMOUNTS: readonly Probe[] = [
  probe('Unit.StartLimitIntervalSec', duration, microseconds, { property: 'StartLimitIntervalUSec' }),
  probe('Service.RestartSec', duration, microseconds, { property: 'RestartUSec' }),
  probe('Service.RuntimeMaxSec', duration, microseconds, { property: 'RuntimeMaxUSec' }),
  probe('Service.TimeoutStopSec', duration, microseconds, { property: 'TimeoutStopUSec' }),
  probe(
    'Service.TimerSlackNSec',
    fc.nat({ max: 1_000_000 }).map((n) => Duration.milliseconds(n / 1000)),
    (value) => microseconds(value) * 1000,
  ),
  probe('Service.MemoryMax', size, bytes),
  probe('Service.MemoryLow', size, bytes),
  probe('Service.MemoryHigh', size, bytes),
  probe('Service.MemorySwapMax', size, bytes),
  probe(
    'Socket.ReceiveBuffer',
    fc.nat({ max: 1e9 }).map((n) => Size.bytes(n)),
    bytes,
  ),
  probe(
    'Service.CPUQuota',
    fc.integer({ min: 1, max: 1_000_000 }).map((n) => Percent.of(n / 100)),
    (value) => Math.round(value.value * 10_000),
    { property: 'CPUQuotaPerSecUSec' },
  ),
  probe('Service.TasksMax', fc.oneof(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constant('infinity' as const)), (value) =>
    value === 'infinity' ? INFINITY : value,
  ),
  probe(
    'Service.LimitNOFILE',
    limitOf(fc.nat()),
    hardSide<number>((side) => side),
  ),
  probe(
    'Service.LimitNPROC',
    limitOf(fc.nat()),
    hardSide<number>((side) => side),
  ),
  probe(
    'Service.LimitSIGPENDING',
    limitOf(fc.nat()),
    hardSide<number>((side) => side),
  ),
  probe(
    'Service.LimitFSIZE',
    limitOf(fc.nat().map((n) => Size.bytes(n))),
    hardSide<Size>((side) => side.toBytes()),
  ),
  probe(
    'Service.LimitRTTIME',
    limitOf(fc.nat().map((n) => Duration.milliseconds(n / 1000))),
    hardSide<Duration>((side) => Math.round(side.toMilliseconds() * 1000)),
  ),
  probe(
    'Service.LimitCPU',
    limitOf(fc.nat().map((n) => Duration.seconds(n))),
    hardSide<Duration>((side) => side.toSeconds()),
  ),
  probe('Service.UMask', mode, octal),
  ...['RuntimeDirectoryMode', 'StateDirectoryMode', 'CacheDirectoryMode', 'LogsDirectoryMode', 'ConfigurationDirectoryMode'].map((name) =>
    probe(`Service.${name}`, mode, octal),
  ),
  probe('Service.Nice', fc.integer({ min: -20, max: 19 })),
  probe('Service.OOMScoreAdjust', fc.integer({ min: -1000, max: 1000 })),
  probe('Service.IOWeight', fc.integer({ min: 1, max: 10_000 })),
  probe('Service.TTYRows', fc.integer({ min: 0, max: 65_535 })),
  probe('Socket.Priority', fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  probe('Socket.Backlog', fc.nat({ max: 4_294_967_295 })),
  probe(
    'Service.IODeviceWeight',
    fc.dictionary(device, fc.integer({ min: 1, max: 10_000 }), { minKeys: 1, maxKeys: 3 }),
    (value) => byName(Object.entries(value)),
    { comparable: byName },
  ),
  probe(
    'Service.IOReadBandwidthMax',
    fc.dictionary(
      device,
      fc.integer({ min: 1, max: 1e12 }).map((n) => Size.bytes(n)),
      { minKeys: 1, maxKeys: 3 },
    ),
    (value) => byName(Object.entries(value).map(([path, one]) => [path, one.toBytes()])),
    { comparable: byName },
  ),
  probe(
    'Timer.OnBootSec',
    duration.filter((one) => one !== 'infinity'),
    (value) => [['OnBootUSec', microseconds(value), 0]],
    {
      property: 'TimersMonotonic',
    },
  ),
  probe(
    'Timer.AccuracySec',
    duration.filter((one) => one === 'infinity' || microseconds(one) > 0),
    microseconds,
    { property: 'AccuracyUSec' },
  ),
];
