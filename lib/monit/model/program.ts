import type { Duration } from '../../values/duration';

/** A program that Monit runs, given word by word: there is no shell. */
export interface Program {
  /** The program, absolute, and its arguments; at most 63 words. */
  readonly argv: readonly string[];
  /** User to run as, by name or number. Default: the user of Monit, root. Needs {@link gid}. */
  readonly uid?: string | number;
  /** Group to run as, by name or number. Default: the group of Monit. Needs {@link uid}. */
  readonly gid?: string | number;
  /** How long Monit waits for it, in whole seconds. Default of Monit: 30 seconds; 5 minutes in a program check. */
  readonly timeout?: Duration;
}
