import { specified, Specifier } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { release } from './jobs/release';
import { Workload } from './jobs/workload';

describeLive('instances of a Sidekiq', { needs: ['hosts'] }, () => {
  test('each has its own queue, configuration file, tag and variables', async () => {
    const host = await TestHost.boot();
    const deploy = (name: string) =>
      hand.deploy(
        host,
        release(host, name, {
          instances: ['mail', 'slow'],
          configFile: specified`/opt/myapp/shared/config/${Specifier.INSTANCE}.yml`,
          queues: [Specifier.INSTANCE],
          tag: specified`pool-${Specifier.INSTANCE}`,
          environmentVariables: { POOL: Specifier.INSTANCE },
        }),
      );
    const title = async (instance: string): Promise<string> =>
      (await host.mustExec(`tr '\\0' ' ' <"/proc/$(systemctl show -P MainPID sidekiq@${instance}.service)/cmdline"`)).trim();
    try {
      const jobs = await Workload.install(host);
      for (const instance of ['mail', 'slow']) await host.writeFile(`/opt/myapp/shared/config/${instance}.yml`, ':max_retries: 3\n');
      expect(hand.lastLine(await deploy('1'))).toBe('deployed');
      expect([await title('mail'), await title('slow')]).toEqual([
        expect.stringMatching(/^sidekiq 6\.4\.\d+ pool-mail \[/),
        expect.stringMatching(/^sidekiq 6\.4\.\d+ pool-slow \[/),
      ]);
      expect(await host.mustExec('systemctl show -P Environment sidekiq@slow.service')).toMatch(/\bPOOL=slow\b/);

      await host.mustExec('systemctl stop sidekiq@slow.service');
      await jobs.push('to slow', 0.1, false, 'slow');
      await jobs.push('to mail', 0.1, false, 'mail');
      expect(await jobs.untilEnded('to mail')).toMatchObject({ starts: 1, ends: 1 });
      expect(await jobs.job('to slow')).toMatchObject({ starts: 0 });
      await host.mustExec('systemctl start sidekiq@slow.service');
      expect(await jobs.untilEnded('to slow')).toMatchObject({ starts: 1, ends: 1 });

      // The boot check also has the instance's name.
      const changed = await deploy('2');
      expect([hand.lastLine(changed), changed.stdout]).toEqual([
        'deployed',
        expect.stringContaining('sidekiq@mail.service: its new definition boots'),
      ]);
    } finally {
      host.destroy();
    }
  });
});
