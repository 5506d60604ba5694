import type { Duration, Percent } from '../../values';

/** Pressure on a resource, as the kernel measures it, that there may be at most (systemd.unit(5), ConditionMemoryPressure=). */
export interface PressureLimit {
  /** Share of the time in which something had to wait for the resource. */
  readonly atMost: Percent;
  /** Over which time it is averaged: 10 seconds, a minute or 5 minutes. Default: 5 minutes. */
  readonly over?: Duration;
  /** The slice that it is measured of. Default: the whole machine. */
  readonly slice?: string;
}
