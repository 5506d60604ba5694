import fc from 'fast-check';

import type { Action, Check, CheckKind, Every, Program, Rate, Rule, Test } from '../../../lib/monit';
import { CHECK_KINDS } from '../../../lib/monit/check-kind';
import { testRow, TESTS, type TestKind } from '../../../lib/monit/test-table';
import { atLeast, parseVersion } from '../../../lib/monit/version';
import { Duration } from '../../../lib/values';
import { alert, mail } from './alerts';
import { address, type Surroundings } from './connections';
import { account, operandOf, patternComparison } from './operands';
import { argvWord, checkName, given, goodPath, maybe, pattern, whole } from './text';

const rate: fc.Arbitrary<Rate> = fc.oneof(
  whole(1, 64).map((cycles) => ({ cycles })),
  fc.tuple(whole(1, 64), whole(1, 64)).map(([a, b]) => ({ times: Math.min(a, b), within: Math.max(a, b) })),
);

const identity = fc.oneof(fc.constant({}), fc.record({ uid: account, gid: account }));

const argv = ({ program }: Surroundings): fc.Arbitrary<string[]> =>
  fc.array(argvWord, { maxLength: 4 }).map((words) => [program, ...words]);

const programOf = (around: Surroundings): fc.Arbitrary<Program> =>
  fc
    .tuple(argv(around), identity, maybe(whole(1, 100_000)))
    .map(([words, who, timeout]) => ({ argv: words, ...who, ...(timeout === undefined ? {} : { timeout: Duration.seconds(timeout) }) }));

const actionOf = (around: Surroundings): fc.Arbitrary<Action> =>
  fc.oneof(
    fc.constantFrom(...(['alert', 'start', 'stop', 'restart', 'unmonitor'] as const)).map((action) => ({ action })),
    fc
      .tuple(argv(around), identity, maybe(whole(1, 1000)))
      .map(([words, who, repeatEvery]) => given({ action: 'exec' as const, argv: words, ...who, repeatEvery })),
  );

/** A rule about a test. */
export const ruleOf = (kind: TestKind, around: Surroundings): fc.Arbitrary<Rule> => {
  const { operand, recovers, rated } = testRow(kind);
  return fc
    .tuple(operandOf(operand, around), maybe(rate), actionOf(around), maybe(fc.tuple(actionOf(around), maybe(rate))))
    .map(([each, often, chosen, back]) => {
      // Monit crashes if a match of a file of patterns runs a program.
      const action: Action = kind === 'contentFromFile' && chosen.action === 'exec' ? { action: 'alert' } : chosen;
      const recovery = back === undefined || !recovers ? undefined : given({ action: back[0], rate: back[1] });
      // The table pairs the kind with its operand; the type can't follow a random choice.
      return given({ test: { test: kind, ...each } as Test, rate: rated === false ? undefined : often, action, recovery }) as Rule;
    });
};

const kindsOf = (check: CheckKind, { perCore, monit }: CheckOptions): TestKind[] =>
  (Object.keys(TESTS) as TestKind[]).filter((kind) => {
    const row = testRow(kind);
    const old = row.since === undefined || monit === undefined || atLeast(parseVersion(monit)!, row.since);
    return row.checks.includes(check) && (perCore || row.perCore !== true) && old;
  });

/** Contents that a control file may have. */
export interface CheckOptions extends Surroundings {
  /** Version of Monit; newer features are left out. Default: every feature. */
  readonly monit?: string;
}

/** Tests of which Monit keeps one, or allows one of the two. */
const REPLACED = (kind: TestKind): string | undefined => {
  if (kind === 'linkUp' || kind === 'linkDown') return 'link';
  if (/Checksum$/.test(kind)) return 'checksum';
  return testRow(kind).once === true ? kind.replace(/^(?:failed|changed)/, '') : undefined;
};

const rulesOf = (check: CheckKind, around: CheckOptions, needed?: readonly TestKind[]): fc.Arbitrary<Rule[]> =>
  fc
    .tuple(
      needed === undefined ? fc.constant([]) : fc.constantFrom(...needed).chain((kind) => ruleOf(kind, around).map((rule) => [rule])),
      fc.array(
        fc.constantFrom(...kindsOf(check, around)).chain((kind) => ruleOf(kind, around)),
        { maxLength: 6 },
      ),
    )
    .map(([first, others]) => [...first, ...others])
    .map((rules) =>
      rules.filter(({ test }, index) => {
        const key = REPLACED(test.test);
        return key === undefined || rules.findIndex((other) => REPLACED(other.test.test) === key) === index;
      }),
    );

const every: fc.Arbitrary<Every> = fc.oneof(
  fc.constantFrom({ cron: '* * * * *' }, { cron: '0,30 8-17 * 1-12 0,6' }, { notCron: '* 0-3 * * 0' }),
  whole(1, 100).map((cycles) => ({ cycles })),
);

const commonOf = (around: Surroundings) =>
  fc
    .record({
      start: programOf(around),
      stop: programOf(around),
      restart: programOf(around),
      every: maybe(every),
      mode: maybe(fc.constantFrom('active' as const, 'passive' as const)),
      onReboot: maybe(fc.constantFrom('start' as const, 'nostart' as const, 'laststate' as const)),
      groups: maybe(fc.array(fc.constantFrom('workers', 'g-2', 'if', 'é'), { maxLength: 2 })),
      alerts: maybe(fc.array(alert, { maxLength: 2 })),
      noAlerts: maybe(fc.array(mail, { maxLength: 1 })),
    })
    .map(given);

const ANYTHING_REGULAR = ['/etc/passwd', '/etc/hostname'];

/** Path of a file. It exists if a rule reads its checksum: otherwise Monit prints a warning that the library doesn't have. */
const filePath = (rules: readonly Rule[]): fc.Arbitrary<string> =>
  rules.some(({ test }) => /Checksum$/.test(test.test)) ? fc.constantFrom(...ANYTHING_REGULAR) : goodPath;

const CONNECTIONS: readonly TestKind[] = ['port', 'url', 'ping'];
const OUTPUT: readonly TestKind[] = ['status', 'changedStatus', 'content'];

/** Rules of each kind of check, and the properties that only this kind has. */
const FINDERS: { readonly [K in CheckKind]: (around: CheckOptions) => fc.Arbitrary<{ readonly rules: readonly Rule[] }> } = {
  process: (around) =>
    fc
      .tuple(
        fc.oneof(
          goodPath.map((pidfile) => ({ pidfile })),
          pattern.map((matching) => ({ matching })),
        ),
        rulesOf('process', around),
      )
      .map(([finder, rules]) => ({ ...finder, rules })),
  file: (around) =>
    rulesOf('file', around).chain((rules) =>
      fc
        .record({ path: filePath(rules), ignoreContent: maybe(fc.array(patternComparison, { maxLength: 2 })) })
        .map((rest) => ({ ...given(rest), rules })),
    ),
  directory: (around) => fc.record({ path: goodPath, rules: rulesOf('directory', around) }),
  fifo: (around) => fc.record({ path: goodPath, rules: rulesOf('fifo', around) }),
  filesystem: (around) =>
    fc.record({ path: fc.oneof(goodPath, fc.constantFrom('server:/share', '//nas/media')), rules: rulesOf('filesystem', around) }),
  host: (around) => fc.record({ address, rules: rulesOf('host', around, CONNECTIONS) }),
  network: (around) => fc.record({ interface: fc.constantFrom('lo', 'eth0', 'wlan-1'), rules: rulesOf('network', around) }),
  system: (around) => fc.record({ rules: rulesOf('system', around) }),
  program: (around) => fc.record({ program: programOf(around), rules: rulesOf('program', around, OUTPUT) }),
};

/** A check of this kind that Monit accepts on a host with these files. */
export const checkOf = (kind: CheckKind, around: CheckOptions): fc.Arbitrary<Check> =>
  fc
    .tuple(checkName, FINDERS[kind](around), commonOf(around))
    .map(([name, finder, common]) => ({ statement: `check ${kind}`, name, ...finder, ...common }) as Check);

/** Any check. */
export const anyCheck = (around: CheckOptions): fc.Arbitrary<Check> => fc.oneof(...CHECK_KINDS.map((kind) => checkOf(kind, around)));
