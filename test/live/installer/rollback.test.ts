import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import * as hand from '../../installer/by-hand';
import { DeployedHosts } from './deployed-hosts';
import { steppedProgram } from './transaction/steps';

/** A service that stops slowly, and whose process shows its release. */
function bundle(kind: string): Bundle {
  return hand.bundle({
    files: [hand.unitFile('one.service', kind, [`Environment=KIND=${kind}`, 'ExecStop=/bin/sleep 2'])],
    services: [hand.service('one.service', { stabilitySeconds: 0 })],
  });
}

describeLive('a rollback', { needs: ['hosts'] }, () => {
  const hosts = new DeployedHosts();

  test('restarts a service that came up with the new definition during the rollback', async () => {
    const host = await hosts.with(bundle('old'));
    // systemd’s restart waits, and began before the signal.
    const step = ['step() {', '  case $1 in swap_back:1) until systemctl --quiet is-active one.service; do sleep 0.1; done ;; esac', '}'];
    const running = hand.runScript(host, hand.scriptFor(bundle('new'), {}, steppedProgram(step).lines));
    await host.until('[ "$(systemctl show -P ActiveState one.service)" = deactivating ]');
    await host.mustExec("systemctl kill --signal=TERM 'cdktf-sidekiq-transaction-*'");
    expect(hand.lastLine(await running)).toBe('failed, rolled back: stopped by a signal');
    expect(await host.mustExec('systemctl show -P Description -P ActiveState -P NeedDaemonReload one.service')).toBe('old\nactive\nno\n');
    expect(await host.mustExec(`tr '\\0' '\\n' <"/proc/$(systemctl show -P MainPID one.service)/environ" | grep KIND`)).toBe('KIND=old\n');
    expect((await hand.deploy(host, bundle('old'))).stdout).toBe('nothing to do\n');
  });
});
