import type { Action } from '../actions';
import type { CheckKind, EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind, TestKindOf } from '../tests';

/** How often a test must be met before its action is taken: so many cycles in a row, or so many times within so many cycles. */
export type Rate =
  | {
      /** That many in a row, 1 to 64. */
      readonly cycles: number;
    }
  | {
      /** That many, 1 to `within`. */
      readonly times: number;
      /** In so many cycles, 1 to 64. */
      readonly within: number;
    };

/** What is done once a test is no longer met. */
export interface Recovery {
  /** What is done. */
  readonly action: Action;
  /** How often the test must be found not met. Default: once. */
  readonly rate?: Rate;
}

/** `if … restarts within … cycles then …`, which counts cycles itself. */
export interface LimitRule<K extends LimitTestKind = LimitTestKind> {
  /** How many restarts, within how many cycles. */
  readonly test: Test<K>;
  /** Monit has none here. */
  readonly rate?: undefined;
  /** What is done. */
  readonly action: Action;
  /** Monit has none here. */
  readonly recovery?: undefined;
}

/** `if … then …`, about a test that has no recovery. */
export interface EventRule<K extends EventTestKind = EventTestKind> {
  /** What is watched, and its limit. */
  readonly test: Test<K>;
  /** Default: the first time. */
  readonly rate?: Rate;
  /** What is done. */
  readonly action: Action;
  /** Monit has none here. */
  readonly recovery?: undefined;
}

/** `if … then … else if succeeded then …`; `else if failed` where the test is about what is well. */
export interface StateRule<K extends RecoveringTestKind = RecoveringTestKind> {
  /** What is watched, and its limit. */
  readonly test: Test<K>;
  /** Default: the first time. */
  readonly rate?: Rate;
  /** What is done. */
  readonly action: Action;
  /** Default of Monit: `alert`. */
  readonly recovery?: Recovery;
}

/** A rule about one of these tests; {@link when} writes them. */
export type Rule<K extends TestKind = TestKind> =
  EventRule<Extract<K, EventTestKind>> | StateRule<Extract<K, RecoveringTestKind>> | LimitRule<Extract<K, LimitTestKind>>;

/** A rule of a check of this kind. */
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
