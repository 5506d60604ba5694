import { COMMON } from './common';
import { CONNECTIONS } from './connections';
import { FILES, FILESYSTEMS } from './files';
import { NETWORK } from './network';
import { PROCESS } from './process';
import { PROGRAM, SYSTEM } from './system';

/**
 * Writes rules that read like Monit's: `when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())`. What comes
 * out is plain data. The last step is `do`, because an object with a method `then` would hang an `await`. Which rules a check
 * may have is told by the compiler.
 *
 * The limits that make no sense are not refused here but told by `controlFileIssues`.
 *
 * Source: Monit manual, "Service tests".
 */
export const when = {
  ...COMMON,
  ...PROCESS,
  ...FILES,
  ...FILESYSTEMS,
  ...NETWORK,
  ...CONNECTIONS,
  ...SYSTEM,
  ...PROGRAM,
} as const;
