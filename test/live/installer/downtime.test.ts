import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import type { Outcome } from '../../hosts/run';
import * as hand from '../../installer/by-hand';
import { Workload } from '../sidekiq/jobs/workload';
import { outages, type Outage } from './downtime-outages';
import { release, type ReleaseOptions } from './downtime-stack';

const CHANGED = ['nginx.service', 'quick.service', 'slow.service', 'tick.timer', 'web.service'];
/** Shell condition: the slow Sidekiq works on the job. */
const BEGUN = (job: string): string => `redis-cli hexists jobs:started ${job} | grep -q 1`;

const DRAINED: ReleaseOptions = { shutdownSeconds: 150, drainSeconds: 300 };

const QUIETED = 'grep -q ^slow.service /var/lib/cdktf-sidekiq/owners/*/open/quieted';

const OTHERS = CHANGED.filter((unit) => unit !== 'slow.service');

/** A host with an nginx that isn't ours, and a deployment whose slow Sidekiq gets jobs that run until the test releases them. */
class Scene {
  private constructor(
    readonly host: TestHost,
    readonly jobs: Workload,
  ) {}

  static async on(host: TestHost, options: ReleaseOptions = {}): Promise<Scene> {
    await host.writeFile('/lib/systemd/system/nginx.service', hand.unitText('nginx'));
    await host.mustExec('systemctl daemon-reload && systemctl enable --now nginx.service');
    const scene = new Scene(host, await Workload.install(host));
    expect((await hand.deploy(host, release(host, 'old', options))).stdout).toMatch(/deployed\n$/);
    return scene;
  }

  /** The last line of a run, and its outages. */
  async outagesOf(run: () => Promise<Outcome>): Promise<readonly [last: string, found: readonly Outage[]]> {
    const since = await this.host.mark();
    const units = release(this.host, 'any').services.map(({ unit }) => unit);
    return [hand.lastLine(await run()), await outages(this.host, since, units)];
  }

  /** Waits until the slow Sidekiq has been stopped or quieted and still runs a job. */
  async until(state: 'stopping' | 'quiet'): Promise<void> {
    await this.host.until(state === 'stopping' ? '[ "$(systemctl show -P ActiveState slow.service)" = deactivating ]' : QUIETED);
  }

  /** Waits until all others are up again, as in a release, while the slow one still runs its job; then releases that. */
  async expectUp(as: string, units: readonly string[], state: 'stopping' | 'quiet', job: string): Promise<void> {
    await this.until(state);
    for (const unit of units)
      await this.host.until(`[ "$(systemctl show -P Description -P ActiveState ${unit} | paste -s -d ' ')" = '${as} active' ]`);
    await this.until(state);
    expect(await this.jobs.job(job)).toMatchObject({ starts: 1, ends: 0 });
    await this.jobs.release(job);
  }
}

/** Units, each with its description when it came up again. */
const cameUp = (found: readonly Outage[]): readonly string[] => found.map(({ unit, as }) => `${unit} ${as ?? 'did not'}`).sort();

describeLive('a service is down only for itself, in a change, a rollback and an uninstall', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  afterAll(() => hosts.forEach((host) => host.destroy()));
  const boot = async (suite: Suite, options?: ReleaseOptions): Promise<Scene> => {
    const host = await TestHost.boot({ suite });
    hosts.push(host);
    return Scene.on(host, options);
  };

  test.concurrent.each<[string, Suite, ReleaseOptions, ReleaseOptions, 'stopping' | 'quiet']>([
    ['takes long to stop', 'bookworm', {}, {}, 'stopping'],
    ['takes long to stop, and whose stop settings change', 'trixie', { shutdownSeconds: 300 }, { shutdownSeconds: 200 }, 'stopping'],
    ['is drained', 'forky', DRAINED, DRAINED, 'quiet'],
  ])('beside a Sidekiq that %s', async (_, suite, before, after, state) => {
    const scene = await boot(suite, before);
    const { host, jobs } = scene;

    await jobs.hold('first');
    const [deployed, change] = await scene.outagesOf(async () => {
      const running = hand.deploy(host, release(host, 'new', after));
      await scene.expectUp('new', OTHERS, state, 'first');
      return running;
    });
    expect(deployed).toBe('deployed');
    expect(cameUp(change)).toEqual(CHANGED.map((unit) => `${unit} new`));

    await jobs.hold('second');
    const [failed, rollback] = await scene.outagesOf(async () => {
      const running = hand.deploy(host, release(host, 'broken', { ...before, failWhen: BEGUN('third') }));
      // The web service fails once the slow one has begun its next job.
      await scene.expectUp(
        'broken',
        OTHERS.filter((unit) => unit !== 'web.service'),
        state,
        'second',
      );
      await jobs.hold('third');
      await scene.expectUp('new', OTHERS, 'stopping', 'third');
      return running;
    });
    expect(failed).toMatch(/^failed, rolled back: web\.service did not become ready/);
    // The failed one comes up without its failed definition: once, or twice if systemd restarts it before the rollback does.
    const upAgain = cameUp(rollback).filter((up, index, all) => up !== 'web.service new' || all[index - 1] !== up);
    expect(upAgain).toEqual(CHANGED.flatMap((unit) => [...(unit === 'web.service' ? [] : [`${unit} broken`]), `${unit} new`]));
    expect(await host.mustExec(`systemctl show -P Description -P ActiveState -P NeedDaemonReload ${CHANGED.join(' ')}`)).toBe(
      CHANGED.map(() => 'new\nactive\nno\n').join('\n'),
    );
    expect(await host.mustExec('find /run/systemd/system -name "*cdktf-sidekiq*"')).toBe('');

    await jobs.hold('fourth');
    const [uninstalled, removal] = await scene.outagesOf(async () => {
      const running = hand.uninstall(host);
      await scene.until(state);
      await jobs.release('fourth');
      return running;
    });
    expect(uninstalled).toBe('uninstalled');
    expect(cameUp(removal.filter(({ up }) => up !== undefined))).toEqual(['nginx.service nginx']);
    // All other units are removed first.
    const of = (name: string): Outage => removal.find(({ unit }) => unit === name)!;
    expect(of('nginx.service').down).toBeGreaterThan(of('slow.service').ended);
    const ran = (await jobs.jobs()).map(({ id, starts, ends }) => [id, starts, ends]);
    expect(ran.sort()).toEqual(['first', 'fourth', 'second', 'third'].map((id) => [id, 1, 1]));
  });

  test.concurrent('a service that loses its drop-in is up again before the Sidekiqs that wait for it', async () => {
    const scene = await boot('bookworm');
    const [deployed, change] = await scene.outagesOf(() => hand.deploy(scene.host, release(scene.host, 'new', { dropIn: false })));
    expect(deployed).toBe('deployed');
    expect(cameUp(change)).toEqual(CHANGED.map((unit) => `${unit} ${unit === 'nginx.service' ? 'nginx' : 'new'}`));
  });
});
