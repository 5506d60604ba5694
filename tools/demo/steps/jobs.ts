import { sleep } from '../../../test/hosts/run';
import { mustRun, type Machine } from '../machine';
import { expect, type Step } from '../scene';

const COUNT = 50;

/** Sidekiq runs jobs. */
export const jobs: Step = {
  title: 'Jobs: enqueued to a real Redis',
  async run({ machine, report, hasApp }) {
    if (!hasApp) return { skipped: 'the host has no application that counts its jobs' };
    const took = await doJobs(machine, COUNT);
    report.note(`${COUNT} jobs enqueued, ${COUNT} done after ${(took / 1000).toFixed(1)} s (Redis counter jobs:done)`);
    return { proved: 'the service does real work' };
  },
};

/**
 * Enqueues jobs and waits until all are done.
 *
 * @returns their duration, in milliseconds
 */
export async function doJobs(machine: Machine, count: number): Promise<number> {
  const done = async (): Promise<number> => Number(await mustRun(machine, 'redis-cli get jobs:done'));
  const before = await done();
  await mustRun(machine, `cd /opt/myapp/current && runuser -u deploy -- ruby enqueue.rb ${count} 0.1`);
  const begun = Date.now();
  while ((await done()) < before + count) {
    expect(Date.now() - begun < 30_000, `of ${count} jobs only ${(await done()) - before} were done after 30 s`);
    await sleep(100);
  }
  return Date.now() - begun;
}
