import { COMMON_TESTS } from './common';
import { FILE_TESTS, FILESYSTEM_TESTS } from './files';
import { CONNECTION_TESTS, NETWORK_TESTS } from './network';
import type { Operands } from '../operands/table';
import { PROCESS_TESTS } from './process';
import type { CheckKind } from '../check-kind';
import type { TestRow } from './row';
import { PROGRAM_TESTS, SYSTEM_TESTS } from './system';

/**
 * Every test, by its name in the data. To add a test, add a row to one of these tables.
 *
 * Source: Monit manual, "Service tests"; which words all versions take was tried on 5.27.2, 5.33.0, 5.34.3 and 6.0.0.
 *
 * @hidden the rows are easier to read in the source than as hundreds of pages
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

/** Name of a test in the data: `totalMemory`, `changedPid`, … */
export type TestKind = keyof typeof TESTS;

/** A test with its limit, as data: `{ test: 'cpu', operator: '>', limit: Percent.of(65) }`. */
export type Test<K extends TestKind = TestKind> = {
  readonly [Each in K]: {
    /** Name of the test. */
    readonly test: Each;
  } & Operands[(typeof TESTS)[Each]['operand']];
}[K];

/** Tests that Monit allows in this kind of check. */
export type TestKindOf<C extends CheckKind> = {
  [K in TestKind]: C extends (typeof TESTS)[K]['checks'][number] ? K : never;
}[TestKind];

/** Tests that may have an action on recovery. */
export type RecoveringTestKind = { [K in TestKind]: (typeof TESTS)[K]['recovers'] extends true ? K : never }[TestKind];

/** Tests without a recovery: a change is over as soon as it is seen. */
export type EventTestKind = Exclude<TestKind, RecoveringTestKind | LimitTestKind>;

/** Tests without a rate and a recovery: they count cycles themselves. */
export type LimitTestKind = 'restarts';

/** Row of a test, with its optional columns. */
export function testRow(kind: TestKind): TestRow {
  return TESTS[kind];
}
