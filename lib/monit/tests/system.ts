import type { TestRows } from './row';

const SYSTEM = ['system'] as const;
const PROGRAM = ['program'] as const;

/** What is watched of the host as a whole. Source: Monit manual, "Resource testing". */
export const SYSTEM_TESTS = {
  /** Processes that wait for a core, average of one minute. */
  loadAverage1: { words: 'loadavg(1min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** Processes that wait for a core, average of five minutes. */
  loadAverage5: { words: 'loadavg(5min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** Processes that wait for a core, average of fifteen minutes. */
  loadAverage15: { words: 'loadavg(15min)', operand: 'load', checks: SYSTEM, recovers: true },
  /** The same of one minute, divided by the cores. */
  loadAveragePerCore1: { words: 'loadavg(1min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** The same of five minutes, divided by the cores. */
  loadAveragePerCore5: { words: 'loadavg(5min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** The same of fifteen minutes, divided by the cores. */
  loadAveragePerCore15: { words: 'loadavg(15min) per core', operand: 'load', checks: SYSTEM, recovers: true },
  /** CPU in user space. */
  cpuUser: { words: 'cpu(user)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU in the kernel. */
  cpuSystem: { words: 'cpu(system)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that waits for disks. */
  cpuWait: { words: 'cpu(wait)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of processes with a lowered priority. */
  cpuNice: { words: 'cpu(nice)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU in interrupts. */
  cpuHardIrq: { words: 'cpu(hardirq)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU in soft interrupts. */
  cpuSoftIrq: { words: 'cpu(softirq)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU that the hypervisor gave to somebody else. */
  cpuSteal: { words: 'cpu(steal)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of virtual machines. */
  cpuGuest: { words: 'cpu(guest)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** CPU of virtual machines with a lowered priority. */
  cpuGuestNice: { words: 'cpu(guestnice)', operand: 'percent', checks: SYSTEM, recovers: true },
  /** Swap in use. */
  swap: { words: 'swap', operand: 'sizeOrPercent', checks: SYSTEM, recovers: true },
  /** Pages read from swap. */
  pageIn: { words: 'pagein', operand: 'pagesPerSecond', checks: SYSTEM, recovers: true, since: '6.0' },
  /** Pages written to swap. */
  pageOut: { words: 'pageout', operand: 'pagesPerSecond', checks: SYSTEM, recovers: true, since: '6.0' },
} as const satisfies TestRows;

/** What is watched of a program that Monit runs. Source: Monit manual, "Program status testing". */
export const PROGRAM_TESTS = {
  /** Exit status of the program. */
  status: { words: 'status', operand: 'count', checks: PROGRAM, recovers: true },
  /** The program ends with another status than the time before. */
  changedStatus: { words: 'changed status', operand: 'none', checks: PROGRAM, recovers: false },
  /** The program says something else than the time before. */
  contentChanged: { words: 'content changed', operand: 'none', checks: PROGRAM, recovers: true, since: '5.34' },
  /** The program says the same as the time before. */
  contentNotChanged: { words: 'content not changed', operand: 'none', checks: PROGRAM, recovers: true, since: '5.34' },
} as const satisfies TestRows;
