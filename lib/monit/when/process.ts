import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import { count, event, state, threshold } from './steps';

/** Tests of a process. */
export const PROCESS = {
  /** Process id. Every restart changes it, including one by a deployment (`monit/changed-pid-fires-on-deploy`). */
  pid: {
    /** Fires when the process id has changed since the previous cycle. No recovery. */
    changes: () => event<'changedPid'>({ test: 'changedPid' }),
  },
  /** Process id of the parent. */
  ppid: {
    /** Fires when the parent's process id has changed since the previous cycle. No recovery. */
    changes: () => event<'changedPpid'>({ test: 'changedPpid' }),
  },
  /** Uptime of the process or the host. */
  uptime: threshold<'uptime', Duration>((operator, limit) => ({ test: 'uptime', operator, limit })),
  /** CPU in percent of **all** cores together: one busy thread on four cores is 25. For a process, prefer {@link when.cpuPerCore}. */
  cpu: threshold<'cpu', Percent>((operator, limit) => ({ test: 'cpu', operator, limit })),
  /** CPU of the process and its children, in percent of **all** cores together. Prefer {@link when.totalCpuPerCore}. */
  totalCpu: threshold<'totalCpu', Percent>((operator, limit) => ({ test: 'totalCpu', operator, limit })),
  /**
   * CPU of the process, in percent of one core, as `top` shows it. Monit has no such test: the installer computes the share on the host.
   */
  cpuPerCore: threshold<'cpuPerCore', Percent>((operator, limit) => ({ test: 'cpuPerCore', operator, limit })),
  /** CPU of the process and its children, in percent of one core; see {@link when.cpuPerCore}. */
  totalCpuPerCore: threshold<'totalCpuPerCore', Percent>((operator, limit) => ({ test: 'totalCpuPerCore', operator, limit })),
  /**
   * Memory of the process or the host, in bytes or in percent of the host's memory. RSS; from Monit 6.0 on PSS, which is lower where memory
   * is shared.
   */
  memory: threshold<'memory', Size | Percent>((operator, limit) => ({ test: 'memory', operator, limit })),
  /** Memory of the process and its children; see {@link when.memory}. */
  totalMemory: threshold<'totalMemory', Size | Percent>((operator, limit) => ({ test: 'totalMemory', operator, limit })),
  /** Number of threads of the process. */
  threads: count<'threads'>((operator, limit) => ({ test: 'threads', operator, limit })),
  /** Number of child processes. */
  children: count<'children'>((operator, limit) => ({ test: 'children', operator, limit })),
  /** Open files of the process or the host: a number, or a percentage of the limit. */
  fileDescriptors: count<'fileDescriptors', number | Percent>((operator, limit) => ({ test: 'fileDescriptors', operator, limit })),
  /** Open files of the process and its children. */
  totalFileDescriptors: count<'totalFileDescriptors'>((operator, limit) => ({ test: 'totalFileDescriptors', operator, limit })),
  /** Bytes read per second: by a process, including from caches and pipes, or from a filesystem. */
  read: threshold<'read', Size>((operator, limit) => ({ test: 'read', operator, limit })),
  /** Bytes written per second: by a process, including to caches and pipes, or to a filesystem. */
  write: threshold<'write', Size>((operator, limit) => ({ test: 'write', operator, limit })),
  /** Bytes that the process reads from disk per second. */
  diskRead: threshold<'diskRead', Size>((operator, limit) => ({ test: 'diskRead', operator, limit })),
  /** Bytes that the process writes to disk per second. */
  diskWrite: threshold<'diskWrite', Size>((operator, limit) => ({ test: 'diskWrite', operator, limit })),
  /** Read operations of the process per second. */
  diskReadOperations: threshold<'diskReadOperations', number>((operator, limit) => ({ test: 'diskReadOperations', operator, limit })),
  /** Write operations of the process per second. */
  diskWriteOperations: threshold<'diskWriteOperations', number>((operator, limit) => ({ test: 'diskWriteOperations', operator, limit })),
  /** Effective user of the process. */
  euid: {
    /** Fires when the effective user is not this one. */
    isNot: (account: string | number) => state<'failedEuid'>({ test: 'failedEuid', account }),
  },
  /** Security attribute of the process: its AppArmor profile or SELinux context. */
  securityAttribute: {
    /** Fires when the attribute is not this one. */
    isNot: (attribute: string) => state<'failedSecurityAttribute'>({ test: 'failedSecurityAttribute', attribute }),
  },
} as const;
