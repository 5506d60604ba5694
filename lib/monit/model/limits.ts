import type { Duration } from '../../values/duration';
import type { Size } from '../../values/size';

/** How much Monit reads, by Monit's words. */
export const SIZE_LIMITS = ['programOutput', 'sendExpectBuffer', 'fileContentBuffer', 'httpContentBuffer'] as const;

/** How long Monit waits, by Monit's words. */
export const TIME_LIMITS = ['networkTimeout', 'programTimeout', 'stopTimeout', 'startTimeout', 'restartTimeout', 'execTimeout'] as const;

/** How much Monit reads and how long it waits, where nothing else is said. Source: Monit manual, "Limits". */
export interface SetLimits {
  /** Which statement this is. */
  readonly statement: 'set limits';
  /** Output of a check's program that is looked at. Default of Monit: 512 bytes. */
  readonly programOutput?: Size;
  /** Answer to `send` that is looked at. Default of Monit: 256 bytes. */
  readonly sendExpectBuffer?: Size;
  /** Line of a file that is looked at. Default of Monit: 512 bytes. */
  readonly fileContentBuffer?: Size;
  /** Answer over HTTP that is looked at. Default of Monit: 1 MB. */
  readonly httpContentBuffer?: Size;
  /** How long a connection may take. Default of Monit: 5 seconds. */
  readonly networkTimeout?: Duration;
  /** How long the program of a check may run. Default of Monit: 5 minutes. */
  readonly programTimeout?: Duration;
  /** How long a stop program may take. Default of Monit: 30 seconds. */
  readonly stopTimeout?: Duration;
  /** How long a start program may take. Default of Monit: 30 seconds. */
  readonly startTimeout?: Duration;
  /** How long a restart program may take. Default of Monit: 30 seconds. */
  readonly restartTimeout?: Duration;
  /** How long a program of `exec` may run; needs Monit 5.34. Default of Monit: for ever. */
  readonly execTimeout?: Duration;
}
