import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { DeployedHosts } from './deployed-hosts';

const UNITS = ['1', '2', '3'].map((instance) => `one@${instance}.service`);

/** Three instances that restart one after another. */
function bundle(kind: string, more: readonly string[] = [], service = {}): Bundle {
  return hand.bundle({
    files: [hand.unitFile('one@.service', kind, more)],
    services: UNITS.map((unit) => hand.service(unit, { stabilitySeconds: 0, rolling: true, stopSeconds: 30, ...service })),
  });
}

/** A process that finishes its work when it is stopped, as a Sidekiq with a job does. */
const WORKS = (seconds: number, timeout: number): readonly string[] => [
  'ExecStart=',
  `ExecStart=/bin/sh -c 'trap "sleep ${seconds}; echo work of %i done >>/var/tmp/work; exit 0" TERM; systemd-notify --ready; while :; do sleep 0.1; done'`,
  `TimeoutStopSec=${timeout}`,
  'KillMode=mixed',
];

describeLive('a rolling restart of instances', { needs: ['hosts'] }, () => {
  const hosts = new DeployedHosts();
  const events = async (host: TestHost, since: Awaited<ReturnType<TestHost['mark']>>): Promise<string[]> =>
    [...(await host.journal(since)).matchAll(/^(Stopped|Started) one@(\d)\.service/gm)].map(([, what, instance]) => `${what} ${instance}`);
  const descriptions = (host: TestHost): Promise<string> =>
    host.mustExec(`systemctl show -P Description -P ActiveState ${UNITS.join(' ')}`);
  const left = (host: TestHost): Promise<string> =>
    host.mustExec('find /run/systemd/system -name "*cdktf-sidekiq*"; ls -d /run/systemd/system/one@* 2>/dev/null || :');

  test.concurrent('restarts the next instance when the last one is ready', async () => {
    const host = await hosts.with(bundle('old'));
    const since = await host.mark();
    expect((await hand.deploy(host, bundle('new', ['ExecStartPre=/bin/sleep 1']))).stdout).toMatch(/deployed\n$/);
    expect(await events(host, since)).toEqual(['1', '2', '3'].flatMap((instance) => [`Stopped ${instance}`, `Started ${instance}`]));
    expect(await descriptions(host)).toBe('new\nactive\n\nnew\nactive\n\nnew\nactive\n');
    expect(await left(host)).toBe('');
    expect((await hand.deploy(host, bundle('new', ['ExecStartPre=/bin/sleep 1']))).stdout).toBe('nothing to do\n');
  });

  test.concurrent('stops a waiting instance with the settings that it was started with', async () => {
    const host = await hosts.with(bundle('old', [...WORKS(4, 20), 'ExecStop=/bin/sh -c "echo \'old stop\' of %i >>/var/tmp/work"']));
    const { stdout } = await hand.deploy(host, bundle('new', [...WORKS(0, 1), 'KillSignal=SIGKILL']));
    expect(stdout).toMatch(/deployed\n$/);
    const work = (await host.mustExec('cat /var/tmp/work')).split('\n');
    for (const instance of ['1', '2', '3'])
      expect(work).toEqual(expect.arrayContaining([`old stop of ${instance}`, `work of ${instance} done`]));
    expect(await host.mustExec('systemctl show -P TimeoutStopUSec -P KillSignal one@2 one@3')).toBe('1s\n9\n\n1s\n9\n');
  });

  test.concurrent('doesn’t try the others if the first one fails, and a later failure rolls back the earlier ones', async () => {
    const host = await hosts.with(bundle('old'));
    const pids = await host.mustExec(`systemctl show -P MainPID ${UNITS.join(' ')}`);
    expect(hand.lastLine(await hand.deploy(host, bundle('bad', ['ExecStartPre=/bin/false'])))).toMatch(
      /^failed, rolled back: one@1\.service did not become ready/,
    );
    expect((await host.mustExec(`systemctl show -P MainPID ${UNITS.join(' ')}`)).split('\n').slice(2)).toEqual(pids.split('\n').slice(2));

    const third = await hand.deploy(host, bundle('bad', ['ExecStartPre=/bin/sh -c "test %i != 3"']));
    expect(hand.lastLine(third)).toMatch(/^failed, rolled back: one@3\.service did not become ready/);
    expect(await descriptions(host)).toBe('old\nactive\n\nold\nactive\n\nold\nactive\n');
    expect(await left(host)).toBe('');
    expect((await hand.deploy(host, bundle('old'))).stdout).toBe('nothing to do\n');
  });

  test.concurrent('removes the waiting settings in the recovery after an interruption', async () => {
    const host = await hosts.with(bundle('old', WORKS(0, 20)));
    const running = hand.deploy(host, bundle('new', [...WORKS(0, 1), 'ExecStartPre=/bin/sh -c "test %i != 2 || sleep 20"']));
    await host.until('[ "$(systemctl show -P ActiveState one@2.service)" = activating ]');
    // With its original settings, while it waits.
    expect(await host.mustExec('systemctl show -P TimeoutStopUSec one@1 one@3')).toBe('1s\n\n20s\n');
    await host.mustExec("systemctl kill --signal=KILL --kill-who=main 'cdktf-sidekiq-transaction-*'");
    expect(hand.lastLine(await running)).toBe('failed, rolled back: the transaction was killed');
    expect(await left(host)).toBe('');
    expect(await descriptions(host)).toBe('old\nactive\n\nold\nactive\n\nold\nactive\n');
    expect(await host.mustExec('systemctl show -P TimeoutStopUSec one@1 one@2 one@3')).toBe('20s\n\n20s\n\n20s\n');
  });

  test.concurrent('doesn’t start a waiting instance that an operator stopped', async () => {
    const host = await hosts.with(bundle('old'));
    const running = hand.deploy(host, bundle('new', ['ExecStartPre=/bin/sleep 2']));
    await host.until('[ "$(systemctl show -P ActiveState one@1.service)" = activating ]');
    await host.mustExec('systemctl stop one@3.service');
    const { stdout } = await running;
    expect(stdout).toMatch(/one@3\.service: stopped by another process meanwhile, left stopped\n[^]*deployed\n$/);
    expect(await descriptions(host)).toBe('new\nactive\n\nnew\nactive\n\nnew\ninactive\n');
  });

  test.concurrent('restarts all together without rolling', async () => {
    const together = (kind: string): Bundle => bundle(kind, ['ExecStartPre=/bin/sleep 1'], { rolling: false });
    const host = await hosts.with(together('old'));
    const since = await host.mark();
    expect((await hand.deploy(host, together('new'))).stdout).toMatch(/deployed\n$/);
    expect((await events(host, since)).slice(0, 3).sort()).toEqual(['Stopped 1', 'Stopped 2', 'Stopped 3']);
  });
});
