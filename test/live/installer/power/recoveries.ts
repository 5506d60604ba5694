import { replay } from '../../../support/power/replay';
import { States } from '../../../support/power/states';
import { checked, SETTING, type Recording } from './recorder';
import { TREES } from './transactions';
import type { World } from './world';

/** Moment at which a transaction was cut off: its recovery undoes it, or only cleans up. */
export const MOMENTS = ['cut off before its commit', 'cut off after its commit'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Records the recovery at boot after a transaction that was cut off. It has only one right result. */
export async function recordRecovery(
  world: World,
  { name, before, after, log, arrangement }: Recording,
  moment: Moment,
): Promise<Recording> {
  const commit = log.operations.findIndex((text) => /^rename\S* \S* to \S*\/(manifest|\.gone-[^/]*)$/.test(text));
  if (commit < 0) throw new Error(`${name} commits nothing`);
  const { tree } = new States(log, 'ext4 ordered', arrangement).prefix(moment === MOMENTS[0] ? commit : commit + 1);
  const { calls, found } = await world.trace(tree, arrangement.mounts);
  const recovery = replay(calls, tree, { trees: TREES, ...SETTING, umasks: new Map() });
  checked({ name: `the recovery of ${name}`, before: tree, after: found, log: recovery, arrangement });
  const right = moment === MOMENTS[0] ? before : after;
  return { name: `${name}, ${moment}`, before: right, after: right, log: recovery, arrangement };
}
