import {
  Duration,
  EnvironmentFile,
  Exec,
  HostFile,
  Ruby,
  SidekiqUserService,
  SystemdUserManager,
  SystemdUserService,
  type SystemdUserServiceProps,
} from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { DEBIANS } from '../../support/debians';
import { UnitsStack } from './stack';

const VERSIONS = { bullseye: '6.0.4', bookworm: '6.4', trixie: '7.3', forky: '8.1' } as const;

/** A host, and its user's view of their own systemd. */
class Subject {
  public readonly units: UnitsStack;

  public constructor(
    public readonly host: TestHost,
    suite: keyof typeof VERSIONS,
  ) {
    this.units = new UnitsStack(host, suite);
  }

  public deploy(
    service: Partial<SystemdUserServiceProps> & Pick<SystemdUserServiceProps, 'service'>,
  ): Promise<{ code: number; output: string }> {
    return this.units.deploy((stack, host) => {
      const manager = new SystemdUserManager(stack, 'manager', { host, user: 'deploy' });
      new SystemdUserService(stack, 'worker-a', { manager, stability: Duration.seconds(1), ...service });
    });
  }

  /** Runs a command as the user, in their shell. */
  public async ask(...words: readonly string[]): Promise<string> {
    const { stdout } = await this.host.exec(['env', 'XDG_RUNTIME_DIR=/run/user/1000', 'systemctl', '--user', ...words], { user: 'deploy' });
    return stdout.trim();
  }

  public async invocation(unit = 'worker-a'): Promise<string> {
    return this.ask('show', '-P', 'InvocationID', unit);
  }

  public async systemUnit(unit = 'worker-a'): Promise<string> {
    return (await this.host.exec(['systemctl', 'is-active', `user-deploy-${unit}`])).stdout.trim();
  }
}

/** Runs until it is stopped, and prints a word that changes its unit file. */
const sleeping = (word: string) => ({ service: { ExecStart: Exec.command('/bin/sleep', ['infinity']), Environment: { WORD: word } } });

describe.each(DEBIANS)('on %s', (suite) => {
  describeLive("services of a user's own systemd", { needs: ['hosts'] }, () => {
    let host: TestHost;
    let subject: Subject;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      subject = new Subject(host, suite);
    });
    afterAll(() => host?.destroy());

    it('run without a login session, restart when they change, and start at boot', async () => {
      expect(await subject.deploy(sleeping('one'))).toMatchObject({ code: 0 });
      expect([await subject.ask('is-active', 'worker-a'), await subject.systemUnit()]).toEqual(['active', 'active']);
      expect(await host.mustExec('loginctl show-user deploy -p Linger')).toBe('Linger=yes\n');
      const first = await subject.invocation();
      expect((await subject.deploy(sleeping('one'))).output).toBe('nothing to do\n');
      expect(await subject.invocation()).toBe(first);

      expect(await subject.deploy(sleeping('two'))).toMatchObject({ code: 0 });
      expect(await subject.invocation()).not.toBe(first);
      expect(await subject.ask('show', '-P', 'Environment', 'worker-a')).toContain('WORD=two');

      // The user restarts it without sudo.
      await subject.ask('restart', 'worker-a');
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');

      host.kill();
      await host.boot();
      await host.until('systemctl is-active -q user-deploy-worker-a.service');
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');
      expect(await subject.ask('show', '-P', 'NRestarts', 'worker-a')).toBe('0');
    });

    it('stay stopped if their user has stopped them, and start again when the user starts them', async () => {
      await subject.deploy(sleeping('three'));
      await subject.ask('stop', 'worker-a');
      const kept = await subject.deploy(sleeping('four'));
      expect(kept.code).toBe(0);
      expect(await subject.ask('is-active', 'worker-a')).toBe('inactive');
      expect(await host.journal()).toContain('worker-a.service of deploy: left stopped, because its user stopped it (whenStopped: keep)');
      await subject.deploy({ ...sleeping('five'), whenStopped: 'start' });
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');

      // Stopped by root, through the system unit for it.
      await host.mustExec('systemctl stop user-deploy-worker-a.service');
      expect(await subject.ask('is-active', 'worker-a')).toBe('inactive');
      expect((await subject.deploy(sleeping('six'))).code).toBe(0);
      expect([await subject.ask('is-active', 'worker-a'), await subject.systemUnit()]).toEqual(['inactive', 'inactive']);
      await host.mustExec('systemctl start user-deploy-worker-a.service');
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');
    });

    it('are restored after a failed deployment, whose last line has the cause', async () => {
      await subject.deploy(sleeping('seven'));
      const fails = async (script: string): Promise<string> => {
        const { code, output } = await subject.deploy({ service: { ExecStart: Exec.command('/bin/sh', ['-c', script]) } });
        expect(code).not.toBe(0);
        return output.trimEnd().split('\n').at(-1)!;
      };
      const last =
        'failed, rolled back: user-deploy-worker-a.service did not become ready (exit-code): worker-a.service of deploy crashed within 1 s (exit-code)';
      expect(await fails('echo it is broken; exit 3')).toBe(`${last}: it is broken`);
      // No output of an earlier process.
      expect(await fails('exit 3')).toBe(last);
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');
      expect(await subject.ask('show', '-P', 'Environment', 'worker-a')).toContain('WORD=seven');
      // As the user's systemd reads it, before anything is changed.
      const file = await subject.units.deploy((stack, target) => {
        new HostFile(stack, 'by-hand', {
          host: target,
          path: '/etc/systemd/user/by-hand.service',
          content: '[Service]\nExecStart=/usr/local/bin/gone\n',
        });
      });
      expect(file.code).not.toBe(0);
      expect(file.output).toMatch(/by-hand\.service: Command \/usr\/local\/bin\/gone is not executable/);
      expect(await subject.ask('is-active', 'worker-a')).toBe('active');
    });

    it('that are oneshot run again with each deployment that changes them', async () => {
      const once = (word: string) => ({
        service: { Type: 'oneshot', ExecStart: Exec.command('/bin/sh', ['-c', `echo ${word} >>"$HOME/ran"`]) } as const,
      });
      await subject.deploy(sleeping('eight'));
      expect(await subject.deploy(once('first'))).toMatchObject({ code: 0 });
      expect((await subject.deploy(once('first'))).output).toBe('nothing to do\n');
      expect(await subject.deploy(once('second'))).toMatchObject({ code: 0 });
      expect(await host.readFile('/home/deploy/ran')).toBe('first\nsecond\n');
      expect([await subject.ask('show', '-P', 'Result', 'worker-a'), await subject.systemUnit()]).toEqual(['success', 'active']);
    });

    it('leave nothing behind', async () => {
      await subject.units.destroy();
      expect(await host.mustExec('find /etc/systemd /var/lib/systemd/linger /usr/local/lib -name "*worker-a*" -o -name deploy')).toBe('');
      expect(await host.mustExec('pgrep -u deploy -a sleep || :')).toBe('');
      // A user without lingering has no systemd without a login; from systemd 256 on logind leaves an idle one until the next boot.
      if (suite === 'trixie' || suite === 'forky') return;
      await host.until('! systemctl is-active -q user@1000.service');
    });

    it('Sidekiq among them', async () => {
      const deploy = (variables: Record<string, string>) =>
        subject.units.deploy((stack, target) => {
          const manager = new SystemdUserManager(stack, 'manager', { host: target, user: 'deploy' });
          const env = new EnvironmentFile(stack, 'env', { host: target, path: '/etc/myapp/worker.env', variables, user: 'deploy' });
          new SidekiqUserService(stack, 'sidekiq', {
            manager,
            version: VERSIONS[suite],
            workingDirectory: '/opt/myapp/current',
            require: './app.rb',
            ruby: Ruby.system({ bundler: '/usr/bin/bundle' }),
            stability: Duration.seconds(1),
            environmentFiles: [env],
          });
        });
      expect(await deploy({ REDIS_URL: 'redis://127.0.0.1:6379/4' })).toMatchObject({ code: 0 });
      expect(await subject.ask('is-active', 'sidekiq')).toBe('active');
      const first = await subject.invocation('sidekiq');
      await host.mustExec(['ruby', '-e', `ENV['REDIS_URL'] = 'redis://127.0.0.1:6379/4'; require './app'; CountingJob.perform_async`], {
        user: 'deploy',
        cwd: '/opt/myapp/current',
      });
      await host.until('[ "$(redis-cli -n 4 get stat:processed)" = 1 ]');
      expect(await deploy({ REDIS_URL: 'redis://127.0.0.1:6379/5' })).toMatchObject({ code: 0 });
      expect(await subject.invocation('sidekiq')).not.toBe(first);
      await subject.units.destroy();
    });
  });
});
