import type { TestRows } from './row';

const PROCESS = ['process'] as const;
const PROCESS_OR_SYSTEM = ['process', 'system'] as const;
const PROCESS_OR_FILESYSTEM = ['process', 'filesystem'] as const;

/** Tests of a process. Source: Monit manual, "Resource testing", "PID testing", "Uptime testing". */
export const PROCESS_TESTS = {
  /** The process id has changed since the previous cycle. */
  changedPid: { words: 'changed pid', operand: 'none', checks: PROCESS, recovers: false },
  /** The parent's process id has changed since the previous cycle. */
  changedPpid: { words: 'changed ppid', operand: 'none', checks: PROCESS, recovers: false },
  /** Uptime of the process or the host. */
  uptime: { words: 'uptime', operand: 'duration', checks: PROCESS_OR_SYSTEM, recovers: true },
  /** CPU of the process, or of the host, in percent of all cores together. */
  cpu: { words: 'cpu', operand: 'percent', checks: PROCESS_OR_SYSTEM, recovers: true },
  /** CPU of the process and its children, in percent of all cores together. */
  totalCpu: { words: 'totalcpu', operand: 'percent', checks: PROCESS, recovers: true },
  /** CPU of the process, in percent of one core. */
  cpuPerCore: { words: 'cpu', operand: 'percent', checks: PROCESS, recovers: true, perCore: true },
  /** CPU of the process and its children, in percent of one core. */
  totalCpuPerCore: { words: 'totalcpu', operand: 'percent', checks: PROCESS, recovers: true, perCore: true },
  /** Memory of the process, or of the host. */
  memory: { words: 'memory', operand: 'sizeOrPercent', checks: PROCESS_OR_SYSTEM, recovers: true },
  /** Memory of the process and its children. */
  totalMemory: { words: 'totalmem', operand: 'sizeOrPercent', checks: PROCESS, recovers: true },
  /** Number of threads of the process. */
  threads: { words: 'threads', operand: 'count', checks: PROCESS, recovers: true },
  /** Number of child processes. */
  children: { words: 'children', operand: 'count', checks: PROCESS, recovers: true },
  /** Open files of the process or the host: a number, or a percentage of the limit. */
  fileDescriptors: { words: 'filedescriptors', operand: 'countOrPercent', checks: PROCESS_OR_SYSTEM, recovers: true },
  /** Open files of the process and its children. */
  totalFileDescriptors: { words: 'total filedescriptors', operand: 'count', checks: PROCESS, recovers: true },
  /** Bytes read per second: by the process, including from caches and pipes, or from the filesystem. */
  read: { words: 'read', operand: 'sizePerSecond', checks: PROCESS_OR_FILESYSTEM, recovers: true },
  /** Bytes written per second: by the process, including to caches and pipes, or to the filesystem. */
  write: { words: 'write', operand: 'sizePerSecond', checks: PROCESS_OR_FILESYSTEM, recovers: true },
  /** Bytes that the process reads from disk per second. */
  diskRead: { words: 'disk read', operand: 'sizePerSecond', checks: PROCESS, recovers: true },
  /** Bytes that the process writes to disk per second. */
  diskWrite: { words: 'disk write', operand: 'sizePerSecond', checks: PROCESS, recovers: true },
  /** Read operations of the process per second. */
  diskReadOperations: { words: 'disk read', operand: 'operationsPerSecond', checks: PROCESS, recovers: true },
  /** Write operations of the process per second. */
  diskWriteOperations: { words: 'disk write', operand: 'operationsPerSecond', checks: PROCESS, recovers: true },
  /** The effective user is not this one. */
  failedEuid: { words: 'failed euid', operand: 'account', checks: PROCESS, recovers: true, once: true },
  /** The AppArmor profile or SELinux context is not this one. */
  failedSecurityAttribute: { words: 'failed security attribute', operand: 'attribute', checks: PROCESS, recovers: true },
} as const satisfies TestRows;
