import { Duration, Exec, SystemdService, type SystemdServiceProps } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { DEBIANS } from '../../support/debians';
import { shown, UnitsStack } from './stack';

const all = (...instances: readonly string[]): string[] => [...instances.map((instance) => `app@${instance}.service`), 'app.target'];

describeLive('a service with instances', { needs: ['hosts'] }, () => {
  it.each(DEBIANS)('%s: a template, its instances, and a target for all of them', async (suite) => {
    const host = await TestHost.boot({ suite });
    const units = new UnitsStack(host, suite);
    const deploy = (props: Partial<SystemdServiceProps> = {}, seconds = '1000') =>
      units.deploy((stack, worker) => {
        new SystemdService(stack, 'app', {
          host: worker,
          instances: ['one', 'two'],
          stability: Duration.seconds(1),
          service: { ExecStart: Exec.command('/bin/sleep', [seconds]), User: 'deploy' },
          ...props,
        });
      });
    try {
      expect(await deploy()).toMatchObject({ code: 0 });
      expect(await shown(host, 'ActiveState', ...all('one', 'two'))).toEqual(['active', 'active', 'active']);
      expect(await host.mustExec(['systemctl', 'is-enabled', ...all('one', 'two')])).toBe('enabled\nenabled\nenabled\n');
      const before = await shown(host, 'InvocationID', ...all('one', 'two'));

      // One more: the others keep running.
      expect(await deploy({ instances: ['one', 'three', 'two'] })).toMatchObject({ code: 0 });
      expect(await shown(host, 'ActiveState', ...all('one', 'three', 'two'))).toEqual(['active', 'active', 'active', 'active']);
      expect(await shown(host, 'InvocationID', ...all('one', 'two'))).toEqual(before);

      // One less.
      expect(await deploy({ instances: ['three', 'two'] })).toMatchObject({ code: 0 });
      expect(await shown(host, 'ActiveState', ...all('one', 'three', 'two'))).toEqual(['inactive', 'active', 'active', 'active']);
      expect((await host.exec(['systemctl', 'is-enabled', 'app@one.service'])).stdout).toBe('disabled\n');

      // A change of the template restarts each instance, but not the target.
      const [three, two, target] = await shown(host, 'InvocationID', ...all('three', 'two'));
      expect(await deploy({ instances: ['three', 'two'] }, '2000')).toMatchObject({ code: 0 });
      const after = await shown(host, 'InvocationID', ...all('three', 'two'));
      expect([after[0] === three, after[1] === two, after[2] === target]).toEqual([false, false, true]);

      // An operator's command to the target reaches all of its services.
      await host.mustExec('systemctl stop app.target');
      // The command waits only for the target.
      await host.until('! systemctl list-jobs --no-legend "app*" | grep -q .');
      expect(await shown(host, 'ActiveState', ...all('three', 'two'))).toEqual(['inactive', 'inactive', 'inactive']);
      expect(await deploy({ instances: ['three', 'two'] }, '3000')).toMatchObject({ code: 0 });
      expect(await shown(host, 'ActiveState', ...all('three', 'two'))).toEqual(['inactive', 'inactive', 'inactive']);
      await host.mustExec('systemctl start app.target');
      expect(await shown(host, 'ActiveState', ...all('three', 'two'))).toEqual(['active', 'active', 'active']);

      // systemd's objections to a template are reported before anything is changed.
      const refused = await deploy({ instances: ['three', 'two'], service: { ExecStart: Exec.command('/opt/none'), User: 'deploy' } });
      expect(refused.code).not.toBe(0);
      expect(refused.output).toMatch(/refused, nothing changed: app@[^ ]*\.service: Command \/opt\/none is not executable/);
      expect(await shown(host, 'ActiveState', ...all('three', 'two'))).toEqual(['active', 'active', 'active']);

      await units.destroy();
      expect(await host.mustExec('find /etc/systemd/system -name "app*"; systemctl list-units --all --plain --no-legend "app*"')).toBe('');
    } finally {
      host.destroy();
    }
  });
});
