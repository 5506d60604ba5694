import type { Action } from '../actions';
import type { CheckKind } from '../check-kind';
import type { EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind, TestKindOf } from '../test-table';

/** Number of times a test must be met before its action is taken: N cycles in a row, or N times within M cycles. */
export type Rate =
  | {
      /** Cycles in a row, 1 to 64. */
      readonly cycles: number;
    }
  | {
      /** Number of times, 1 to `within`. */
      readonly times: number;
      /** Number of cycles, 1 to 64. */
      readonly within: number;
    };

/** Action that is taken once a test is no longer met. */
export interface Recovery {
  /** The action. */
  readonly action: Action;
  /**
   * Number of times the test must not be met before the action is taken.
   * @default once
   */
  readonly rate?: Rate;
}

/** `if … restarts within … cycles then …`: a rule that counts cycles itself. */
export interface LimitRule<K extends LimitTestKind = LimitTestKind> {
  /** Number of restarts, and the number of cycles they happen in. */
  readonly test: Test<K>;
  /** Not supported by Monit here. */
  readonly rate?: undefined;
  /** The action. */
  readonly action: Action;
  /** Not supported by Monit here. */
  readonly recovery?: undefined;
}

/** `if … then …`: a rule whose test has no recovery. */
export interface EventRule<K extends EventTestKind = EventTestKind> {
  /** The test, with its limit. */
  readonly test: Test<K>;
  /**
   * Number of times the test must be met.
   * @default once
   */
  readonly rate?: Rate;
  /** The action. */
  readonly action: Action;
  /** Not supported by Monit here. */
  readonly recovery?: undefined;
}

/** `if … then … else if succeeded then …`; `else if failed` when the test is about a good state. */
export interface StateRule<K extends RecoveringTestKind = RecoveringTestKind> {
  /** The test, with its limit. */
  readonly test: Test<K>;
  /**
   * Number of times the test must be met.
   * @default once
   */
  readonly rate?: Rate;
  /** The action. */
  readonly action: Action;
  /**
   * Recovery.
   * @default Monit's own: `alert`
   */
  readonly recovery?: Recovery;
}

/** A rule with one of these tests; {@link when} builds them. */
export type Rule<K extends TestKind = TestKind> =
  EventRule<Extract<K, EventTestKind>> | StateRule<Extract<K, RecoveringTestKind>> | LimitRule<Extract<K, LimitTestKind>>;

/** A rule for this kind of check. */
export type RuleOf<C extends CheckKind> = Rule<TestKindOf<C>>;

/** A rule of a process check. */
export type ProcessRule = RuleOf<'process'>;

/** A rule of a file check. */
export type FileRule = RuleOf<'file'>;

/** A rule of a directory check. */
export type DirectoryRule = RuleOf<'directory'>;

/** A rule of a fifo check. */
export type FifoRule = RuleOf<'fifo'>;

/** A rule of a filesystem check. */
export type FilesystemRule = RuleOf<'filesystem'>;

/** A rule of a host check. */
export type HostRule = RuleOf<'host'>;

/** A rule of a network check. */
export type NetworkRule = RuleOf<'network'>;

/** A rule of a system check. */
export type SystemRule = RuleOf<'system'>;

/** A rule of a program check. */
export type ProgramRule = RuleOf<'program'>;
