import { fileTree, mustRun, treeDiff } from '../machine';
import { expect, type Step } from '../scene';
import { hostLines } from '../terraform-output';

/** What was put there goes, and nothing else. */
export const destroy: Step = {
  title: 'cdktf destroy: away with it',
  async run({ example, machine, report, before }) {
    report.quote('the host', hostLines(await example.destroy()));
    const units = await mustRun(machine, `systemctl list-units --all --no-legend --plain 'sidekiq*'; systemctl list-unit-files --no-legend 'sidekiq*'`);
    expect(units === '', `systemd still knows:\n${units}`);
    const checks = await mustRun(machine, 'grep -rliw sidekiq /etc/monit || :');
    expect(checks === '', `Monit still reads ${checks}`);
    const difference = treeDiff(before, await fileTree(machine));
    expect(difference.length === 0, `the host differs from what it was:\n${difference.join('\n')}`);
    return { proved: `the host is what it was: ${before.length} paths, modes, owners and contents compared` };
  },
};
