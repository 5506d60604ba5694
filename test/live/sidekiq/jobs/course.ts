import type { TestHost } from '../../../hosts/host';
import { deployAll, deployFirst, endedWell, type Deployed, type Kind } from './deploys';
import { Workload, type Job } from './workload';

/** Additional time that a job may take on a busy machine. */
const MARGIN_SECONDS = 3;

/** Deployments to a host while jobs are enqueued and run. */
export interface Course {
  /** Jobs of the course. */
  readonly seed: number;
  /** Sidekiq's -t. */
  readonly shutdownSeconds: number;
  readonly longestSeconds: number;
  readonly kinds: readonly Kind[];
}

/** Outcome of the deployments and of the jobs. */
export interface Ran {
  readonly course: Course;
  readonly deployed: readonly Deployed[];
  readonly jobs: readonly Job[];
  /** Number of Sidekiq's starts. */
  readonly starts: number;
  /** Location in Redis of unfinished jobs. */
  readonly whereabouts: readonly string[];
  /** Messages of systemd or Sidekiq about job losses that no deployment can prevent: the watchdog, SIGKILL, Redis. */
  readonly troubles: readonly string[];
}

/** Deploys to a working host, then lets it finish its jobs. */
export async function run(host: TestHost, course: Course): Promise<Ran> {
  const workload = await Workload.install(host);
  // The process of an earlier course would stop with its own timeout.
  await deployFirst(host, course.shutdownSeconds);
  const begun = await host.mark();
  await workload.feed(course.seed, course.longestSeconds);
  const deployed = await deployAll(host, course.kinds, course.shutdownSeconds);
  const jobs = await workload.finish(course.longestSeconds * 2 + 60);
  const whereabouts: string[] = [];
  for (const { id } of jobs.filter(({ ends }) => ends === 0)) whereabouts.push(`${id}: ${await workload.whereabouts(id)}`);
  const log = (
    await host.mustExec(['journalctl', '-q', '--no-pager', '--output=cat', `--after-cursor=${begun}`, '--unit=sidekiq.service'])
  ).split('\n');
  const troubles = log.filter((line) => /Watchdog timeout|timed out. Killing|oom-kill|Failed to requeue/.test(line));
  return { course, deployed, jobs, whereabouts, starts: log.filter((line) => line.startsWith('Started ')).length, troubles };
}

/** Returns jobs that never finished. */
export function lost({ jobs }: Ran): readonly Job[] {
  return jobs.filter(({ ends }) => ends === 0);
}

/** Returns jobs that were started more than once. */
export function repeated({ jobs }: Ran): readonly Job[] {
  return jobs.filter(({ starts }) => starts > 1);
}

/** Checks whether a job ends within the shutdown timeout, even on a busy machine. */
export function isShort({ course }: Ran, { milliseconds }: Job): boolean {
  return milliseconds < (course.shutdownSeconds - MARGIN_SECONDS) * 1000;
}

/** Formats the outcome. */
export function summary(name: string, ran: Ran): string {
  const { course, deployed, jobs } = ran;
  const endings = new Map<string, number>();
  for (const { lastLine } of deployed) {
    const ending = lastLine.replace(/: sidekiq\.service.*/, '').replace(/: .*NoSuchDirective.*/, '');
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const seconds = Math.round(deployed.reduce((sum, one) => sum + one.seconds, 0));
  const shortest = Math.min(...repeated(ran).map(({ milliseconds }) => milliseconds));
  return [
    `${name}, -t ${course.shutdownSeconds}: ${deployed.length} deployments and ${ran.starts} starts of Sidekiq in ${seconds} s`,
    ...[...endings].map(([ending, count]) => `  ${count} × ${ending}`),
    `  ${jobs.length} jobs, ${jobs.filter(({ cpu }) => cpu).length} of them computing, ${jobs.filter((job) => isShort(ran, job)).length} short: ` +
      `${lost(ran).length} lost, ${repeated(ran).length} begun more than once (the shortest took ${shortest} ms)`,
    ...deployed.filter((one) => !endedWell(one)).map((one) => `  unexpected: ${JSON.stringify(one)}`),
    ...lost(ran).map((job) => `  lost: ${JSON.stringify(job)}`),
    ...ran.whereabouts.map((line) => `  lost ${line}`),
    ...ran.troubles.map((line) => `  ${line}`),
  ].join('\n');
}
