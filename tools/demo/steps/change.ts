import { mustRun, sidekiqState } from '../machine';
import { expect, type Step } from '../scene';
import { fileDiffs, hostLines } from '../terraform-output';

/** The settings from this step on. */
export const CHANGED = { MEMORY_LIMIT: '600' };

const MONIT_PID = 'cat /run/monit.pid';

/** A change is reviewed before it is deployed, and affects only what it must. */
export const change: Step = {
  title: 'cdktf diff and deploy: another memory limit',
  async run({ example, machine, report }) {
    const diffs = fileDiffs(await example.diff(CHANGED));
    for (const { path, lines } of diffs) report.quote(`cdktf diff: ${path}`, lines, 'diff');
    expect(diffs.length === 1 && diffs[0]!.lines.some((line) => line.startsWith('+ ')), 'the plan shows no change of one file');
    const before = await sidekiqState(machine);
    const monit = await mustRun(machine, MONIT_PID);
    report.quote('the host', hostLines(await example.deploy(CHANGED)));
    const after = await sidekiqState(machine);
    const loaded = await mustRun(machine, 'monit -t -v 2>&1 | grep -i "memory" || :');
    expect((await mustRun(machine, MONIT_PID)) === monit, 'Monit was restarted, and not just reloaded');
    expect(after.pid === before.pid && after.invocation === before.invocation, 'Sidekiq was restarted');
    expect(loaded.includes(CHANGED.MEMORY_LIMIT), `Monit does not read the new limit:\n${loaded}`);
    return { proved: `one line changed, only Monit reloaded${after.pid > 0 ? `: Sidekiq still has PID ${after.pid}` : ''}` };
  },
};
