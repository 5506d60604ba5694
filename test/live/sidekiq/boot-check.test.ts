import { Duration, EnvironmentFile, Exec, Host, HostFile, MonitCheck, PidfileHooks, SidekiqService, SystemdService } from '../../../lib';
import type { SidekiqServiceProps } from '../../../lib';
import type { Bundle } from '../../../lib/bundle';
import { HostRegistry } from '../../../lib/terraform';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { sshTo, stackWithTerraformData, testApp } from '../../support/stacks';
import { DEBIANS } from '../../support/debians';
import { SIDEKIQS } from './jobs/release';
import { Workload } from './jobs/workload';

const APP = '/opt/myapp/current/recorded_job.rb';

/** A Sidekiq with a pidfile, a check, a directory in /run and a file of variables. */
function worker(host: TestHost, release: string, props: Partial<SidekiqServiceProps> = {}): Bundle {
  const [version, platform] = SIDEKIQS[host.suite];
  const stack = stackWithTerraformData(testApp());
  const target = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform });
  const sidekiq = new SidekiqService(stack, 'sidekiq', {
    host: target,
    version,
    workingDirectory: '/opt/myapp/current',
    configFile: '/opt/myapp/shared/config/sidekiq.yml',
    require: './recorded_job.rb',
    user: 'deploy',
    environmentFiles: [
      new EnvironmentFile(stack, 'env', { host: target, path: '/etc/myapp/sidekiq.env', variables: { RELEASE: release } }),
    ],
    ...props,
  });
  sidekiq.unit.service.set({ RuntimeDirectory: ['myapp'] });
  const pidfile = new PidfileHooks(stack, 'pidfile', { service: sidekiq });
  new MonitCheck(stack, 'monit', { service: sidekiq, pidfile });
  return HostRegistry.hostsBelow(stack)[0]!.bundle();
}

/** State that a boot check must not change: the process, its pidfile, its directory in /run, Monit's view of it. */
const untouched = (host: TestHost): Promise<string> =>
  host.mustExec(
    `systemctl show -P MainPID -P InvocationID sidekiq.service; cat /run/sidekiq.pid; stat -c '%n %i %Y %Z' /run/sidekiq.pid /run/myapp /run/myapp/mark
     monit status sidekiq | sed -n 's/^ *\\(pid\\|status\\|monitoring status\\)  */\\1 /p'`,
  );

/** Quiets the running Sidekiq, and waits until none of its threads waits for a job: an idle one does for 2 s. */
async function quiet(host: TestHost): Promise<void> {
  const pid = (await host.mustExec('systemctl reload sidekiq.service; systemctl show -P MainPID sidekiq.service')).trim();
  await host.until(`tr '\\0' ' ' </proc/${pid}/cmdline | grep -q stopping`);
  await host.until(
    `! cat /proc/${pid}/task/*/comm | grep -v -e '^sidekiq.heartb' -e '^sidekiq.schedu' | grep -q -e '^processor$' -e '^sidekiq[.]'`,
  );
}

/** Checks that nothing of a boot check is left. */
const leftOvers = (host: TestHost): Promise<string> =>
  host.mustExec(
    'ls -d /run/cdktf-sidekiq-check* /run/systemd/system/cdktf-sidekiq-check* 2>/dev/null; systemctl list-units --all --plain --no-legend "cdktf-sidekiq-check*"; :',
  );

describeLive('the boot check of a Sidekiq', { needs: ['hosts'] }, () => {
  test.concurrent.each(DEBIANS)(
    '%s: a release that boots replaces the old one, and one that doesn’t is refused while the old one works',
    async (suite) => {
      const host = await TestHost.boot({ suite });
      try {
        const jobs = await Workload.install(host);
        await host.mustExec('mkdir -p /etc/myapp');
        expect((await hand.deploy(host, worker(host, '1'))).stdout).not.toContain('boots');
        await host.mustExec('touch /run/myapp/mark && chown deploy: /run/myapp/mark');
        await host.until('monit status sidekiq | grep -q "^ *status *OK"');
        const before = await untouched(host);

        // New files are read from their copies in the deployment.
        await host.mustExec(`cp ${APP} /root/app.rb && echo 'raise "no such release" if ENV["RELEASE"] == "3"' >>${APP}`);
        const refused = await hand.deploy(host, worker(host, '3'));
        expect([refused.code, hand.lastLine(refused)]).toEqual([
          1,
          expect.stringMatching(/^refused, nothing changed: sidekiq\.service would not boot \(exit-code\): .*no such release/),
        ]);
        expect(await untouched(host)).toBe(before);
        expect(await leftOvers(host)).toBe('');

        const redis = await hand.deploy(host, worker(host, '2', { environmentVariables: { REDIS_URL: 'redis://127.0.0.1:6390/0' } }));
        expect(hand.lastLine(redis)).toMatch(
          /^refused, nothing changed: sidekiq\.service would not boot \(exit-code\): .*(refused|ECONNREFUSED)/i,
        );
        const gem = await hand.deploy(host, worker(host, '2', { require: './gem.rb' }));
        expect(hand.lastLine(gem)).toMatch(/^refused, nothing changed: sidekiq\.service would not boot/);
        expect(await untouched(host)).toBe(before);

        // The boot check takes no waiting jobs: the old one is quiet and takes none either.
        await quiet(host);
        await jobs.push('waits', 0.1);
        expect(await jobs.whereabouts('waits')).toBe('queue');

        const taken = await hand.deploy(host, worker(host, '2'));
        expect(taken.stdout).toMatch(/^sidekiq\.service: its new definition boots, checked in \d+(\.\d+)? s by a second process$/m);
        expect(hand.lastLine(taken)).toBe('deployed');
        expect(await jobs.untilEnded('waits')).toMatchObject({ starts: 1, ends: 1 });
        expect(await leftOvers(host)).toBe('');
        expect(await host.mustExec('cat /run/sidekiq.pid')).toBe(await host.mustExec('systemctl show -P MainPID sidekiq.service'));
      } finally {
        host.destroy();
      }
    },
  );

  test('a killed transaction also ends its boot check', async () => {
    const host = await TestHost.boot();
    try {
      await Workload.install(host);
      await host.mustExec('mkdir -p /etc/myapp');
      await hand.deploy(host, worker(host, '1'));
      await host.mustExec('touch /run/myapp/mark');
      await host.until('monit status sidekiq | grep -q "^ *status *OK"');
      const before = await untouched(host);
      await host.mustExec(`echo 'sleep 600 if ENV["RELEASE"] == "2"' >>${APP}`);
      const killed = hand.deploy(host, worker(host, '2'));
      await host.until('systemctl show -P SubState cdktf-sidekiq-check-sidekiq.service | grep -qx start');
      await host.mustExec('systemctl kill --signal=KILL --kill-who=main "cdktf-sidekiq-transaction-*.service"');
      expect(hand.lastLine(await killed)).toBe('refused, nothing changed: the transaction was killed');
      expect([await untouched(host), await leftOvers(host)]).toEqual([before, '']);

      const without = await hand.deploy(host, worker(host, '3', { bootCheck: false }));
      expect([hand.lastLine(without), without.stdout]).toEqual(['deployed', expect.not.stringContaining('boots')]);
    } finally {
      host.destroy();
    }
  });

  test('doesn’t lose a job of a capsule that the boot check has taken', async () => {
    const host = await TestHost.boot({ suite: 'trixie' });
    try {
      const jobs = await Workload.install(host);
      const configFile = '/opt/myapp/shared/config/capsules.yml';
      await host.writeFile(configFile, ':capsules:\n  slow:\n    :concurrency: 2\n    :queues: [slow]\n');
      await host.mustExec('mkdir -p /etc/myapp');
      const deploy = async (release: string): Promise<string> =>
        hand.lastLine(await hand.deploy(host, worker(host, release, { configFile, shutdownTimeout: Duration.seconds(5) })));
      expect(await deploy('1')).toBe('deployed');
      // The old one takes no more jobs: it waits for the boot check.
      await quiet(host);
      await jobs.push('capsule', 12, false, 'slow');
      expect(await deploy('2')).toBe('deployed');
      const { starts, ends } = await jobs.untilEnded('capsule');
      expect([starts, ends]).toEqual([2, 1]);
      expect(await leftOvers(host)).toBe('');
    } finally {
      host.destroy();
    }
  });

  test('checks another service by its command, with the new files', async () => {
    const host = await TestHost.boot();
    const app = (content: string): Bundle => {
      const stack = stackWithTerraformData(testApp());
      const target = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform: SIDEKIQS[host.suite][1] });
      const settings = new HostFile(stack, 'settings', { host: target, path: '/etc/app.conf', content });
      const program = new HostFile(stack, 'program', {
        host: target,
        path: '/usr/local/bin/app-check',
        mode: '0755',
        content: `#!/bin/sh\n# ${content}\nid -un; cat /etc/app.conf; grep -qx good /etc/app.conf || { echo "app.conf is $(cat /etc/app.conf)"; exit 1; }\n`,
      });
      const service = new SystemdService(stack, 'app', {
        host: target,
        bootCheck: Exec.command('/usr/local/bin/app-check'),
        service: { ExecStart: Exec.command('/bin/sleep', ['infinity']), User: 'deploy' },
      });
      service.addFile(settings);
      service.addFile(program);
      return HostRegistry.hostsBelow(stack)[0]!.bundle();
    };
    try {
      await hand.deploy(host, app('good'));
      const before = await host.mustExec('systemctl show -P MainPID app.service; cat /etc/app.conf');
      expect(hand.lastLine(await hand.deploy(host, app('bad')))).toBe(
        'refused, nothing changed: app.service would not boot (exit-code): app.conf is bad',
      );
      expect(await host.mustExec('systemctl show -P MainPID app.service; cat /etc/app.conf')).toBe(before);
      expect(hand.lastLine(await hand.deploy(host, app('good\n')))).toBe('deployed');
      expect(await leftOvers(host)).toBe('');
    } finally {
      host.destroy();
    }
  });
});
