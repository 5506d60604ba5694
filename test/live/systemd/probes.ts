import fc from 'fast-check';
import { Exec, type ExecCommand, EnvironmentReference, OptionalPath, PathCondition, ServiceUnit, unitFileIssues } from '../../../lib/systemd';
import type { BindMount, OneOrMany, ServiceDirectives, SoftHard, UnitDirectives } from '../../../lib/systemd';
import { Duration, Percent, Size } from '../../../lib/values';
import { listOf } from '../../../lib/systemd/values/one-or-many';
import { path, text } from './arbitrary';
import type { Property } from './manager';

/** A directive with random values, and what systemd must show for each of them. */
export interface Probe {
  readonly property: Property;
  readonly values: fc.Arbitrary<Setting>;
}

/** One value of a directive. */
export interface Setting {
  readonly apply: (unit: ServiceUnit) => void;
  readonly expected: unknown;
}

/** What D-Bus has for `infinity`, as far as a JavaScript number can say it. */
const INFINITY = 2 ** 64;

type Directives = UnitDirectives & ServiceDirectives;

/** Only values that we accept: of those systemd must drop and change nothing. */
function probe<K extends keyof Directives>(
  section: 'Unit' | 'Service',
  directive: K,
  name: string,
  values: fc.Arbitrary<NonNullable<Directives[K]>>,
  expected: (value: NonNullable<Directives[K]>) => unknown,
): Probe {
  const settings = values.map((value): Setting => {
    const directives = { [directive]: value };
    return {
      apply: (unit) => {
        (section === 'Unit' ? unit.unit : unit.service).set(directives);
      },
      expected: expected(value),
    };
  });
  return { property: { interface: section, name }, values: settings.filter(isAccepted) };
}

function isAccepted(setting: Setting): boolean {
  const unit = new ServiceUnit('x.service');
  unit.service.set({ ExecStart: Exec.command('/bin/true') });
  setting.apply(unit);
  return unitFileIssues(unit, { systemdVersion: 252 }).every((issue) => issue.severity !== 'error');
}

const optionalPath = fc.oneof(
  path,
  path.map((one) => OptionalPath.of(one)),
);
const plain = (value: string | OptionalPath): string => (value instanceof OptionalPath ? value.path : value);
const prefixed = (value: string | OptionalPath): string => (value instanceof OptionalPath ? `-${value.path}` : value);
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: String });

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
const bytes = (value: Size | Percent | 'infinity'): number => (value instanceof Size ? value.toBytes() : INFINITY);

const command = fc
  .record({
    program: path,
    args: fc.array(
      fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(Exec.env('HOME'), Exec.envWords('HOME')) }),
      {
        maxLength: 5,
      },
    ),
    argv0: fc.option(text, { nil: undefined }),
    ignoreFailure: fc.boolean(),
    noEnvironmentExpansion: fc.boolean(),
  })
  .map(({ program, args, argv0, ...options }) => Exec.command(program, args, { ...options, ...(argv0 === undefined ? {} : { argv0 }) }));

/** D-Bus shows words as they are before `$` is read, which happens at the start. */
function argv(value: ExecCommand): readonly string[] {
  const dollars = (word: string): string => (value.options.noEnvironmentExpansion === true ? word : word.replaceAll('$', '$$$$'));
  const first = value.options.argv0 === undefined ? value.program : dollars(value.options.argv0);
  return [first, ...value.args.map((arg) => (arg instanceof EnvironmentReference ? String(arg) : dollars(arg)))];
}

const condition = fc.oneof(
  path,
  path.map((one) => PathCondition.not(one)),
  path.map((one) => PathCondition.anyOf(one)),
  path.map((one) => PathCondition.anyOfNot(one)),
);
const asCondition = (value: string | PathCondition): readonly unknown[] =>
  value instanceof PathCondition
    ? ['ConditionPathExists', value.alternative, value.negated, value.path, 0]
    : ['ConditionPathExists', false, false, value, 0];

const bind = fc.record({ source: path, destination: path, optional: fc.boolean(), recursive: fc.boolean() });
const REC = 16_384;

const softHard = fc
  .tuple(fc.nat(), fc.oneof(fc.nat(), fc.constant('infinity' as const)))
  .map(([soft, hard]): SoftHard<number | 'infinity'> => ({ soft, hard }));
const limit = fc.oneof(fc.nat(), fc.constant('infinity' as const), softHard);
const hardSide = (value: number | 'infinity' | SoftHard<number | 'infinity'>): number => {
  const side = typeof value === 'object' ? value.hard : value;
  return side === 'infinity' ? INFINITY : side;
};

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const assignments = fc.dictionary(name, text, { minKeys: 1, maxKeys: 4 });
const lines = (record: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(record).map(([key, value]) => `${key}=${value}`);
const relative = some(path.map((one) => one.slice(1)));

/** By bytes, as C compares them. */
function sorted(value: OneOrMany<string>): readonly string[] {
  return [...listOf(value)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** One directive for each way of writing and each kind of value. */
export const PROBES: readonly Probe[] = [
  probe('Unit', 'Description', 'Description', text, (value) => value),
  probe('Unit', 'Documentation', 'Documentation', some(text.map((one) => `https://example.org/${one}`)), (value) => value),
  probe('Unit', 'ConditionPathExists', 'Conditions', fc.array(condition, { minLength: 1, maxLength: 3 }), (value) =>
    (value as readonly (string | PathCondition)[]).map(asCondition).reverse(),
  ),
  probe('Service', 'ExecStartPre', 'ExecStartPre', fc.array(command, { minLength: 1, maxLength: 2 }), (value) =>
    (value as readonly ExecCommand[]).map((one) => [one.program, argv(one), one.options.ignoreFailure === true]),
  ),
  probe('Service', 'Environment', 'Environment', assignments, lines),
  probe('Service', 'EnvironmentFile', 'EnvironmentFiles', some(optionalPath), (value) =>
    (value as readonly (string | OptionalPath)[]).map((one) => [plain(one), one instanceof OptionalPath]),
  ),
  probe('Service', 'WorkingDirectory', 'WorkingDirectory', optionalPath, (value) =>
    value instanceof OptionalPath ? `!${value.path}` : value,
  ),
  probe('Service', 'SyslogIdentifier', 'SyslogIdentifier', text, (value) => value),
  probe('Service', 'ReadWritePaths', 'ReadWritePaths', some(optionalPath), (value) => value.map(prefixed)),
  probe('Service', 'BindPaths', 'BindPaths', fc.array(bind, { minLength: 1, maxLength: 2 }), (value) =>
    (value as readonly BindMount[]).map((one) => [one.source, one.destination, one.optional, one.recursive === true ? REC : 0]),
  ),
  probe('Service', 'TemporaryFileSystem', 'TemporaryFileSystem', fc.array(path, { minLength: 1, maxLength: 2 }), (value) =>
    value.map((one) => [one, '']),
  ),
  // systemd sorts them.
  probe('Service', 'RuntimeDirectory', 'RuntimeDirectory', relative, sorted),
  probe('Service', 'LoadCredential', 'LoadCredential', fc.dictionary(name, path, { minKeys: 1, maxKeys: 3 }), (value) =>
    byName(Object.entries(value)),
  ),
  probe('Service', 'RestartSec', 'RestartUSec', duration, microseconds),
  probe('Service', 'RuntimeMaxSec', 'RuntimeMaxUSec', duration, microseconds),
  probe('Service', 'TimeoutStopSec', 'TimeoutStopUSec', duration, microseconds),
  probe('Service', 'MemoryMax', 'MemoryMax', size, bytes),
  probe(
    'Service',
    'CPUQuota',
    'CPUQuotaPerSecUSec',
    fc.integer({ min: 1, max: 1_000_000 }).map((n) => Percent.of(n / 100)),
    (value) => Math.round(value.value * 10_000),
  ),
  probe('Service', 'TasksMax', 'TasksMax', fc.oneof(fc.maxSafeNat(), fc.constant('infinity' as const)), (value) =>
    value === 'infinity' ? INFINITY : value,
  ),
  probe('Service', 'LimitNOFILE', 'LimitNOFILE', limit, hardSide),
  probe(
    'Service',
    'UMask',
    'UMask',
    fc.integer({ min: 0, max: 0o7777 }).map((mode) => mode.toString(8).padStart(4, '0')),
    (value) => parseInt(value, 8),
  ),
  probe('Service', 'Nice', 'Nice', fc.integer({ min: -20, max: 19 }), (value) => value),
  probe(
    'Service',
    'KillSignal',
    'KillSignal',
    fc.nat({ max: 30 }).map((n) => `SIGRTMIN+${n}` as const),
    (value) => 34 + Number(value.slice(9)),
  ),
  probe('Service', 'PrivateTmp', 'PrivateTmp', fc.boolean(), (value) => value),
];

/** Of the values of D-Bus, what the file can say: the rest of Exec…= is what happened at run time, and hash tables have no order. */
export function comparable(property: Property, value: unknown): unknown {
  if (property.name === 'ExecStartPre') return (value as readonly (readonly unknown[])[]).map((one) => one.slice(0, 3));
  return property.name === 'LoadCredential' ? byName(value as readonly [string, string][]) : value;
}

function byName(entries: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
