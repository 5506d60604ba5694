import { connectionsSince, markConnections, mustRun, sidekiqState } from '../machine';
import { expect, type Step } from '../scene';
import { hostLines } from '../terraform-output';

/** The first deployment: Sidekiq is installed and runs. */
export const deploy: Step = {
  title: 'cdktf deploy: from an empty host to a running Sidekiq',
  async run({ example, machine, report, hasApp }) {
    const mark = await markConnections(machine);
    report.quote('the host', hostLines(await example.deploy()));
    const connections = await connectionsSince(machine, mark);
    report.note(`SSH connections in the host’s log meanwhile: ${connections}`);
    expect(connections === 1, 'a deployment takes one connection');
    if (!hasApp) return { proved: 'installed; Sidekiq starts when the application’s code is there' };
    const status = await mustRun(machine, `systemctl status --no-pager --lines=0 sidekiq | grep -E '^●|Loaded:|Active:|Main PID:'`);
    report.quote('systemctl status sidekiq', status.split('\n'));
    const { active, pid } = await sidekiqState(machine);
    expect(active === 'active', `Sidekiq is ${active}`);
    const summary = await mustRun(machine, 'monit -B summary');
    report.quote('monit summary', summary.split('\n'));
    expect(/^\s*sidekiq\s+OK\b/im.test(summary), 'Monit does not find Sidekiq OK');
    return { proved: `Sidekiq notified systemd that it is ready (PID ${pid}), and Monit watches it` };
  },
};
