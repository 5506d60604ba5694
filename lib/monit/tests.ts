import type { Duration } from '../values/duration';
import type { Percent } from '../values/percent';
import type { Size } from '../values/size';

/** The kinds of check that this room knows. */
export type CheckKind = 'process' | 'program';

/** How a test compares what Monit measured (left) with the limit (right). */
export type Operator = '>' | '>=' | '<' | '<=' | '=' | '!=';

/** A measured value against a limit. */
export interface Comparison<Limit> {
  /** Default of the builder's `above`: `>`. */
  readonly operator: Operator;
  /** The limit, in the unit that its type carries. */
  readonly limit: Limit;
}

/** What a test takes beside its words, by the name of the operand in {@link TestOperands}. */
export interface Operands {
  /** Nothing. */
  readonly none: unknown;
  /** A percentage. */
  readonly percent: Comparison<Percent>;
  /** Bytes, or a percentage of the host's. */
  readonly sizeOrPercent: Comparison<Size | Percent>;
  /** A number. */
  readonly count: Comparison<number>;
  /** A number, or a percentage of what is allowed. */
  readonly countOrPercent: Comparison<number | Percent>;
  /** A time, in whole seconds. */
  readonly duration: Comparison<Duration>;
  /** Bytes per second. */
  readonly sizePerSecond: Comparison<Size>;
  /** Operations per second. */
  readonly operationsPerSecond: Comparison<number>;
  /** A user or group, by name or number. */
  readonly account: {
    /** The name or number. */
    readonly account: string | number;
  };
  /** Text. */
  readonly attribute: {
    /** The text. */
    readonly attribute: string;
  };
  /** A POSIX extended regular expression that matches (`=`) or does not (`!=`). */
  readonly pattern: {
    /** Whether it must match or must not. */
    readonly operator: '=' | '!=';
    /** The expression. */
    readonly pattern: string;
  };
}

/** The tests, by the name they have in the data: what each takes beside its words. */
export interface TestOperands {
  /** The process is gone. */
  readonly doesNotExist: 'none';
  /** The process is there. */
  readonly exists: 'none';
  /** The process has another id than in the cycle before. */
  readonly changedPid: 'none';
  /** The process's parent has another id than in the cycle before. */
  readonly changedPpid: 'none';
  /** How long the process has been up. */
  readonly uptime: 'duration';
  /** CPU of the process, in percent of all cores together. */
  readonly cpu: 'percent';
  /** CPU of the process and its children, in percent of all cores together. */
  readonly totalCpu: 'percent';
  /** CPU of the process, in percent of one core. */
  readonly cpuPerCore: 'percent';
  /** CPU of the process and its children, in percent of one core. */
  readonly totalCpuPerCore: 'percent';
  /** Memory of the process. */
  readonly memory: 'sizeOrPercent';
  /** Memory of the process and its children. */
  readonly totalMemory: 'sizeOrPercent';
  /** Number of threads of the process. */
  readonly threads: 'count';
  /** Number of child processes. */
  readonly children: 'count';
  /** Open files of the process: a number, or percent of its limit. */
  readonly fileDescriptors: 'countOrPercent';
  /** Open files of the process and its children. */
  readonly totalFileDescriptors: 'count';
  /** Bytes that the process reads from disk per second. */
  readonly diskRead: 'sizePerSecond';
  /** Bytes that the process writes to disk per second. */
  readonly diskWrite: 'sizePerSecond';
  /** Read operations of the process per second. */
  readonly diskReadOperations: 'operationsPerSecond';
  /** Write operations of the process per second. */
  readonly diskWriteOperations: 'operationsPerSecond';
  /** The process runs as another user than this one. */
  readonly failedUid: 'account';
  /** The process runs as another effective user than this one. */
  readonly failedEuid: 'account';
  /** The process runs as another group than this one. */
  readonly failedGid: 'account';
  /** The process has another AppArmor profile or SELinux context than this one. */
  readonly failedSecurityAttribute: 'attribute';
  /** Exit status of the program. */
  readonly status: 'count';
  /** The program ends with another status than the time before. */
  readonly changedStatus: 'none';
  /** Output of the program. */
  readonly content: 'pattern';
}

/** The name of a test in the data: `totalMemory`, `changedPid`, … */
export type TestKind = keyof TestOperands;

/** A test with its limit, as data: `{ test: 'cpu', operator: '>', limit: Percent.of(65) }`. */
export type Test<K extends TestKind = TestKind> = {
  readonly [Each in K]: {
    /** Which test. */
    readonly test: Each;
  } & Operands[TestOperands[Each]];
}[K];

/** The tests that Monit allows in a check of a program; the others are for a process. */
export type ProgramTestKind = 'status' | 'changedStatus' | 'content';

/** The tests that Monit allows in a check of this kind. */
export type TestKindOf<C extends CheckKind> = C extends 'program' ? ProgramTestKind : Exclude<TestKind, ProgramTestKind>;

/** The tests that have no recovery: a change is over as soon as it is seen. */
export type EventTestKind = 'changedPid' | 'changedPpid' | 'changedStatus' | 'content';

/** The tests after which Monit allows an action on recovery. */
export type RecoveringTestKind = Exclude<TestKind, EventTestKind>;

/** One row of {@link TESTS}. */
export interface TestRow {
  /** Monit's words, in the one spelling that Monit 5.27 to 6.0 all take. */
  readonly words: string;
  /** What it takes beside its words. */
  readonly operand: keyof Operands;
  /** The checks in which Monit allows the test. */
  readonly checks: readonly CheckKind[];
  /** Whether `else if succeeded` may follow. */
  readonly recovers: boolean;
  /** Whether two of them in one check collapse into the last, silently. */
  readonly once?: true;
  /** Whether the limit is per core: Monit can't say that, the installer computes it on the host. */
  readonly perCore?: true;
  /** The first Monit version that has it; absent: 5.27 or older. */
  readonly since?: string;
}

/**
 * Every test, by the name it has in the data. A new test is a new row, and a line in {@link TestOperands}.
 *
 * Source: Monit manual, "Service tests"; which words all versions take was tried on 5.27.2, 5.33.0, 5.34.3 and 6.0.0.
 */
export const TESTS = {
  doesNotExist: { words: 'does not exist', operand: 'none', checks: ['process'], recovers: true },
  exists: { words: 'exist', operand: 'none', checks: ['process'], recovers: true },
  changedPid: { words: 'changed pid', operand: 'none', checks: ['process'], recovers: false },
  changedPpid: { words: 'changed ppid', operand: 'none', checks: ['process'], recovers: false },
  uptime: { words: 'uptime', operand: 'duration', checks: ['process'], recovers: true },
  cpu: { words: 'cpu', operand: 'percent', checks: ['process'], recovers: true },
  totalCpu: { words: 'totalcpu', operand: 'percent', checks: ['process'], recovers: true },
  cpuPerCore: { words: 'cpu', operand: 'percent', checks: ['process'], recovers: true, perCore: true },
  totalCpuPerCore: { words: 'totalcpu', operand: 'percent', checks: ['process'], recovers: true, perCore: true },
  memory: { words: 'memory', operand: 'sizeOrPercent', checks: ['process'], recovers: true },
  totalMemory: { words: 'totalmem', operand: 'sizeOrPercent', checks: ['process'], recovers: true },
  threads: { words: 'threads', operand: 'count', checks: ['process'], recovers: true },
  children: { words: 'children', operand: 'count', checks: ['process'], recovers: true },
  fileDescriptors: { words: 'filedescriptors', operand: 'countOrPercent', checks: ['process'], recovers: true },
  totalFileDescriptors: { words: 'total filedescriptors', operand: 'count', checks: ['process'], recovers: true },
  diskRead: { words: 'disk read', operand: 'sizePerSecond', checks: ['process'], recovers: true },
  diskWrite: { words: 'disk write', operand: 'sizePerSecond', checks: ['process'], recovers: true },
  diskReadOperations: { words: 'disk read', operand: 'operationsPerSecond', checks: ['process'], recovers: true },
  diskWriteOperations: { words: 'disk write', operand: 'operationsPerSecond', checks: ['process'], recovers: true },
  failedUid: { words: 'failed uid', operand: 'account', checks: ['process'], recovers: true, once: true },
  failedEuid: { words: 'failed euid', operand: 'account', checks: ['process'], recovers: true, once: true },
  failedGid: { words: 'failed gid', operand: 'account', checks: ['process'], recovers: true, once: true },
  failedSecurityAttribute: { words: 'failed security attribute', operand: 'attribute', checks: ['process'], recovers: true },
  status: { words: 'status', operand: 'count', checks: ['program'], recovers: true },
  changedStatus: { words: 'changed status', operand: 'none', checks: ['program'], recovers: false },
  content: { words: 'content', operand: 'pattern', checks: ['program'], recovers: false, since: '5.29' },
} as const satisfies {
  readonly [K in TestKind]: TestRow & {
    readonly operand: TestOperands[K];
    readonly checks: readonly [K extends ProgramTestKind ? 'program' : 'process'];
    readonly recovers: K extends EventTestKind ? false : true;
  };
};

/** The row of a test, with its optional columns. */
export function testRow(kind: TestKind): TestRow {
  return TESTS[kind];
}
