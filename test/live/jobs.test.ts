import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import type { Suite } from '../hosts/rootfs';
import { deployAll, endedWell, kindOf, type Deployed, type Kind } from './jobs/deploys';
import { Workload, type Job } from './jobs/workload';

/** `JOBS=all` deploys 200 times; otherwise a sample. */
const ALL = process.env.JOBS === 'all';

/** Time that a job may take longer than it says, on a machine that is busy with other things. */
const MARGIN_SECONDS = 3;

jest.setTimeout(3_600_000);

/** One host with one Sidekiq, one shutdown timeout, and what is deployed there. */
interface Course {
  readonly suite: Suite;
  readonly seed: number;
  readonly shutdownSeconds: number;
  readonly longestSeconds: number;
  readonly kinds: readonly Kind[];
}

interface Ran {
  readonly course: Course;
  readonly deployed: readonly Deployed[];
  readonly jobs: readonly Job[];
  /** How often Sidekiq was started. */
  readonly starts: number;
  /** How often systemd’s watchdog has killed it. */
  readonly watchdog: number;
}

async function run(host: TestHost, course: Course): Promise<Ran> {
  const workload = await Workload.install(host);
  await workload.feed(course.seed, course.longestSeconds);
  const deployed = await deployAll(host, course.kinds, course.shutdownSeconds);
  // The last one may have been rolled back to any of the others.
  const jobs = await workload.finish(course.longestSeconds * 2 + 60);
  const log = (await host.mustExec('journalctl -q --no-pager -o cat -u sidekiq.service')).split('\n');
  const count = (pattern: RegExp): number => log.filter((line) => pattern.test(line)).length;
  return { course, deployed, jobs, starts: count(/^Started /), watchdog: count(/Watchdog timeout/) };
}

const lost = ({ jobs }: Ran): readonly Job[] => jobs.filter(({ ends }) => ends === 0);
const repeated = ({ jobs }: Ran): readonly Job[] => jobs.filter(({ starts }) => starts > 1);
const isShort = ({ course }: Ran, { milliseconds }: Job): boolean => milliseconds < (course.shutdownSeconds - MARGIN_SECONDS) * 1000;

function summary(ran: Ran): string {
  const { course, deployed, jobs } = ran;
  const endings = new Map<string, number>();
  for (const { lastLine } of deployed) {
    const ending = lastLine.replace(/: sidekiq\.service.*| .*NoSuchDirective.*/, '');
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const cpu = jobs.filter((job) => job.cpu).length;
  const short = jobs.filter((job) => isShort(ran, job)).length;
  return [
    `${course.suite}, -t ${course.shutdownSeconds}: ${deployed.length} deployments and ${ran.starts} starts of Sidekiq in ${Math.round(deployed.reduce((sum, { seconds }) => sum + seconds, 0))} s`,
    ...[...endings].map(([ending, count]) => `  ${count} × ${ending}`),
    `  ${jobs.length} jobs (${cpu} computing, ${short} shorter than ${course.shutdownSeconds - MARGIN_SECONDS} s): ${lost(ran).length} lost, ` +
      `${repeated(ran).length} begun more than once, the shortest of those ${Math.min(...repeated(ran).map(({ milliseconds }) => milliseconds))} ms`,
  ].join('\n');
}

function expectNoLoss(ran: Ran): void {
  expect(ran.deployed.filter((deployed) => !endedWell(deployed))).toEqual([]);
  expect(ran.watchdog).toBe(0);
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

  async function runOn(suite: Suite, courses: readonly Omit<Course, 'suite'>[]): Promise<readonly Ran[]> {
    const host = await boot(suite);
    const ran: Ran[] = [];
    for (const course of courses) ran.push(await run(host, { suite, ...course }));
    return ran;
  }

  test('none is lost and short ones run once, whatever becomes of a deployment', async () => {
    const kinds: readonly Kind[] = ['good', 'killed', 'bad', 'refused', 'killed', 'good'];
    const [ran] = await runOn('bookworm', [{ seed: 1, shutdownSeconds: 6, longestSeconds: 15, kinds }]);
    expectNoLoss(ran!);
    expect(ran!.jobs.length).toBeGreaterThan(50);
    expect(ran!.jobs.filter(({ cpu }) => cpu)).not.toEqual([]);
  });

  if (ALL) {
    test('nor in 200 deployments that restart Sidekiq', async () => {
      const kinds = Array.from({ length: 52 }, (_, number) => kindOf(number));
      const courses = (seed: number): readonly Omit<Course, 'suite'>[] => [
        { seed, shutdownSeconds: 7, longestSeconds: 90, kinds },
        { seed: seed + 1, shutdownSeconds: 25, longestSeconds: 90, kinds: ['good', 'killed', 'bad', 'killed', 'good'] },
      ];
      const ran = (
        await Promise.all((['bullseye', 'bookworm', 'trixie', 'forky'] as const).map((suite, at) => runOn(suite, courses(at * 10))))
      ).flat();
      process.stdout.write(`${ran.map(summary).join('\n')}\n`);
      // Where the transaction was killed early, Sidekiq was left alone: what counts is how often it was started.
      expect(ran.reduce((sum, { starts }) => sum + starts, 0)).toBeGreaterThanOrEqual(200);
      for (const one of ran) expectNoLoss(one);
    });
  }
});
