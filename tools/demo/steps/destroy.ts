import { fileTree, mustRun, treeDiff } from '../machine';
import { expect, type Step } from '../scene';
import { hostLines } from '../terraform-output';

/** Removes everything that was installed, and nothing else. */
export const destroy: Step = {
  title: 'cdktf destroy: uninstall everything',
  async run({ example, machine, report, before }) {
    report.quote('the host', hostLines(await example.destroy()));
    const units = await mustRun(
      machine,
      `systemctl list-units --all --no-legend --plain 'sidekiq*'; systemctl list-unit-files --no-legend 'sidekiq*' || :`,
    );
    expect(units === '', `systemd still knows:\n${units}`);
    const checks = await mustRun(machine, 'grep -rliw sidekiq /etc/monit || :');
    expect(checks === '', `Monit still reads ${checks}`);
    const difference = treeDiff(before, await fileTree(machine));
    expect(difference.length === 0, `the host differs from what it was:\n${difference.join('\n')}`);
    const { user } = machine.login;
    const uploads = await mustRun(machine, `find ~${user}/.ssh -name 'cdktf-sidekiq-*.sh' -empty | wc -l`);
    report.note(
      `(Terraform itself leaves empty files in ~${user}/.ssh, here ${uploads}: it truncates the scripts it uploaded, after they deleted themselves)`,
    );
    return {
      proved: `the host is what it was: ${before.length} paths and hashes, owners and modes are the same in ${machine.searched.join(', ')} (other programs’ data apart)`,
    };
  },
};
