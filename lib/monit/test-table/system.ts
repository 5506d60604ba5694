import type { TestRows } from './row';

const SYSTEM = ['system'] as const;
const PROGRAM = ['program'] as const;

/** Tests of the host as a whole. Source: Monit manual, "Resource testing". */
export const SYSTEM_TESTS = {
  /** Load average of one minute: processes that wait for a core. */
  loadAverage1: { words: 'loadavg(1min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** Load average of five minutes: processes that wait for a core. */
  loadAverage5: { words: 'loadavg(5min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** Load average of fifteen minutes: processes that wait for a core. */
  loadAverage15: { words: 'loadavg(15min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** Load average of one minute, divided by the number of cores. */
  loadAveragePerCore1: { words: 'loadavg(1min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** Load average of five minutes, divided by the number of cores. */
  loadAveragePerCore5: { words: 'loadavg(5min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** Load average of fifteen minutes, divided by the number of cores. */
  loadAveragePerCore15: { words: 'loadavg(15min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** CPU in user space. */
  cpuUser: { words: 'cpu(user)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU in the kernel. */
  cpuSystem: { words: 'cpu(system)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that waits for disk I/O. */
  cpuWait: { words: 'cpu(wait)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of processes with lowered priority (nice). */
  cpuNice: { words: 'cpu(nice)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that handles hardware interrupts. */
  cpuHardIrq: { words: 'cpu(hardirq)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that handles soft interrupts. */
  cpuSoftIrq: { words: 'cpu(softirq)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that the hypervisor gave to other virtual machines. */
  cpuSteal: { words: 'cpu(steal)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of virtual machines. */
  cpuGuest: { words: 'cpu(guest)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of virtual machines with lowered priority (nice). */
  cpuGuestNice: { words: 'cpu(guestnice)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** Used swap. */
  swap: { words: 'swap', operand: 'sizeOrPercent', checks: SYSTEM, recovers: true },
  /** Pages read from swap. */
  pageIn: { words: 'pagein', operand: 'pagesPerSecond', checks: SYSTEM, recovers: true, since: '6.0' },
  /** Pages written to swap. */
  pageOut: { words: 'pageout', operand: 'pagesPerSecond', checks: SYSTEM, recovers: true, since: '6.0' },
} as const satisfies TestRows;

/** Tests of a program that Monit runs. Source: Monit manual, "Program status testing". */
export const PROGRAM_TESTS = {
  /** Exit status of the program. */
  status: { words: 'status', operand: 'count', checks: PROGRAM, recovers: true },
  /** The exit status differs from that of the previous run. */
  changedStatus: { words: 'changed status', operand: 'none', checks: PROGRAM, recovers: false },
  /** The output differs from that of the previous run. */
  contentChanged: { words: 'content changed', operand: 'none', checks: PROGRAM, recovers: true, since: '5.34' },
  /** The output is the same as in the previous run. */
  contentNotChanged: { words: 'content not changed', operand: 'none', checks: PROGRAM, recovers: true, since: '5.34' },
} as const satisfies TestRows;
