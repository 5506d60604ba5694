import path from 'node:path';
import { readFileSync } from 'node:fs';

import { eventually } from '../../../hosts/eventually';
import type { TestHost } from '../../../hosts/host';
import { quietNow } from '../../../hosts/quiet-clock';
import { sleep } from '../../../hosts/run';

const APP = { user: 'deploy', cwd: '/opt/myapp/current' };
const FEEDER = 'jobs-feeder.service';

/** A job and its outcome. */
export interface Job {
  readonly id: string;
  readonly milliseconds: number;
  readonly cpu: boolean;
  /** Number of its starts. */
  readonly starts: number;
  /** Number of its completions. */
  readonly ends: number;
}

/** Jobs in the Redis of a host, each counted when it starts and when it ends. */
export class Workload {
  private constructor(private readonly host: TestHost) {}

  /** Installs the application with the jobs: `-r ./recorded_job.rb`. */
  static async install(host: TestHost): Promise<Workload> {
    for (const file of ['recorded_job.rb', 'feeder.rb'])
      await host.writeFile(`${APP.cwd}/${file}`, readFileSync(path.join(__dirname, file), 'utf8'));
    return new Workload(host);
  }

  /** Enqueues jobs continuously, from 50 ms to so many seconds, the same ones for the same seed. */
  async feed(seed: number, longestSeconds: number): Promise<void> {
    await this.redis('flushall');
    await this.host.mustExec([
      ...['systemd-run', '--quiet', '--collect', `--unit=${FEEDER}`, '-p', 'User=deploy', '-p', `WorkingDirectory=${APP.cwd}`],
      ...['/usr/bin/ruby', 'feeder.rb', String(seed), String(longestSeconds * 1000)],
    ]);
    await this.until('jobs in the queue', 60, async () => (await this.jobs()).length > 0);
  }

  /** Enqueues no more jobs; the existing ones have so many seconds to finish. */
  async finish(seconds: number): Promise<readonly Job[]> {
    await this.redis('set', 'jobs:enough', '1');
    await this.until('the end of the feeder', 60, async () => (await this.host.exec(`systemctl is-active ${FEEDER}`)).code !== 0);
    const end = quietNow() + seconds * 1000;
    while (quietNow() < end && (await this.jobs()).some(({ ends }) => ends === 0)) await sleep(500);
    return this.jobs();
  }

  /** Location in Redis of an unfinished job: waiting, scheduled for a retry, running; or in none of these. */
  async whereabouts(id: string): Promise<string> {
    const places = { queue: 'lrange queue:default 0 -1', retry: 'zrange retry 0 -1', dead: 'zrange dead 0 -1' };
    for (const [place, command] of Object.entries(places))
      if ((await this.redis(...command.split(' '))).includes(`"args":["${id}",`)) return place;
    // A process keeps its running jobs in a hash of its own, each as JSON in JSON.
    const works = await this.host.mustExec(`redis-cli --raw keys '*:work*' | while read -r key; do redis-cli --raw hvals "$key"; done`);
    return works.replaceAll('\\', '').includes(`"args":["${id}",`) ? 'being worked on' : 'nowhere';
  }

  /** Enqueues one job, in an empty Redis or beside others. */
  async push(id: string, seconds: number, cpu = false, queue = 'default'): Promise<void> {
    await this.redis('hset', 'jobs:pushed', id, `${seconds * 1000} ${cpu ? 'cpu' : 'sleep'}`);
    const program = `require './recorded_job'; RecordedJob.set(queue: '${queue}').perform_async('${id}', ${seconds * 1000}, ${cpu})`;
    await this.host.mustExec(['ruby', '-e', program], APP);
  }

  /** Enqueues a job that runs until it is released; returns when it has started. */
  async hold(id: string): Promise<void> {
    await this.redis('hset', 'jobs:pushed', id, '0 held');
    await this.host.mustExec(['ruby', '-e', `require './recorded_job'; HeldJob.perform_async('${id}')`], APP);
    await this.untilStarted(id);
  }

  async release(id: string): Promise<void> {
    await this.redis('hset', 'jobs:released', id, '1');
  }

  async untilStarted(id: string, seconds = 60): Promise<void> {
    await this.until(`the start of ${id}`, seconds, async () => (await this.job(id)).starts > 0);
  }

  async untilEnded(id: string, seconds = 120): Promise<Job> {
    await this.until(`the end of ${id}`, seconds, async () => (await this.job(id)).ends > 0);
    return this.job(id);
  }

  async job(id: string): Promise<Job> {
    return (await this.jobs()).find((job) => job.id === id)!;
  }

  async jobs(): Promise<readonly Job[]> {
    const [ended, started, pushed] = [await this.hash('jobs:ended'), await this.hash('jobs:started'), await this.hash('jobs:pushed')];
    return [...pushed].map(([id, text]) => {
      const [milliseconds, kind] = text.split(' ');
      const count = (counts: ReadonlyMap<string, string>): number => Number(counts.get(id) ?? 0);
      return { id, milliseconds: Number(milliseconds), cpu: kind === 'cpu', starts: count(started), ends: count(ended) };
    });
  }

  private async hash(name: string): Promise<ReadonlyMap<string, string>> {
    const lines = (await this.redis('hgetall', name)).trimEnd().split('\n');
    const pairs = new Map<string, string>();
    for (let at = 0; at + 1 < lines.length; at += 2) pairs.set(lines[at]!, lines[at + 1]!);
    return pairs;
  }

  private redis(...command: readonly string[]): Promise<string> {
    return this.host.mustExec(['redis-cli', '--raw', ...command]);
  }

  private async until(what: string, seconds: number, condition: () => Promise<boolean>): Promise<void> {
    await eventually(async () => ((await condition()) ? true : undefined), { what, seconds, pause: 200 });
  }
}
