import { Duration, type SidekiqServiceProps } from '../../../lib';
import { blocksOf } from '../../docs/markdown';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import { quietNow } from '../../hosts/quiet-clock';
import { sleep, type Outcome } from '../../hosts/run';
import * as hand from '../../installer/by-hand';
import { DEBIANS } from '../../support/debians';
import { release, SIDEKIQS } from './jobs/release';
import { Workload } from './jobs/workload';

/** Lines that the guide shows: the beginning and end of a drain, and the warning. */
const [DRAINED, [WARNING = 'missing'] = []] = blocksOf('docs/guides/jobs-and-deploys.md')
  .filter(({ tag }) => tag === 'printed')
  .map(({ text }) => text.trim().split('\n'));

/** A host whose Sidekiq is deployed repeatedly, with jobs of a given length. */
class Scene {
  private number = 0;

  private constructor(
    readonly host: TestHost,
    readonly jobs: Workload,
  ) {}

  static async on(host: TestHost): Promise<Scene> {
    return new Scene(host, await Workload.install(host));
  }

  /** Deploys another release of the application, with -t 5 by default. */
  deploy(drainSeconds: number | undefined, props: Partial<SidekiqServiceProps> = {}): Promise<Outcome> {
    this.number += 1;
    return this.again(drainSeconds, props);
  }

  /** Deploys the last release again. */
  again(drainSeconds: number | undefined, props: Partial<SidekiqServiceProps> = {}): Promise<Outcome> {
    const drain = drainSeconds === undefined ? {} : { drainTimeout: Duration.seconds(drainSeconds) };
    return hand.deploy(this.host, release(this.host, String(this.number), { shutdownTimeout: Duration.seconds(5), ...drain, ...props }));
  }

  async title(): Promise<string> {
    const pid = (await this.host.mustExec('systemctl show -P MainPID sidekiq.service')).trim();
    return (await this.host.readFile(`/proc/${pid}/cmdline`)).replaceAll('\0', ' ').trim();
  }

  /** Waits until the deployment has quieted it. */
  async untilQuieted(): Promise<void> {
    await this.host.until('[ -s /var/lib/cdktf-sidekiq/owners/*/open/quieted ]');
  }

  invocation(): Promise<string> {
    return this.host.mustExec('systemctl show -P InvocationID sidekiq.service');
  }

  /** Quiets it as an operator or a code deployment does, without restarting it. */
  async quiet(): Promise<void> {
    // A booting one doesn't handle the signal yet, and would be suspended; before 6.0.6 systemd doesn't know that it still boots.
    const booted = async (): Promise<true | undefined> => (/^sidekiq .* busy\]/.test(await this.title()) ? true : undefined);
    await eventually(booted, { what: 'the title of one that works', pause: 200 });
    await this.host.mustExec('systemctl reload sidekiq.service');
    const quiet = async (): Promise<true | undefined> => ((await this.title()).endsWith('busy] stopping') ? true : undefined);
    const saw = async (): Promise<string> =>
      `${await this.title()}\n${await this.host.mustExec('journalctl -o short-precise -n 40 -u sidekiq')}`;
    await eventually(quiet, { what: 'a title that ends in stopping', pause: 200, saw });
    expect(await this.title()).toMatch(/^sidekiq .*\[\d+ of 12 busy\] stopping$/);
  }

  /** Checks that it isn't quiet: it takes a job. */
  async expectToWork(id: string): Promise<void> {
    await this.jobs.push(id, 0.1);
    expect(await this.jobs.untilEnded(id, 30)).toMatchObject({ starts: 1, ends: 1 });
  }
}

describeLive('drain', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let scene: Scene;

  beforeAll(async () => {
    host = await TestHost.boot();
    scene = await Scene.on(host);
    expect(await scene.deploy(60)).toMatchObject({ code: 0 });
  });
  afterAll(() => host.destroy());

  test('a job longer than -t 5 is started once', async () => {
    await scene.jobs.hold('long');
    const running = scene.deploy(60);
    await scene.untilQuieted();
    await sleep(8000);
    await scene.jobs.release('long');
    const { stdout } = await running;
    const lines = stdout.split('\n').filter((line) => !/its new definition boots|: written$/.test(line));
    expect(lines.slice(0, 2)).toEqual([DRAINED![0], expect.stringMatching(/^sidekiq\.service: drained in \d+ s$/)]);
    expect(DRAINED![1]).toBe('sidekiq.service: drained in … s');
    expect(stdout).toMatch(/\ndeployed\n$/);
    expect(await scene.jobs.job('long')).toMatchObject({ starts: 1, ends: 1 });
    await scene.expectToWork('after a long one');
  });

  test('without a drain, the same job is started twice', async () => {
    await scene.jobs.hold('twice');
    expect(await scene.deploy(undefined)).toMatchObject({ code: 0, stdout: expect.not.stringContaining('quiet') as string });
    await scene.jobs.release('twice');
    expect(await scene.jobs.untilEnded('twice')).toMatchObject({ starts: 2, ends: 1 });
  });

  test('has a time limit: a longer job is returned to Redis', async () => {
    await scene.jobs.hold('too long');
    const begun = quietNow();
    const { stdout } = await scene.deploy(6);
    expect(stdout).toContain('sidekiq.service: not drained in 6 s: jobs still running get its shutdown timeout, then return to Redis\n');
    expect(stdout).toMatch(/\ndeployed\n$/);
    expect((quietNow() - begun) / 1000).toBeLessThan(35);
    await scene.expectToWork('after too long');
    await scene.jobs.release('too long');
    expect(await scene.jobs.untilEnded('too long')).toMatchObject({ starts: 2, ends: 1 });
  });

  test.each([
    ['KILL', 'failed, rolled back: the transaction was killed'],
    ['TERM', 'failed, rolled back: stopped by a signal'],
  ])('SIG%s to the transaction leaves a working Sidekiq, without losing a job', async (signal, last) => {
    const job = `at ${signal}`;
    await scene.jobs.hold(job);
    const before = await scene.invocation();
    const running = scene.deploy(60);
    await scene.untilQuieted();
    expect(await scene.invocation()).toBe(before);
    await host.mustExec(`systemctl kill --kill-who=main --signal=${signal} 'cdktf-sidekiq-transaction-*.service'`);
    const outcome = await running;
    expect([outcome.code, hand.lastLine(outcome)]).toEqual([1, last]);
    expect(outcome.stdout).toContain('sidekiq.service: active again, as before\n');
    expect(await scene.invocation()).not.toBe(before);
    await scene.expectToWork(`after ${signal}`);
    await scene.jobs.release(job);
    expect(await scene.jobs.untilEnded(job)).toMatchObject({ ends: 1 });
  });

  test('a release that doesn’t boot is rolled back to a working Sidekiq', async () => {
    const outcome = await scene.deploy(60, { bootCheck: false, environmentVariables: { BAD_RELEASE: '1' } });
    expect(outcome.stdout).toMatch(/drained in/);
    expect(hand.lastLine(outcome)).toMatch(/^failed, rolled back: sidekiq\.service did not become ready/);
    await scene.expectToWork('after a bad release');
  });

  test('doesn’t wait for a service that an operator restarts', async () => {
    await scene.jobs.hold('elsewhere');
    const running = scene.deploy(60);
    await scene.untilQuieted();
    // The deployment may replace this restart by its own, which cancels it.
    const restart = await host.exec('systemctl restart sidekiq.service');
    expect(restart.stderr).toMatch(restart.code === 0 ? /^$/ : /^Job for sidekiq\.service canceled\.$/m);
    const { stdout } = await running;
    expect(stdout).toMatch(/\ndeployed\n$/);
    expect(stdout).toContain('sidekiq.service: drained in ');
    await scene.expectToWork('after an operator');
    await scene.jobs.release('elsewhere');
    expect(await scene.jobs.untilEnded('elsewhere')).toMatchObject({ ends: 1 });
  });

  test('an uninstall also waits, for the time recorded on the host', async () => {
    // A release without another difference: it updates the host's record without a restart.
    expect(await scene.deploy(undefined)).toMatchObject({ code: 0 });
    expect((await scene.again(60)).stdout).toBe('nothing to do\n');
    await scene.jobs.hold('last');
    const running = hand.uninstall(host);
    await scene.untilQuieted();
    await scene.jobs.release('last');
    const { stdout } = await running;
    expect(stdout).toMatch(/^sidekiq\.service: quieted, its jobs get up to 60 s\nsidekiq\.service: drained in \d+ s\n[^]*\nuninstalled\n$/);
    expect(await scene.jobs.job('last')).toMatchObject({ starts: 1, ends: 1 });
  });
});

describeLive('every packaged Sidekiq', { needs: ['hosts'] }, () => {
  // In parallel with the tests above: all of them wait most of the time.
  test.concurrent.each(DEBIANS.map((suite) => [suite, SIDEKIQS[suite][0]] as const))(
    '%s: Sidekiq %s is drained, and a warning reports one that was quieted and forgotten',
    async (suite) => {
      const host = await TestHost.boot({ suite });
      try {
        const scene = await Scene.on(host);
        expect(await scene.deploy(60)).toMatchObject({ code: 0, stdout: expect.not.stringMatching(/quiet/) as string });
        await scene.jobs.hold('held');
        const running = scene.deploy(60);
        await scene.untilQuieted();
        await sleep(6000);
        await scene.jobs.release('held');
        expect((await running).stdout).toMatch(/: drained in \d+ s\n[^]*\ndeployed\n$/);
        expect(await scene.jobs.job('held')).toMatchObject({ starts: 1, ends: 1 });
        expect((await scene.again(60)).stdout).toBe('nothing to do\n');

        await scene.quiet();
        const forgotten = await scene.again(60);
        expect(forgotten.code).toBe(0);
        expect(forgotten.stdout).toBe(`${WARNING}\nnothing to do\n`);
        // A deployment that restarts it has nothing to report.
        const restarted = await scene.deploy(60);
        expect(restarted).toMatchObject({ code: 0, stdout: expect.not.stringContaining('warning') as string });
        await scene.expectToWork('after all');
        expect((await scene.again(60)).stdout).toBe('nothing to do\n');
      } finally {
        host.destroy();
      }
    },
  );
});
