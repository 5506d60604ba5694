import { Duration, Exec, Host, OptionalPath, PidfileHooks, Platform, SidekiqService, type ServiceDirectives } from '../../../lib';
import { collectIssues, hostFiles } from '../../../lib/testing';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import { sshTo, stackWithTerraformData, testApp } from '../../support/stacks';
import { DEBIANS } from '../../support/debians';

/** Each Debian, its packages, and the exposure that `systemd-analyze security` gives to no hardening, to standard and to strict. */
const PACKAGED = [
  ['bullseye', '6.0.4', Platform.DEBIAN_11, [9.2, 5.8, 1.2]],
  ['bookworm', '6.4.1', Platform.DEBIAN_12, [9.2, 5.8, 1.2]],
  ['trixie', '7.3.2', Platform.DEBIAN_13, [9.2, 5.8, 1.2]],
  ['forky', '8.1.7', Platform.DEBIAN_14, [9.2, 5.8, 1.2]],
] as const;

const LEVELS = [undefined, 'standard', 'strict'] as const;
const APP = '/opt/myapp/current';

/** A job that writes where Rails applications do, through a link as Capistrano makes it, and reports refusals. */
const WRITING_JOB = `
class WritingJob
  include Sidekiq::Worker
  sidekiq_options retry: false if respond_to?(:sidekiq_options)

  def perform
    tries = { 'log' => 'log/production.log', 'tmp' => 'tmp/x', '/tmp' => '/tmp/x', 'code' => 'config.ru', 'home' => '/home/deploy/x', 'var' => '/var/tmp/x' }
    wrote = tries.select { |_, path| begin; File.write(path, 'x'); rescue SystemCallError; false; end }
    Sidekiq.redis { |redis| redis.set('wrote', wrote.keys.join(' ')) }
  end
end
`;

/** A Sidekiq's unit and its pidfile, without Terraform. */
function sidekiqUnit(
  host: TestHost,
  version: string,
  platform: Platform,
  hardening: (typeof LEVELS)[number],
  own: ServiceDirectives = {},
): { readonly text: string; readonly issues: readonly string[] } {
  const stack = stackWithTerraformData(testApp());
  const worker = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform });
  const service = new SidekiqService(stack, 'sidekiq', {
    host: worker,
    version,
    workingDirectory: APP,
    configFile: '/opt/myapp/shared/config/sidekiq.yml',
    require: './app.rb',
    user: 'deploy',
    hardening,
    startTimeout: Duration.seconds(20),
  });
  service.unit.service.set(own);
  new PidfileHooks(stack, 'pidfile', { service });
  return {
    text: hostFiles(stack).worker!['/etc/systemd/system/sidekiq.service']!,
    issues: collectIssues(stack).map(({ code }) => code),
  };
}

async function start(host: TestHost, text: string): Promise<number | null> {
  await host.writeFile('/etc/systemd/system/sidekiq.service', text);
  await host.mustExec('systemctl daemon-reload; systemctl reset-failed sidekiq.service 2>/dev/null; true');
  return (await host.exec(['systemctl', 'start', 'sidekiq.service'])).code;
}

async function shown(host: TestHost, ...names: readonly string[]): Promise<string[]> {
  const text = await host.mustExec(['systemctl', 'show', ...names.map((name) => `--property=${name}`), 'sidekiq.service']);
  const values = new Map(text.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)] as const));
  return names.map((name) => values.get(name) ?? '');
}

async function until(host: TestHost, key: string): Promise<string> {
  return eventually(async () => (await host.mustExec(['redis-cli', '--raw', 'get', key])).trim() || undefined, { what: `${key} in Redis` });
}

async function exposure(host: TestHost): Promise<number> {
  const text = await host.mustExec('SYSTEMD_LOG_COLOR=0 SYSTEMD_COLORS=0 systemd-analyze security --no-pager sidekiq.service');
  return Number(/Overall exposure level for sidekiq.service: ([0-9.]+)/.exec(text)?.[1]);
}

async function prepare(host: TestHost): Promise<void> {
  await host.mustExec(
    `cd /opt/myapp && install -d -o deploy -g deploy shared/log current/tmp && ln -s ../shared/log current/log && cat >>current/app.rb && chown deploy: current`,
    { input: WRITING_JOB },
  );
}

async function enqueue(host: TestHost): Promise<void> {
  await host.mustExec(['redis-cli', 'del', 'wrote']);
  const code = `require './app.rb'; WritingJob.perform_async`;
  await host.mustExec(['ruby', '-e', code], { user: 'deploy', cwd: APP });
}

describeLive('Sidekiq, sandboxed', { needs: ['hosts'] }, () => {
  let host: TestHost;
  afterEach(() => host.destroy());

  test.each(PACKAGED.filter(([suite]) => DEBIANS.includes(suite)))(
    '%s: Sidekiq %s works, is quieted, restarts and stops',
    async (suite, version, platform, scores) => {
      host = await TestHost.boot({ suite });
      await prepare(host);
      const seen = [];
      for (const level of LEVELS) {
        const { text, issues } = sidekiqUnit(host, version, platform, level);
        expect(issues).toEqual([]);
        expect(await start(host, text)).toBe(0);
        await enqueue(host);
        const wrote = await until(host, 'wrote');
        expect((await shown(host, 'ActiveState', 'Type', 'WatchdogUSec'))[0]).toBe('active');
        expect((await host.readFile('/run/sidekiq.pid')).trim()).toBe((await shown(host, 'MainPID'))[0]);
        seen.push({ level, wrote, exposure: await exposure(host) });
        await host.mustExec('systemctl reload sidekiq && systemctl restart sidekiq');
        // Before 6.0.6 Sidekiq can't report that it is ready, and Bundler exits with 1 if SIGTERM arrives while it loads.
        await enqueue(host);
        await until(host, 'wrote');
        await host.mustExec('systemctl stop sidekiq');
        expect(await shown(host, 'Result', 'NRestarts')).toEqual(['success', '0']);
      }
      expect(seen).toEqual([
        { level: undefined, wrote: 'log tmp /tmp code home var', exposure: scores[0] },
        { level: 'standard', wrote: 'log tmp /tmp code home var', exposure: scores[1] },
        { level: 'strict', wrote: 'log tmp /tmp var', exposure: scores[2] },
      ]);
    },
  );

  test('the consequences that the rules warn about occur', async () => {
    host = await TestHost.boot();
    await prepare(host);
    await host.mustExec('cp -a /opt/myapp/current /home/deploy/app');
    // Not PrivateNetwork: in a container systemd can't create a network, logs that, and continues without.
    const cases: readonly [string, ServiceDirectives, RegExp][] = [
      ['unit/sandboxed-from-notify', { RestrictAddressFamilies: ['AF_INET', 'AF_INET6'] }, /^(exit-code 1|timeout 0)$/],
      ['unit/sandboxed-from-notify', { TemporaryFileSystem: ['/run'] }, /^(exit-code 1|timeout 0)$/],
      ['unit/sandboxed-from-redis', { RestrictAddressFamilies: ['AF_UNIX'] }, /^exit-code 1$/],
      ['unit/writable-path-must-exist', { ReadWritePaths: ['/opt/myapp/shared/not-yet'] }, /^exit-code 226$/],
      ['unit/home-hidden', { ProtectHome: true, WorkingDirectory: '/home/deploy/app' }, /^exit-code 200$/],
      // Ruby 3.1 of Debian 12 has YJIT; that of 13 was built without.
      [
        'unit/write-execute-with-yjit',
        { MemoryDenyWriteExecute: true, Environment: { RUBYOPT: '--yjit' } },
        /^(core-dump|exit-code|signal) /,
      ],
    ];
    const seen: [string, string][] = [];
    for (const [code, own] of cases) {
      const { text, issues } = sidekiqUnit(host, '6.4.1', Platform.DEBIAN_12, 'standard', {
        Restart: 'no',
        TimeoutStartSec: Duration.seconds(8),
        ...own,
      });
      expect(issues).toContain(code);
      expect(await start(host, text)).not.toBe(0);
      const [result, status] = await shown(host, 'Result', 'ExecMainStatus');
      seen.push([code, `${result} ${status}`]);
    }
    expect(seen).toEqual(cases.map(([code, , outcome]) => [code, expect.stringMatching(outcome) as unknown]));
    // After the fix, it starts.
    const good = sidekiqUnit(host, '6.4.1', Platform.DEBIAN_12, 'standard', {
      ReadWritePaths: [OptionalPath.of('/opt/myapp/shared/not-yet')],
    });
    expect(await start(host, good.text)).toBe(0);
  });

  test('a shell that stays is killed at once, with the job that it ran', async () => {
    host = await TestHost.boot();
    const text = (script: string): ServiceDirectives => ({
      KillMode: 'mixed',
      NotifyAccess: 'all',
      ExecStart: Exec.command('/bin/bash', ['-c', script]),
    });
    const program = 'bundle exec sidekiq -C /opt/myapp/shared/config/sidekiq.yml -r ./app.rb -t 25';
    const done: Record<string, string> = {};
    for (const script of [`${program}; true`, `true; exec ${program}`]) {
      expect(await start(host, sidekiqUnit(host, '6.4.1', Platform.DEBIAN_12, undefined, text(script)).text)).toBe(0);
      await host.mustExec('redis-cli del jobs:started jobs:done');
      await host.mustExec(['ruby', 'enqueue.rb', '1', '3'], { user: 'deploy', cwd: APP });
      await until(host, 'jobs:started');
      await host.mustExec('systemctl stop sidekiq');
      done[script] = (await host.mustExec('redis-cli --raw get jobs:done')).trim();
    }
    expect(Object.values(done)).toEqual(['', '1']);
  });
});
