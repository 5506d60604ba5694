import { mustRun, sidekiqState } from '../machine';
import { expect, type Step } from '../scene';
import { hostLines } from '../terraform-output';

/** Nothing becomes a Sidekiq that runs. */
export const deploy: Step = {
  title: 'cdktf deploy: from nothing to a Sidekiq that runs',
  async run({ example, machine, report, hasApp }) {
    const said = hostLines(await example.deploy());
    report.quote('the host, over one SSH connection', said);
    if (!hasApp) return { proved: 'installed; Sidekiq starts when the application’s code is there' };
    report.quote('systemctl status sidekiq', (await mustRun(machine, 'systemctl status --no-pager --lines=0 sidekiq | cut -c 1-120')).split('\n').slice(0, 8));
    const { active, pid } = await sidekiqState(machine);
    expect(active === 'active', `Sidekiq is ${active}`);
    const summary = await mustRun(machine, 'monit -B summary');
    report.quote('monit summary', summary.split('\n'));
    expect(/^\s*sidekiq\s+OK\b/im.test(summary), 'Monit does not find Sidekiq OK');
    return { proved: `Sidekiq told systemd that it is ready (PID ${pid}), and Monit watches it` };
  },
};
