import fc from 'fast-check';

import type { Operands } from '../../../lib/monit';
import type { AmountKind } from '../../../lib/monit/kinds/amount';
import type { OperandKind } from '../../../lib/monit/operands/operand';
import { operandRow } from '../../../lib/monit/operands/table';
import { Duration, Percent, Size } from '../../../lib/values';
import { connectionOf, type Surroundings } from './connections';
import { hostileText, options, pattern, whole } from './text';

const operator = fc.constantFrom('>', '>=', '<', '<=', '=', '!=');
/** Monit accepts a limit that is always exceeded; the library doesn't. */
const isSometimesFalse = ({ operator: how, limit }: { readonly operator: string; readonly limit: unknown }): boolean =>
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
/** A pattern that must match, or must not. */
export const patternComparison = fc.record({ operator: fc.constantFrom('=' as const, '!=' as const), pattern });

const hexadecimal = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const checksum = fc.oneof(
  options({ hash: fc.constantFrom('md5' as const, 'sha1' as const) }),
  hexadecimal(32).map((expect) => ({ expect })),
  hexadecimal(40).map((expect) => ({ hash: 'sha1' as const, expect })),
);

/** Limits, by the kind of their amount. */
const LIMITS: { readonly [K in AmountKind]: fc.Arbitrary<unknown> } = {
  percent,
  wholePercent: whole(1, 100).map((n) => Percent.of(n)),
  size,
  sizeOrPercent: fc.oneof(size, percent),
  count,
  countOrPercent: fc.oneof(count, percent),
  load,
  seconds,
  milliseconds,
};

/** Values of other operands, by their kind. */
const VALUES: { readonly [K in OperandKind & string]: fc.Arbitrary<object> } = {
  none: fc.constant({}),
  account: fc.record({ account }),
  attribute: fc.record({ attribute: hostileText }),
  pattern: patternComparison,
  patternFile: fc.record({ operator: fc.constantFrom('=', '!='), patternFile: fc.constant('/etc/hostname') }),
  permission: fc.record({ permission }),
  hash: options({ hash: fc.constantFrom('md5' as const, 'sha1' as const) }),
  checksum,
  restarts: fc.tuple(whole(1, 20), whole(1, 20)).map(([a, b]) => ({ restarts: Math.min(a, b), within: Math.max(a, b) })),
};

/** Values of an operand, by the kind in its row. */
export const operandOf = (operand: keyof Operands, around: Surroundings): fc.Arbitrary<object> => {
  const { kind } = operandRow(operand);
  if (typeof kind === 'string') return VALUES[kind];
  if ('connection' in kind) return connectionOf(kind.connection, around);
  return fc.record({ operator, limit: LIMITS[kind.limit], ...(kind.within === true ? { within } : {}) }).filter(isSometimesFalse);
};
