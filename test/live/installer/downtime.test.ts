import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import type { Outcome } from '../../hosts/run';
import * as hand from '../../installer/by-hand';
import { Workload } from '../sidekiq/jobs/workload';
import { outages, type Outage } from './downtime-outages';
import { release } from './downtime-stack';

const CHANGED = ['nginx.service', 'quick.service', 'slow.service', 'tick.timer', 'web.service'];

/** Conditions of the shell: the slow Sidekiq works on the job; Sidekiq's title, written anew every 5 or 10 s, shows it. */
const BEGUN = (job: string): string => `redis-cli hexists jobs:started ${job} | grep -q 1`;
const SHOWN = `pgrep -f '^sidekiq .*1 of' >/dev/null`;

/** A host with somebody else's nginx, and a deployment whose slow Sidekiq gets jobs of 25 s. */
class Scene {
  private constructor(
    readonly host: TestHost,
    readonly jobs: Workload,
  ) {}

  static async on(host: TestHost): Promise<Scene> {
    await host.writeFile('/lib/systemd/system/nginx.service', hand.unitText('nginx'));
    await host.mustExec('systemctl daemon-reload && systemctl enable --now nginx.service');
    const scene = new Scene(host, await Workload.install(host));
    expect((await hand.deploy(host, release(host, 'old'))).stdout).toMatch(/deployed\n$/);
    return scene;
  }

  /** Gives the slow Sidekiq a job. */
  async work(job: string, busy: string): Promise<void> {
    await this.jobs.push(job, 25);
    await this.host.until(busy);
  }

  /** The last line of a run, and the outages in it. */
  async outagesOf(run: () => Promise<Outcome>): Promise<readonly [last: string, found: readonly Outage[]]> {
    const since = await this.host.mark();
    const units = release(this.host, 'any').services.map(({ unit }) => unit);
    return [hand.lastLine(await run()), await outages(this.host, since, units)];
  }

  /** Gives the Sidekiq that is about to start a job: none that ends takes it. */
  async pushWhileItStops(job: string): Promise<void> {
    await this.host.until('[ "$(systemctl show -P ActiveState slow.service)" = deactivating ]');
    await this.jobs.push(job, 25);
  }
}

/** Outages of units that began before another unit's was over: the first before its first, the second before its second. */
function tooEarly(found: readonly Outage[], units: readonly string[], than: string): readonly Outage[] {
  const of = (name: string): readonly Outage[] => found.filter(({ unit }) => unit === name);
  return units.flatMap((unit) => of(unit).filter(({ down }, round) => down < of(than)[round]!.ended));
}

/** Units, each with the description under which it came up again. */
const cameUp = (found: readonly Outage[]): readonly string[] => found.map(({ unit, as }) => `${unit} ${as ?? 'did not'}`).sort();

describeLive('a service is down only for itself, in a change, a rollback and an uninstallation', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  afterAll(() => hosts.forEach((host) => host.destroy()));
  const boot = async (suite: Suite): Promise<Scene> => {
    const host = await TestHost.boot({ suite });
    hosts.push(host);
    return Scene.on(host);
  };

  test.concurrent.each<[string, Suite, (job: string) => string, string[]]>([
    ['a Sidekiq whose title shows its job is stopped first', 'bookworm', () => SHOWN, ['quick.service']],
    // Its title is that of an idle one.
    ['one that has just begun a job is stopped before all that is no Sidekiq', 'trixie', BEGUN, []],
  ])('%s', async (_, suite, busy, idle) => {
    const scene = await boot(suite);
    const { host } = scene;
    const expectLater = (found: readonly Outage[], units: readonly string[], idleSidekiqs = idle): void => {
      expect(tooEarly(found, [...idleSidekiqs, ...units], 'slow.service')).toEqual([]);
      expect(tooEarly(found, units, 'quick.service')).toEqual([]);
    };

    await scene.work('first', busy('first'));
    const [deployed, change] = await scene.outagesOf(() => hand.deploy(host, release(host, 'new')));
    expect(deployed).toBe('deployed');
    expect(cameUp(change)).toEqual(CHANGED.map((unit) => `${unit} new`));
    expectLater(change, ['nginx.service', 'tick.timer']);

    await scene.work('second', busy('second'));
    const [failed, rollback] = await scene.outagesOf(async () => {
      const running = hand.deploy(host, release(host, 'broken', { failWhen: busy('third') }));
      await scene.pushWhileItStops('third');
      return running;
    });
    expect(failed).toMatch(/^failed, rolled back: web\.service did not become ready/);
    // The failed one comes up once.
    expect(cameUp(rollback)).toEqual(CHANGED.flatMap((unit) => [...(unit === 'web.service' ? [] : [`${unit} broken`]), `${unit} new`]));
    expectLater(rollback, ['nginx.service', 'tick.timer']);
    expect(await host.mustExec(`systemctl show -P Description -P ActiveState -P NeedDaemonReload ${CHANGED.join(' ')}`)).toBe(
      CHANGED.map(() => 'new\nactive\nno\n').join('\n'),
    );

    await scene.work('fourth', busy('fourth'));
    const [uninstalled, removal] = await scene.outagesOf(() => hand.uninstall(host));
    expect(uninstalled).toBe('uninstalled');
    expect(cameUp(removal.filter(({ up }) => up !== undefined))).toEqual(['nginx.service nginx']);
    // All else goes for good, together.
    expectLater(removal, ['nginx.service'], []);
    const ran = (await scene.jobs.jobs()).map(({ id, starts, ends }) => [id, starts, ends]);
    expect(ran.sort()).toEqual(['first', 'fourth', 'second', 'third'].map((id) => [id, 1, 1]));
  });

  test.concurrent('what loses its drop-in is up again before Sidekiqs, which wait for it', async () => {
    const scene = await boot('bookworm');
    const [deployed, change] = await scene.outagesOf(() => hand.deploy(scene.host, release(scene.host, 'new', { dropIn: false })));
    expect(deployed).toBe('deployed');
    expect(cameUp(change)).toEqual(CHANGED.map((unit) => `${unit} ${unit === 'nginx.service' ? 'nginx' : 'new'}`));
  });
});
