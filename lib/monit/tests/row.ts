import type { Operands } from './operands';

/** The kinds of check, by the word after `check`. */
export const CHECK_KINDS = ['process', 'file', 'directory', 'fifo', 'filesystem', 'host', 'network', 'system', 'program'] as const;

/** A kind of check, by the word after `check`. */
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What Monit has a test for: one row of a table of tests. */
export interface TestRow {
  /**
   * Monit's words, in the one spelling that Monit 5.27 to 6.0 all take; empty where the operand has all of them. The parser
   * finds a test by them too.
   */
  readonly words: string;
  /** What it takes beside its words. */
  readonly operand: keyof Operands;
  /** The checks in which Monit allows the test. */
  readonly checks: readonly CheckKind[];
  /** Whether an action on recovery may follow. */
  readonly recovers: boolean;
  /** `else if failed` is the recovery and not `else if succeeded`: the test is about what is well. */
  readonly good?: true;
  /** Whether a rate may follow; absent: it may. */
  readonly rated?: false;
  /** Whether two of them in one check collapse into the last, silently. */
  readonly once?: true;
  /** Whether the limit is per core: Monit can't say that, the installer computes it on the host. */
  readonly perCore?: true;
  /** The first Monit version that has it; absent: 5.27 or older. */
  readonly since?: string;
}

/** A table of tests, by the name that a test has in the data. */
export type TestRows = Readonly<Record<string, TestRow>>;
