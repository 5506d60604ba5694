import fc from 'fast-check';

import type { Action, CheckKind, ControlFile, Every, ProcessCheck, Program, ProgramCheck, Rate, Rule, Test } from '../../lib/monit';
import { TESTS, type Operands, type TestKind } from '../../lib/monit/tests';
import { absolutePathProblem, Duration, Percent, Size } from '../../lib/values';

const HOSTILE = [
  '\n', '\r', '\t', '\\', '"', "'", ' ', '#', ';', '{', '}', '$', '%', '\\0x41', '\\n', '\u007f', '\u0001', 'é', 'e\u0301', '\u0338', '日本', '😀',
  '\n  if cpu > 65% per core for 2 cycles then alert', 'per core', '/', '=', '"\n', '$HOST', '${', '\u2028', '\u0085', '\ufeff', 'a', 'Z', '0',
]; // prettier-ignore

/** Any text that a user could give and UTF-8 can hold, of the kind that breaks naive quoting. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** Any text at all, NUL and half surrogate pairs too. */
export const anyText = fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom('a\0b', '\0', '\ud800', 'x\udc00y', ''));

/** Text for a command word. */
export const argvWord = hostileText;

/** A pidfile or the like: absolute, hostile inside. */
export const hostilePath = hostileText.map((text) => `/${text}`);

/** A name that Monit takes. */
export const checkName = hostileText.map((text) => text.replace(/\p{Cc}/gu, '')).filter((text) => text !== '' && !text.startsWith('/'));

const operator = fc.constantFrom('>', '>=', '<', '<=', '=', '!=');
const percent = fc
  .oneof(
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 1, max: 999 }).map((n) => n / 10),
  )
  .map((n) => Percent.of(n));
const size = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((n) => Size.bytes(n)),
  fc.integer({ min: 0, max: 4_000_000 }).map((n) => Size.mebibytes(n)),
  fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((n) => Size.kibibytes(n)),
);
const count = fc.oneof(fc.nat(100), fc.nat(2 ** 31 - 1));
const seconds = fc
  .oneof(
    fc.nat(100_000),
    fc.nat(10_000).map((n) => n * 60),
    fc.nat(1_000).map((n) => n * 86_400),
  )
  .map((n) => Duration.seconds(n));
const account = fc.constantFrom('root', 'daemon', 0, '1');

const OPERANDS: { readonly [O in keyof Operands]: fc.Arbitrary<object> } = {
  none: fc.constant({}),
  percent: fc.record({ operator, limit: percent }),
  sizeOrPercent: fc.record({ operator, limit: fc.oneof(size, percent) }),
  count: fc.record({ operator, limit: count }),
  countOrPercent: fc.record({ operator, limit: fc.oneof(count, percent) }),
  duration: fc.record({ operator, limit: seconds }),
  sizePerSecond: fc.record({ operator, limit: size }),
  operationsPerSecond: fc.record({ operator, limit: count }),
  account: fc.record({ account }),
  attribute: fc.record({ attribute: hostileText }),
  pattern: fc.record({ operator: fc.constantFrom('=', '!='), pattern: fc.constantFrom('^ok$', '/a', 'a "b"', "it's", 'x|y') }),
};

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const rate: fc.Arbitrary<Rate> = fc.oneof(
  whole(1, 64).map((cycles) => ({ cycles })),
  fc.tuple(whole(1, 64), whole(1, 64)).map(([a, b]) => ({ times: Math.min(a, b), within: Math.max(a, b) })),
);

/** Which programs a command may name, and with which words. */
export interface CommandOptions {
  /** The program, which a host has to have. */
  readonly program: string;
}

const identity = fc.oneof(fc.constant({}), fc.record({ uid: account, gid: account }));

const argv = ({ program }: CommandOptions): fc.Arbitrary<string[]> =>
  fc.array(argvWord, { maxLength: 4 }).map((words) => [program, ...words]);

const programOf = (options: CommandOptions): fc.Arbitrary<Program> =>
  fc
    .tuple(argv(options), identity, fc.option(whole(1, 100_000), { nil: undefined }))
    .map(([words, who, timeout]) => ({ argv: words, ...who, ...(timeout === undefined ? {} : { timeout: Duration.seconds(timeout) }) }));

const actionOf = (options: CommandOptions): fc.Arbitrary<Action> =>
  fc.oneof(
    fc.constantFrom(...(['alert', 'start', 'stop', 'restart', 'unmonitor'] as const)).map((action) => ({ action })),
    fc.tuple(argv(options), identity, fc.option(whole(1, 1000), { nil: undefined })).map(([words, who, repeatEvery]) => ({
      action: 'exec' as const,
      argv: words,
      ...who,
      ...(repeatEvery === undefined ? {} : { repeatEvery }),
    })),
  );

interface RuleOptions extends CommandOptions {
  /** Whether rules per core may occur, which Monit refuses before they are scaled. */
  readonly perCore: boolean;
}

const ruleOf = (check: CheckKind, options: RuleOptions): fc.Arbitrary<Rule> => {
  const kinds = (Object.keys(TESTS) as TestKind[]).filter((kind) => {
    const row = TESTS[kind];
    return (row.checks as readonly CheckKind[]).includes(check) && (options.perCore || !('perCore' in row));
  });
  return fc.constantFrom(...kinds).chain((kind) =>
    fc
      .tuple(OPERANDS[TESTS[kind].operand], fc.option(rate), actionOf(options), fc.option(fc.tuple(actionOf(options), fc.option(rate))))
      .map(([operand, often, action, back]) => {
        const recovery =
          back === null || !TESTS[kind].recovers ? {} : { recovery: { action: back[0], ...(back[1] === null ? {} : { rate: back[1] }) } };
        // The table says which operand belongs to the kind; the type can't follow the choice made at random.
        return { test: { test: kind, ...operand } as Test, ...(often === null ? {} : { rate: often }), action, ...recovery } as Rule;
      }),
  );
};

const ONCE: readonly TestKind[] = ['failedUid', 'failedEuid', 'failedGid'];

const rulesOf = (check: CheckKind, options: RuleOptions, minLength: number): fc.Arbitrary<Rule[]> =>
  fc
    .array(ruleOf(check, options), { minLength, maxLength: 6 })
    .map((rules) =>
      rules.filter(({ test }, index) => !ONCE.includes(test.test) || rules.findIndex((other) => other.test.test === test.test) === index),
    );

const every: fc.Arbitrary<Every> = fc.oneof(
  fc.constantFrom({ cron: '* * * * *' }, { cron: '0,30 8-17 * 1-12 0,6' }, { notCron: '* 0-3 * * 0' }),
  whole(1, 100).map((cycles) => ({ cycles })),
);

const optionsOf = (options: CommandOptions) =>
  fc.record(
    {
      start: programOf(options),
      stop: programOf(options),
      restart: programOf(options),
      every,
      mode: fc.constantFrom('active' as const, 'passive' as const),
      onReboot: fc.constantFrom('start' as const, 'nostart' as const, 'laststate' as const),
      groups: fc.array(fc.constantFrom('workers', 'g-2', 'if', 'é'), { maxLength: 2 }),
    },
    { requiredKeys: ['start', 'stop', 'restart'] },
  );

const processOf = (options: RuleOptions): fc.Arbitrary<ProcessCheck> =>
  fc
    .tuple(
      checkName,
      fc.oneof(
        hostilePath.filter((pidfile) => absolutePathProblem(pidfile) === undefined).map((pidfile) => ({ pidfile })),
        fc.constantFrom('sidekiq [0-9]', '/usr/bin/ruby', '^"x"$', "a'b").map((matching) => ({ matching })),
      ),
      optionsOf(options),
      rulesOf('process', options, 0),
    )
    .map(([name, finder, rest, rules]) => ({ statement: 'check process', name, ...finder, ...rest, rules }) as ProcessCheck);

const programCheckOf = (options: RuleOptions): fc.Arbitrary<ProgramCheck> =>
  fc
    .tuple(checkName, programOf(options), optionsOf(options), rulesOf('program', options, 1))
    .map(([name, program, rest, rules]) => ({ statement: 'check program', name, program, ...rest, rules }) as ProgramCheck);

/** A control file of a few checks that Monit takes on a host that has the program. */
export const controlFile = (options: RuleOptions): fc.Arbitrary<ControlFile> =>
  fc.array(fc.oneof(processOf(options), programCheckOf(options)), { minLength: 1, maxLength: 4 }).map((checks) => ({
    statements: checks.map((check, index) => ({ ...check, name: `${index} ${check.name}` })),
  }));
