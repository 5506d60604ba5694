import { COMMON } from './common';
import { CONNECTIONS } from './connections';
import { FILES, FILESYSTEMS } from './files';
import { NETWORK } from './network';
import { PROCESS } from './process';
import { PROGRAM, SYSTEM } from './system';

/**
 * Builds rules that read like Monit's: `when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())`. The result is plain data.
 * The last step is `do`, because an object with a `then` method would hang an `await`. The compiler knows which rules a check may have.
 *
 * Limits that make no sense aren't rejected here; `controlFileIssues` reports them.
 *
 * Source: Monit manual, "Service tests".
 *
 * @example
 * ```ts
 * const rules = [
 *   when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
 *   when.cpuPerCore.above(Percent.of(95)).forTimes(8, { within: 10 }).do(alert()).onRecovery(alert()),
 * ];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
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
