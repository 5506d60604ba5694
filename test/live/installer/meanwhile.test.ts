import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import type { Outcome } from '../../hosts/run';
import * as hand from '../../installer/by-hand';
import { DeployedHosts } from './deployed-hosts';

const ENV = '/opt/one/shared/one.env';
const UNIT = '/etc/systemd/system/one.service';

const bundle = (level: string, more: readonly string[] = []): ReturnType<typeof hand.bundle> =>
  hand.bundle({
    files: [hand.file(ENV, `LEVEL=${level}\n`), hand.unitFile('one.service', level, more)],
    services: [hand.service('one.service', { stabilitySeconds: 0, restartOn: [ENV] })],
  });

/** The same with a service that is removed and stops slowly: its stop comes before the swap. */
function besideGone(level: string): ReturnType<typeof hand.bundle> {
  const { files, services } = bundle(level);
  return hand.bundle({
    files: [...files, hand.unitFile('gone.service', 'gone', ['ExecStop=/bin/sleep 2'])],
    services: [...services, hand.service('gone.service', { stabilitySeconds: 0 })],
  });
}

describeLive('a file that is edited during a deployment', { needs: ['hosts'] }, () => {
  const hosts = new DeployedHosts();
  const edit = (host: TestHost, text: string): Promise<string> => host.mustExec(`printf '%s\\n' '${text}' >${ENV}`);
  const reached = (host: TestHost, state: string, unit = 'one'): Promise<void> =>
    host.until(`[ "$(systemctl show -P ActiveState ${unit}.service)" = ${state} ]`);
  const kept = ({ stdout }: Outcome): string => /kept as (\S+)\n/.exec(stdout)?.[1] ?? 'nothing was kept';

  test.concurrent('before the swap, is replaced, kept and reported', async () => {
    const host = await hosts.with(besideGone('1'));
    const running = hand.deploy(host, bundle('2'));
    await reached(host, 'deactivating', 'gone');
    await edit(host, 'LEVEL=mine');
    const outcome = await running;
    expect(outcome.stdout).toContain(`${ENV}: edited by hand since the last deployment; replaced, and kept as `);
    expect(hand.lastLine(outcome)).toBe('deployed');
    expect(await host.readFile(ENV)).toBe('LEVEL=2\n');
    expect(await host.readFile(kept(outcome))).toBe('LEVEL=mine\n');
  });

  test.concurrent('before the swap, is restored by a rollback', async () => {
    const host = await hosts.with(besideGone('1'));
    const running = hand.deploy(host, bundle('2', ['ExecStartPre=/bin/false']));
    await reached(host, 'deactivating', 'gone');
    await edit(host, 'LEVEL=mine');
    await host.mustExec(`chmod 0600 ${UNIT}`);
    const outcome = await running;
    expect(hand.lastLine(outcome)).toMatch(/^failed, rolled back: /);
    expect(await host.readFile(ENV)).toBe('LEVEL=mine\n');
    expect(await host.mustExec(`stat -c %a ${UNIT}; grep Description ${UNIT}`)).toBe('600\nDescription=1\n');
  });

  test.concurrent('before the swap, is kept when the deployment is killed, also afterwards', async () => {
    const host = await hosts.with(besideGone('1'));
    for (const [unit, state, more] of [
      ['gone', 'deactivating', []],
      ['one', 'activating', ['ExecStartPre=/bin/sleep 20']],
    ] as const) {
      const running = hand.deploy(host, bundle('2', more));
      await reached(host, 'deactivating', 'gone');
      await edit(host, `LEVEL=${state}`);
      await reached(host, state, unit);
      await host.mustExec("systemctl kill --signal=KILL --kill-who=main 'cdktf-sidekiq-transaction-*'");
      expect(hand.lastLine(await running)).toBe('failed, rolled back: the transaction was killed');
      expect(await host.readFile(ENV)).toBe(`LEVEL=${state}\n`);
    }
  });

  test.concurrent('after the swap, is kept by a rollback', async () => {
    const host = await hosts.with(bundle('1'));
    const running = hand.deploy(host, bundle('2', ['ExecStartPre=/bin/sh -c "sleep 2; exit 1"']));
    await reached(host, 'activating');
    await edit(host, 'LEVEL=mine');
    const outcome = await running;
    expect(outcome.stdout).toContain(`${ENV}: edited by hand meanwhile; restored, and the edit kept as `);
    expect(hand.lastLine(outcome)).toMatch(/^failed, rolled back: /);
    expect(await host.readFile(ENV)).toBe('LEVEL=1\n');
    expect(await host.readFile(kept(outcome))).toBe('LEVEL=mine\n');
  });
});
