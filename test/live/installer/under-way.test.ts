import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { DeployedHosts } from './deployed-hosts';

const bundle = (kind: string, more: readonly string[] = [], service = {}): ReturnType<typeof hand.bundle> =>
  hand.bundle({
    files: [hand.unitFile('one.service', kind, more)],
    services: [hand.service('one.service', { stabilitySeconds: 0, ...service })],
  });

const SLOW = ['ExecStop=/bin/sleep 3', 'ExecStartPre=/bin/sleep 3'];
const CODE = '/opt/one/code';

describeLive('a deployment during other jobs of systemd, or after an incomplete boot', { needs: ['hosts'] }, () => {
  const hosts = new DeployedHosts();
  const state = (host: TestHost): Promise<string> => host.mustExec('systemctl show -P Description -P ActiveState one.service');

  test.concurrent('waits for another process’s restart, and doesn’t take it for a stop', async () => {
    const host = await hosts.with(bundle('old', SLOW));
    for (const [kind, lastLine] of [
      ['old', 'nothing to do'],
      ['new', 'deployed'],
    ] as const) {
      await host.mustExec('systemctl --no-block restart one.service');
      await host.until('[ "$(systemctl show -P ActiveState one.service)" = deactivating ]');
      const { stdout } = await hand.deploy(host, bundle(kind, SLOW));
      expect(stdout).toMatch(/^one\.service: waiting for the job in progress \(deactivating\)\n/);
      expect(stdout).not.toMatch(/operator/);
      expect(stdout).toMatch(new RegExp(`\n${lastLine}\n$`));
      expect(await state(host)).toBe(`${kind}\nactive\n`);
    }
  });

  test.concurrent('doesn’t touch a start that is running for an unchanged service', async () => {
    const host = await hosts.with(bundle('old', SLOW));
    await host.mustExec('systemctl stop one.service && systemctl --no-block start one.service');
    await host.until('[ "$(systemctl show -P ActiveState one.service)" = activating ]');
    const invocation = await host.mustExec('systemctl show -P InvocationID one.service');
    expect((await hand.deploy(host, bundle('old', SLOW))).stdout).toMatch(/^one\.service: waiting [^\n]*\nnothing to do\n$/);
    expect(await host.mustExec('systemctl show -P InvocationID one.service')).toBe(invocation);
    expect(await state(host)).toBe('old\nactive\n');
  });

  test.concurrent('starts a service that couldn’t start at boot once it can', async () => {
    const conditional = bundle('old', [], { startWhen: CODE });
    const text = hand.unitText('old').replace('[Service]', `ConditionPathExists=${CODE}\n[Service]`);
    const wanted = { ...conditional, files: [hand.file('/etc/systemd/system/one.service', text)] };
    const host = await hosts.boot();
    await host.mustExec(`mkdir -p /opt/one && touch ${CODE}`);
    expect((await hand.deploy(host, wanted)).stdout).toMatch(/deployed\n$/);
    await host.mustExec(`rm ${CODE}`);
    await host.shutdown();
    await host.boot();
    expect(await state(host)).toBe('old\ninactive\n');
    // Without its code it waits; no operator stopped it.
    expect((await hand.deploy(host, wanted)).stdout).not.toMatch(/operator/);
    await host.mustExec(`touch ${CODE}`);
    expect((await hand.deploy(host, wanted)).stdout).toMatch(/^one\.service: active[^]*deployed\n$/);

    // Its dependency has failed.
    const needy = hand.unitText('needy').replace('[Service]', 'Requires=needed.service\nAfter=needed.service\n[Service]');
    await host.writeFile(
      '/etc/systemd/system/needed.service',
      '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/sh -c "! test -e /opt/one/broken"\n',
    );
    const second = { ...wanted, files: [hand.file('/etc/systemd/system/one.service', needy)] };
    expect((await hand.deploy(host, second)).stdout).toMatch(/deployed\n$/);
    await host.mustExec('touch /opt/one/broken');
    await host.shutdown();
    await host.boot();
    expect(await state(host)).toBe('needy\ninactive\n');
    await host.mustExec('rm /opt/one/broken');
    expect((await hand.deploy(host, second)).stdout).toMatch(/^one\.service: active[^]*deployed\n$/);

    // An operator's stop is kept, in this boot and after the next if the unit was also disabled.
    await host.mustExec('systemctl stop one.service');
    expect((await hand.deploy(host, second)).stdout).toMatch(/^one\.service: stopped by an operator/);
    await host.mustExec('systemctl disable one.service');
    await host.shutdown();
    await host.boot();
    expect((await hand.deploy(host, second)).stdout).toMatch(
      /^one\.service: stopped by an operator[^\n]*left disabled, too\nnothing to do\n$/,
    );
  });
});
