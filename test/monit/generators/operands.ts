import fc from 'fast-check';

import type { Operands } from '../../../lib/monit';
import { Duration, Percent, Size } from '../../../lib/values';
import { connections, type Surroundings } from './connections';
import { hostileText, options, pattern, whole } from './text';

const operator = fc.constantFrom('>', '>=', '<', '<=', '=', '!=');
/** Monit takes a limit that is always met; the library does not. */
const sometimes = ({ operator: how, limit }: { readonly operator: string; readonly limit: unknown }): boolean =>
  how !== '>=' || !(limit instanceof Size) || limit.toBytes() > 0;
const percent = fc
  .oneof(
    whole(1, 100),
    whole(1, 999).map((n) => n / 10),
  )
  .map((n) => Percent.of(n));
const size = fc.oneof(
  whole(0, 2 ** 31 - 1).map((n) => Size.bytes(n)),
  whole(0, 4_000_000).map((n) => Size.mebibytes(n)),
  whole(0, 2 ** 31 - 1).map((n) => Size.kibibytes(n)),
);
const count = fc.oneof(fc.nat(100), fc.nat(2 ** 31 - 1));
const seconds = fc
  .oneof(
    fc.nat(100_000),
    fc.nat(10_000).map((n) => n * 60),
    fc.nat(1_000).map((n) => n * 86_400),
  )
  .map((n) => Duration.seconds(n));
const milliseconds = fc
  .oneof(
    fc.nat(5000),
    fc.nat(60).map((n) => n * 1000),
  )
  .map((n) => Duration.milliseconds(n));
const within = fc.oneof(
  whole(1, 60).map((n) => Duration.minutes(n)),
  whole(1, 24).map((n) => Duration.hours(n)),
);
const load = fc.oneof(
  fc.nat(100),
  fc.nat(1000).map((n) => n / 10),
);
/** A user or group that every Debian has. */
export const account = fc.constantFrom('root', 'daemon', 0, '1');
/** A mode of a file. */
export const permission = fc.stringMatching(/^[0-7]{3,4}$/);
/** Whether a pattern has to match. */
export const patternComparison = fc.record({ operator: fc.constantFrom('=' as const, '!=' as const), pattern });

const hexadecimal = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const checksum = fc.oneof(
  options({ hash: fc.constantFrom('md5' as const, 'sha1' as const) }),
  hexadecimal(32).map((expect) => ({ expect })),
  hexadecimal(40).map((expect) => ({ hash: 'sha1' as const, expect })),
);

/** What a test takes, by its operand. */
export const operandsOf = (around: Surroundings): { readonly [O in keyof Operands]: fc.Arbitrary<object> } => ({
  none: fc.constant({}),
  percent: fc.record({ operator, limit: percent }),
  wholePercent: fc.record({ operator, limit: whole(1, 100).map((n) => Percent.of(n)) }),
  size: fc.record({ operator, limit: size }).filter(sometimes),
  sizeOrPercent: fc.record({ operator, limit: fc.oneof(size, percent) }).filter(sometimes),
  count: fc.record({ operator, limit: count }),
  countOrPercent: fc.record({ operator, limit: fc.oneof(count, percent) }),
  load: fc.record({ operator, limit: load }),
  duration: fc.record({ operator, limit: seconds }),
  milliseconds: fc.record({ operator, limit: milliseconds }),
  sizePerSecond: fc.record({ operator, limit: size }).filter(sometimes),
  operationsPerSecond: fc.record({ operator, limit: count }),
  packetsPerSecond: fc.record({ operator, limit: count }),
  pagesPerSecond: fc.record({ operator, limit: count }),
  sizeWithin: fc.record({ operator, limit: size, within }).filter(sometimes),
  packetsWithin: fc.record({ operator, limit: count, within }),
  account: fc.record({ account }),
  attribute: fc.record({ attribute: hostileText }),
  pattern: patternComparison,
  patternFile: fc.record({ operator: fc.constantFrom('=', '!='), patternFile: fc.constant('/etc/hostname') }),
  permission: fc.record({ permission }),
  hash: options({ hash: fc.constantFrom('md5' as const, 'sha1' as const) }),
  checksum,
  restarts: fc.tuple(whole(1, 20), whole(1, 20)).map(([a, b]) => ({ restarts: Math.min(a, b), within: Math.max(a, b) })),
  ...connections(around),
});
