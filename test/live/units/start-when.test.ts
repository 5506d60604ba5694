import { Duration, Exec, SystemdService, SystemdUserManager, SystemdUserService } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { DEBIANS } from '../../support/debians';
import { shown, UnitsStack } from './stack';

const CODE = '/opt/app/current/Gemfile';
const PATH = 'app-start-when.path';

describeLive('a service that waits for code', { needs: ['hosts'] }, () => {
  test.concurrent.each(DEBIANS)('%s: starts when the path appears, each time, and only then', async (suite) => {
    const host = await TestHost.boot({ suite });
    const units = new UnitsStack(host, suite);
    const deploy = () =>
      units.deploy((stack, worker) => {
        const service = { ExecStart: Exec.command('/bin/sleep', ['1000']), RestartSec: Duration.milliseconds(200) };
        const props = { startWhen: CODE, stability: Duration.seconds(0) };
        new SystemdService(stack, 'app', { host: worker, ...props, service: { ...service, User: 'deploy' } });
        const manager = new SystemdUserManager(stack, 'manager', { host: worker, user: 'deploy' });
        new SystemdUserService(stack, 'errand', { manager, ...props, service });
      });
    const own = 'runuser -u deploy -- env XDG_RUNTIME_DIR=/run/user/1000 systemctl --user';
    const until = (state: string): Promise<void> =>
      host.until(
        `[ "$(systemctl show -P ActiveState app.service) $(${own} show -P ActiveState errand.service | grep . || echo inactive)" = "${state} ${state}" ]`,
      );
    const release = 'ln -s releases/1 /opt/app/current';
    /** Waits until the trigger has finished. */
    const calm = (): Promise<void> =>
      host.until(`! systemctl show -P ActiveState app-start-when.service user-deploy-errand-start-when.service | grep -q '^[^i]'`);
    try {
      // A first deployment precedes any code.
      expect((await deploy()).output).toMatch(/app\.service: installed, waiting for code \(\/opt\/app\/current\/Gemfile is missing\)/);
      await host.mustExec('mkdir -p /opt/app/releases/1 && touch /opt/app/releases/1/Gemfile');
      expect(await shown(host, 'ActiveState', 'app.service')).toEqual(['inactive']);
      await host.mustExec(release);
      await until('active');

      await host.until('systemctl is-active -q user-deploy-errand.service');

      // It crashes while its code is missing for a moment. From 254 on systemd checks no condition when it restarts (seen on 257 and 262).
      const crash = async (): Promise<void> => {
        await host.mustExec('rm /opt/app/current && systemctl kill --signal=KILL app.service');
        await host.mustExec(`${own} kill --signal=KILL errand.service`);
        await until(suite === 'bullseye' || suite === 'bookworm' ? 'inactive' : 'active');
      };
      await crash();
      expect((await deploy()).output).not.toMatch(/operator/);
      await host.mustExec(release);
      await until('active');

      // Ten times in a minute, and again.
      for (let time = 0; time < 10; time++)
        await host.mustExec('rm /opt/app/current; sleep 0.2; ln -s releases/1 /opt/app/current; sleep 0.3');
      expect(await shown(host, 'ActiveState', 'app.service', PATH)).toEqual(['active', 'active']);
      await calm();
      await crash();
      await host.mustExec(release);
      await until('active');

      // A service that an operator stops stays stopped, even if the code changes.
      await host.mustExec(
        `systemctl stop app.service && ${own} stop errand.service && rm /opt/app/current && sleep 0.5 && ${release} && sleep 1`,
      );
      await calm();
      expect(await shown(host, 'ActiveState', 'app.service', PATH)).toEqual(['inactive', 'active']);
      expect(await host.mustExec(`${own} is-active errand.service || :`)).toBe('inactive\n');

      // A boot without the code; and a service that is disabled in the meantime.
      await host.mustExec('rm /opt/app/current');
      await host.shutdown();
      await host.boot();
      expect(await shown(host, 'ActiveState', 'app.service', PATH)).toEqual(['inactive', 'active']);
      await host.mustExec(`systemctl disable app.service 2>/dev/null && ${release} && sleep 1`);
      await calm();
      expect(await shown(host, 'ActiveState', 'app.service')).toEqual(['inactive']);
      await host.mustExec('systemctl enable app.service 2>/dev/null && rm /opt/app/current && sleep 0.5');
      await calm();
      await host.mustExec(release);
      await until('active');

      await units.destroy();
      expect(
        await host.mustExec(
          'find /etc/systemd/system /usr/local/lib -name "*app*" -o -name "*errand*"; systemctl list-units --all --plain --no-legend "app*" "*errand*"',
        ),
      ).toBe('');
    } finally {
      host.destroy();
    }
  });
});
