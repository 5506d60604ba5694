import type { Duration } from '../../values/duration';
import type { Size } from '../../values/size';

/** Limits on how much Monit reads, by Monit's names. */
export const SIZE_LIMITS = ['programOutput', 'sendExpectBuffer', 'fileContentBuffer', 'httpContentBuffer'] as const;

/** Limits on how long Monit waits, by Monit's names. */
export const TIME_LIMITS = ['networkTimeout', 'programTimeout', 'stopTimeout', 'startTimeout', 'restartTimeout', 'execTimeout'] as const;

/** Default limits on how much Monit reads and how long it waits. Source: Monit manual, "Limits". */
export interface SetLimits {
  /** Name of the statement. */
  readonly statement: 'set limits';
  /**
   * Output of a check's program that Monit examines.
   * @default Monit's own: 512 bytes
   */
  readonly programOutput?: Size;
  /**
   * Response to `send` that Monit examines.
   * @default Monit's own: 256 bytes
   */
  readonly sendExpectBuffer?: Size;
  /**
   * Line of a file that Monit examines.
   * @default Monit's own: 512 bytes
   */
  readonly fileContentBuffer?: Size;
  /**
   * HTTP response that Monit examines.
   * @default Monit's own: 1 MB
   */
  readonly httpContentBuffer?: Size;
  /**
   * Timeout of a connection.
   * @default Monit's own: 5 seconds
   */
  readonly networkTimeout?: Duration;
  /**
   * Timeout of a check's program.
   * @default Monit's own: 5 minutes
   */
  readonly programTimeout?: Duration;
  /**
   * Timeout of a stop program.
   * @default Monit's own: 30 seconds
   */
  readonly stopTimeout?: Duration;
  /**
   * Timeout of a start program.
   * @default Monit's own: 30 seconds
   */
  readonly startTimeout?: Duration;
  /**
   * Timeout of a restart program.
   * @default Monit's own: 30 seconds
   */
  readonly restartTimeout?: Duration;
  /**
   * Timeout of a program run by `exec`. Needs Monit 5.34.
   * @default Monit's own: none
   */
  readonly execTimeout?: Duration;
}
