import { COMMON_TESTS } from './common';
import { FILE_TESTS, FILESYSTEM_TESTS } from './files';
import { CONNECTION_TESTS, NETWORK_TESTS } from './network';
import type { Operands } from './operands';
import { PROCESS_TESTS } from './process';
import type { CheckKind, TestRow } from './row';
import { PROGRAM_TESTS, SYSTEM_TESTS } from './system';

/**
 * Every test, by the name it has in the data. A new test is a new row of one of these tables.
 *
 * Source: Monit manual, "Service tests"; which words all versions take was tried on 5.27.2, 5.33.0, 5.34.3 and 6.0.0.
 *
 * @hidden the rows are of more use in the source than as hundreds of pages
 */
export const TESTS = {
  ...COMMON_TESTS,
  ...PROCESS_TESTS,
  ...FILE_TESTS,
  ...FILESYSTEM_TESTS,
  ...NETWORK_TESTS,
  ...CONNECTION_TESTS,
  ...SYSTEM_TESTS,
  ...PROGRAM_TESTS,
} as const;

/** The name of a test in the data: `totalMemory`, `changedPid`, … */
export type TestKind = keyof typeof TESTS;

/** A test with its limit, as data: `{ test: 'cpu', operator: '>', limit: Percent.of(65) }`. */
export type Test<K extends TestKind = TestKind> = {
  readonly [Each in K]: {
    /** Which test. */
    readonly test: Each;
  } & Operands[(typeof TESTS)[Each]['operand']];
}[K];

/** The tests that Monit allows in a check of this kind. */
export type TestKindOf<C extends CheckKind> = {
  [K in TestKind]: C extends (typeof TESTS)[K]['checks'][number] ? K : never;
}[TestKind];

/** The tests after which Monit allows an action on recovery. */
export type RecoveringTestKind = { [K in TestKind]: (typeof TESTS)[K]['recovers'] extends true ? K : never }[TestKind];

/** The tests that have no recovery: a change is over as soon as it is seen. */
export type EventTestKind = Exclude<TestKind, RecoveringTestKind | LimitTestKind>;

/** The tests that have neither a rate nor a recovery: they count cycles themselves. */
export type LimitTestKind = 'restarts';

/** The row of a test, with its optional columns. */
export function testRow(kind: TestKind): TestRow {
  return TESTS[kind];
}
