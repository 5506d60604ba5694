import type { Duration } from '../../values/duration';

/** Program that Monit runs. There is no shell: the program and each argument are separate words. */
export interface Program {
  /** Absolute path of the program, and its arguments; 63 words at most. */
  readonly argv: readonly string[];
  /**
   * User to run as, by name or number. Needs {@link gid}.
   * @default the user of Monit, root
   */
  readonly uid?: string | number;
  /**
   * Group to run as, by name or number. Needs {@link uid}.
   * @default the group of Monit
   */
  readonly gid?: string | number;
  /**
   * Time that Monit waits for the program, in whole seconds.
   * @default Monit's own: 30 seconds; 5 minutes in a program check
   */
  readonly timeout?: Duration;
}
