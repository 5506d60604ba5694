import { Duration } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import * as hand from '../../installer/by-hand';
import { campaign, ofCampaign } from '../../support/campaign';
import { postText } from '../../systemd/post';
import { isShort, lost, repeated, run, summary, type Course, type Ran } from './jobs/course';
import { endedWell, kindOf, type Kind } from './jobs/deploys';
import { deployAsThePost, installPostFor } from './jobs/post';
import { release } from './jobs/release';
import { Workload, type Job } from './jobs/workload';

function expectNoLoss(ran: Ran): void {
  expect(ran.deployed.filter((deployed) => !endedWell(deployed))).toEqual([]);
  expect(ran.troubles).toEqual([]);
  expect(lost(ran)).toEqual([]);
  expect(repeated(ran).filter((job) => isShort(ran, job))).toEqual([]);
}

describeLive('jobs', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  afterAll(() => hosts.forEach((host) => host.destroy()));

  async function boot(suite: Suite): Promise<TestHost> {
    const host = await TestHost.boot({ suite });
    hosts.push(host);
    return host;
  }

  async function runOn(suite: Suite, courses: readonly Course[]): Promise<readonly Ran[]> {
    const host = await boot(suite);
    const ran: Ran[] = [];
    for (const course of courses) ran.push(await run(host, course));
    return ran;
  }

  test('loses no job and runs short ones once, with any outcome of a deployment', async () => {
    const kinds = ofCampaign<readonly Kind[]>({
      sample: ['good', 'killed', 'bad'],
      small: ['good', 'killed', 'bad', 'refused', 'killed', 'good'],
      all: ['good', 'killed', 'bad', 'refused', 'killed', 'good'],
    });
    const [ran] = await runOn('bookworm', [{ seed: 1, shutdownSeconds: 6, longestSeconds: 15, kinds }]);
    expectNoLoss(ran!);
    expect(ran!.jobs.length).toBeGreaterThan(50);
    expect(ran!.jobs.filter(({ cpu }) => cpu)).not.toEqual([]);
  });

  if (campaign() === 'all') {
    test('loses none in 200 deployments that restart Sidekiq', async () => {
      const kinds = Array.from({ length: 66 }, (_, number) => kindOf(number));
      const courses = (seed: number): readonly Course[] => [
        { seed, shutdownSeconds: 7, longestSeconds: 90, kinds },
        { seed: seed + 1, shutdownSeconds: 25, longestSeconds: 90, kinds: ['good', 'killed', 'bad', 'killed', 'good'] },
      ];
      const suites = ['bullseye', 'bookworm', 'trixie', 'forky'] as const;
      const perSuite = await Promise.all(suites.map((suite, at) => runOn(suite, courses(at * 10))));
      process.stdout.write(`${perSuite.flatMap((all, at) => all.map((one) => summary(suites[at]!, one))).join('\n')}\n`);
      const ran = perSuite.flat();
      // A transaction that was killed early didn't touch Sidekiq, so the number of starts counts.
      expect(ran.reduce((sum, { starts }) => sum + starts, 0)).toBeGreaterThanOrEqual(200);
      for (const one of ran) expectNoLoss(one);
    });
  }
});

/** It takes longer than a sample may. */
const unit = campaign() === 'sample' ? undefined : postText();

(unit === undefined ? describe.skip : describe)(
  `the post${unit === undefined ? ' (skipped, it is not beside this repository or this is a sample)' : ''}`,
  () =>
    describeLive('with the same jobs', { needs: ['hosts'] }, () => {
      let theirs: TestHost;
      let ours: TestHost;
      beforeAll(async () => {
        [theirs, ours] = await Promise.all([TestHost.boot(), TestHost.boot()]);
      });
      afterAll(() => {
        theirs.destroy();
        ours.destroy();
      });

      const LONG = ['long 1', 'long 2', 'long 3'];

      /** Short jobs all the time, three of 40 s, one change of a line. */
      async function jobsOver(host: TestHost, start: () => Promise<unknown>, change: () => Promise<unknown>): Promise<readonly Job[]> {
        const workload = await Workload.install(host);
        await start();
        await workload.feed(5, 4);
        await Promise.all(LONG.map((id) => workload.push(id, 40)));
        await Promise.all(LONG.map((id) => workload.untilStarted(id)));
        await change();
        return workload.finish(180);
      }

      const repeatedIn = (jobs: readonly Job[]): readonly string[] => jobs.filter(({ starts }) => starts > 1).map(({ id }) => id);

      test('repeats the long jobs when it restarts; our drained restart repeats none', async () => {
        const drainTimeout = Duration.minutes(2);
        const bring = (name: string) => async () =>
          expect(await hand.deploy(ours, release(ours, name, { drainTimeout }))).toMatchObject({ code: 0 });
        const [posts, drained] = await Promise.all([
          jobsOver(
            theirs,
            () => installPostFor(theirs, unit!),
            () => deployAsThePost(theirs, unit!, 'RELEASE=2'),
          ),
          jobsOver(ours, bring('1'), bring('2')),
        ]);
        expect([...posts, ...drained].filter(({ ends }) => ends === 0)).toEqual([]);
        expect(repeatedIn(posts)).toEqual(expect.arrayContaining(LONG));
        expect(repeatedIn(drained)).toEqual([]);
      });

      test('has no worker and no error after a release that doesn’t boot; ours is refused', async () => {
        const worksAfter = async (host: TestHost, bring: () => Promise<unknown>): Promise<boolean> => {
          const workload = await Workload.install(host);
          await bring();
          await workload.push('after', 0.1);
          return workload.untilEnded('after', 30).then(
            () => true,
            () => false,
          );
        };
        const bad = release(ours, '3', { environmentVariables: { BAD_RELEASE: '1' } });
        expect(await worksAfter(theirs, () => deployAsThePost(theirs, unit!, 'BAD_RELEASE=1'))).toBe(false);
        expect(await worksAfter(ours, async () => expect(await hand.deploy(ours, bad)).toMatchObject({ code: 1 }))).toBe(true);
      });
    }),
);
