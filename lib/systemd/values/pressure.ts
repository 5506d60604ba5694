import type { Duration, Percent } from '../../values';

/** Upper limit for the pressure on a resource, as the kernel measures it (systemd.unit(5), ConditionMemoryPressure=). */
export interface PressureLimit {
  /** Share of time in which a process had to wait for the resource. */
  readonly atMost: Percent;
  /**
   * Period of the average: 10 seconds, a minute or 5 minutes.
   * @default 5 minutes
   */
  readonly over?: Duration;
  /**
   * The slice to measure.
   * @default the whole machine
   */
  readonly slice?: string;
}
