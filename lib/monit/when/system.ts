import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import type { Operator } from '../comparison';
import { count, event, state, threshold } from './steps';

/** Period of a Linux load average, in minutes. */
export type LoadMinutes = 1 | 5 | 15;

/** Tests of the host as a whole. */
export const SYSTEM = {
  /** Load average: processes that wait for a core, averaged over so many minutes: `when.loadAverage(5).above(8)`. */
  loadAverage: <M extends LoadMinutes>(minutes: M) =>
    threshold<`loadAverage${M}`, number>((operator, limit) => ({ test: `loadAverage${minutes}`, operator, limit })),
  /** Load average, divided by the number of cores. */
  loadAveragePerCore: <M extends LoadMinutes>(minutes: M) =>
    threshold<`loadAveragePerCore${M}`, number>((operator, limit) => ({ test: `loadAveragePerCore${minutes}`, operator, limit })),
  /** CPU in user space. */
  cpuUser: threshold<'cpuUser', Percent>((operator, limit) => ({ test: 'cpuUser', operator, limit })),
  /** CPU in the kernel. */
  cpuSystem: threshold<'cpuSystem', Percent>((operator, limit) => ({ test: 'cpuSystem', operator, limit })),
  /** CPU that waits for disk I/O. */
  cpuWait: threshold<'cpuWait', Percent>((operator, limit) => ({ test: 'cpuWait', operator, limit })),
  /** CPU of processes with lowered priority (nice). */
  cpuNice: threshold<'cpuNice', Percent>((operator, limit) => ({ test: 'cpuNice', operator, limit })),
  /** CPU that handles hardware interrupts. */
  cpuHardIrq: threshold<'cpuHardIrq', Percent>((operator, limit) => ({ test: 'cpuHardIrq', operator, limit })),
  /** CPU that handles soft interrupts. */
  cpuSoftIrq: threshold<'cpuSoftIrq', Percent>((operator, limit) => ({ test: 'cpuSoftIrq', operator, limit })),
  /** CPU that the hypervisor gave to other virtual machines. */
  cpuSteal: threshold<'cpuSteal', Percent>((operator, limit) => ({ test: 'cpuSteal', operator, limit })),
  /** CPU of virtual machines. */
  cpuGuest: threshold<'cpuGuest', Percent>((operator, limit) => ({ test: 'cpuGuest', operator, limit })),
  /** CPU of virtual machines with lowered priority (nice). */
  cpuGuestNice: threshold<'cpuGuestNice', Percent>((operator, limit) => ({ test: 'cpuGuestNice', operator, limit })),
  /** Used swap. */
  swap: threshold<'swap', Size | Percent>((operator, limit) => ({ test: 'swap', operator, limit })),
  /** Pages read from swap per second. Needs Monit 6.0. */
  pageIn: threshold<'pageIn', number>((operator, limit) => ({ test: 'pageIn', operator, limit })),
  /** Pages written to swap per second. Needs Monit 6.0. */
  pageOut: threshold<'pageOut', number>((operator, limit) => ({ test: 'pageOut', operator, limit })),
} as const;

/** Tests of a program that Monit runs. */
export const PROGRAM = {
  /** Exit status of the program in a program check: `when.status.notEqual(0)` or `when.status('!=', 0)`. */
  status: Object.assign((operator: Operator, status: number) => state<'status'>({ test: 'status', operator, limit: status }), {
    ...count<'status'>((operator, limit) => ({ test: 'status', operator, limit })),
    /** Fires when the exit status differs from that of the previous run. No recovery. */
    changes: () => event<'changedStatus'>({ test: 'changedStatus' }),
  }),
} as const;
