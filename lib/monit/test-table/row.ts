import type { CheckKind } from '../check-kind';
import type { Operands } from '../operands/table';

/** Row of a test that Monit has. */
export interface TestRow {
  /**
   * Monit's words, in the one spelling that Monit 5.27 to 6.0 all accept; empty if the operand includes them. The parser also identifies a
   * test by them.
   */
  readonly words: string;
  /** Operand that follows the words. */
  readonly operand: keyof Operands;
  /** The checks in which Monit allows the test. */
  readonly checks: readonly CheckKind[];
  /** Set if an action on recovery may follow. */
  readonly recovers: boolean;
  /** Set if the test is about a good state: its recovery is `else if failed`, not `else if succeeded`. */
  readonly good?: true;
  /** `false` if no rate may follow; absent otherwise. */
  readonly rated?: false;
  /** Set if two of them in one check silently collapse into the last. */
  readonly once?: true;
  /** Set if the limit is per core: Monit has no such limit, so the installer computes it on the host. */
  readonly perCore?: true;
  /** First Monit version that has the test; absent for 5.27 or older. */
  readonly since?: string;
}

/** Table of tests, by the name of the test in the data. */
export type TestRows = Readonly<Record<string, TestRow>>;
