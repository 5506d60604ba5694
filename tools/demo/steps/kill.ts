import { sleep } from '../../../test/hosts/run';
import { mustRun, sidekiqState } from '../machine';
import { expect, type Step } from '../scene';
import { doJobs } from './jobs';

/** systemd restarts Sidekiq after it is killed. */
export const kill: Step = {
  title: 'kill -9: Sidekiq dies',
  async run({ machine, report, hasApp }) {
    if (!hasApp) return { skipped: 'Sidekiq does not run without an application' };
    const before = await sidekiqState(machine);
    await mustRun(machine, `kill -9 ${before.pid}`);
    const begun = Date.now();
    let after = await sidekiqState(machine);
    while (after.active !== 'active' || after.pid === before.pid) {
      expect(Date.now() - begun < 60_000, `Sidekiq is ${after.active} a minute after it was killed`);
      report.progress(`Sidekiq is ${after.active}`);
      await sleep(100);
      after = await sidekiqState(machine);
    }
    report.note(
      `PID ${before.pid} killed, PID ${after.pid} ready ${((Date.now() - begun) / 1000).toFixed(1)} s later (RestartSec=5 and its boot)`,
    );
    expect(after.restarts === before.restarts + 1, `systemd counts ${after.restarts - before.restarts} restarts of its own`);
    await doJobs(machine, 10);
    report.note('10 more jobs enqueued and done');
    return { proved: 'it comes back by itself: systemd restarted it, once' };
  },
};
