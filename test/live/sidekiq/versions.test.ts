import { Duration, EnvironmentFile, Host, MemoryAllocator, Platform, Ruby, SidekiqService, type SidekiqServiceProps } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';
import { DEBIANS } from '../../support/debians';

/** Debian's packages, the platform for them, and whether that Sidekiq notifies systemd. */
const PACKAGED = [
  ['bullseye', '6.0.4', Platform.DEBIAN_11, 'simple'],
  ['bookworm', '6.4.1', Platform.DEBIAN_12, 'notify'],
  ['trixie', '7.3.2', Platform.DEBIAN_13, 'notify'],
  ['forky', '8.1.7', Platform.DEBIAN_14, 'notify'],
] as const;

const HOSTILE = `a "b" 'c' $HOME \${x} %h %% \\n é`;
const APP = { user: 'deploy', cwd: '/opt/myapp/current' };

/** A Sidekiq on a host, deployed repeatedly with different properties. */
class Deployed {
  private directory: TerraformDirectory | undefined;

  public constructor(
    private readonly host: TestHost,
    private readonly version: string,
    private readonly platform: Platform,
  ) {}

  public async deploy(props: Partial<SidekiqServiceProps> = {}, platform = this.platform): Promise<TerraformOutcome> {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app);
      const host = new Host(stack, 'worker', { address: this.host.address, ssh: sshTo(this.host), platform });
      const settings = new EnvironmentFile(stack, 'settings', { host, path: '/etc/myapp.env', variables: { FROM_FILE: HOSTILE } });
      new SidekiqService(stack, 'sidekiq', {
        host,
        version: this.version,
        workingDirectory: APP.cwd,
        configFile: '/opt/myapp/shared/config/sidekiq.yml',
        require: './app.rb',
        user: 'deploy',
        environmentVariables: { FROM_UNIT: HOSTILE },
        environmentFiles: [settings],
        stability: Duration.seconds(1),
        ...props,
      });
      return stack;
    });
    if (this.directory === undefined) {
      this.directory = TerraformDirectory.create(json);
      expect(await this.directory.init()).toMatchObject({ code: 0 });
    }
    this.directory.write(json);
    return this.directory.apply();
  }

  public remove(): void {
    this.directory?.remove();
  }

  public async show(...names: readonly string[]): Promise<string[]> {
    const text = await this.host.mustExec(['systemctl', 'show', ...names.map((name) => `--property=${name}`), 'sidekiq.service']);
    const values = new Map(text.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)] as const));
    return names.map((name) => values.get(name) ?? '');
  }

  public async environment(): Promise<string[]> {
    const [pid] = await this.show('MainPID');
    return (await this.host.readFile(`/proc/${pid}/environ`)).split('\0');
  }

  public async mainProcess(file: string): Promise<string> {
    const [pid] = await this.show('MainPID');
    return this.host.readFile(`/proc/${pid}/${file}`);
  }

  /** Enqueues jobs and waits until one of Redis' counters reaches the number. */
  public async work(count: number, seconds: number, counter: 'jobs:started' | 'jobs:done', until: number): Promise<void> {
    await this.host.mustExec(['ruby', 'enqueue.rb', String(count), String(seconds)], APP);
    await eventually(async () => ((await this.count(counter)) >= until ? true : undefined), { what: `${counter} to be ${until}` });
    expect(await this.count(counter)).toBe(until);
  }

  public async count(counter: string): Promise<number> {
    return Number((await this.host.mustExec(['redis-cli', '--raw', 'get', counter])).trim());
  }
}

const deployedOk = (pattern: RegExp) => ({ code: 0, output: expect.stringMatching(pattern) as string });

describeLive('every packaged Sidekiq', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  let sidekiq: Deployed;

  afterEach(() => {
    sidekiq.remove();
    host.destroy();
  });

  test.each(PACKAGED.filter(([suite]) => DEBIANS.includes(suite)))(
    '%s: Sidekiq %s waits for code, runs, works, and stops without losing a job',
    async (suite, version, platform, type) => {
      host = await TestHost.boot({ suite });
      sidekiq = new Deployed(host, version, platform);

      await host.mustExec('mv Gemfile Gemfile.later', APP);
      expect(await sidekiq.deploy()).toMatchObject(deployedOk(/sidekiq\.service: installed, waiting for code/));
      expect(await sidekiq.show('ActiveState', 'UnitFileState')).toEqual(['inactive', 'enabled']);

      await host.mustExec('mv Gemfile.later Gemfile', APP);
      expect(await sidekiq.deploy({ tag: 'second' })).toMatchObject(deployedOk(/sidekiq\.service: active \(ready, stable for 1 s\)/));
      const [active, kind, watchdog, stop] = await sidekiq.show('ActiveState', 'Type', 'WatchdogUSec', 'TimeoutStopUSec');
      expect([active, kind, stop]).toEqual(['active', type, '45s']);
      expect(watchdog).toBe(type === 'notify' ? '30s' : '0');

      const environment = await sidekiq.environment();
      expect(environment).toEqual(expect.arrayContaining([`FROM_FILE=${HOSTILE}`, `FROM_UNIT=${HOSTILE}`, 'MALLOC_ARENA_MAX=2']));
      expect(await sidekiq.mainProcess('status')).toMatch(/^Umask:\t0027$/m);
      await sidekiq.work(3, 0.1, 'jobs:done', 3);

      // These three are running when the service is stopped.
      await sidekiq.work(3, 2, 'jobs:started', 6);
      await host.mustExec('systemctl stop sidekiq.service');
      expect(await sidekiq.count('jobs:done')).toBe(6);
      expect(await sidekiq.show('Result')).toEqual(['success']);

      // An operator has stopped it: a deployment starts it with whenStopped: start.
      const allocator = MemoryAllocator.jemalloc();
      expect(await sidekiq.deploy({ memoryAllocator: allocator, whenStopped: 'start' })).toMatchObject(deployedOk(/active \(ready/));
      expect(await sidekiq.environment()).toContain('LD_PRELOAD=libjemalloc.so.2');
      const library = (await host.exec('ldconfig -p | grep -F libjemalloc.so.2')).code === 0;
      expect(/libjemalloc\.so\.2/.test(await sidekiq.mainProcess('maps'))).toBe(library);

      if (platform !== Platform.DEBIAN_11) return;
      const before = await sidekiq.show('InvocationID');
      const refused = await sidekiq.deploy({ memoryAllocator: allocator, whenStopped: 'start' }, Platform.DEBIAN_12);
      expect(refused.code).not.toBe(0);
      expect(refused.output).toMatch(/refused, nothing changed: .*systemd.*247.*252|refused, nothing changed: .*systemd.*252.*247/);
      expect(await sidekiq.show('InvocationID')).toEqual(before);
    },
  );

  test('rbenv runs it without a shell in between', async () => {
    host = await TestHost.boot();
    // The last command of the real rbenv.
    await host.writeFile('/home/deploy/.rbenv/bin/rbenv', '#!/bin/bash\n[ "$1" = exec ] || exit 64\nshift\nexec "$@"\n', '0755');
    sidekiq = new Deployed(host, '6.4.1', Platform.DEBIAN_12);
    const ruby = Ruby.rbenv({ root: '/home/deploy/.rbenv', version: '3.1.2' });
    expect(await sidekiq.deploy({ ruby })).toMatchObject(deployedOk(/active \(ready/));
    expect(await sidekiq.environment()).toEqual(
      expect.arrayContaining(['RBENV_ROOT=/home/deploy/.rbenv', 'RBENV_VERSION=3.1.2', 'HOME=/home/deploy']),
    );
    expect(await sidekiq.mainProcess('cmdline')).toMatch(/^sidekiq 6\.4\.1/);
  });

  // In the order of docs/guides/upgrading-sidekiq.md.
  describe('an upgrade', () => {
    test('of the code first: the unit for 5.2 starts a current Sidekiq, and then its own unit', async () => {
      host = await TestHost.boot();
      sidekiq = new Deployed(host, '6.4.1', Platform.DEBIAN_12);
      expect(await sidekiq.deploy({ version: '5.2' })).toMatchObject(deployedOk(/active/));
      expect(await sidekiq.show('Type', 'ActiveState')).toEqual(['simple', 'active']);
      await sidekiq.work(3, 0.1, 'jobs:done', 3);
      expect(await sidekiq.deploy()).toMatchObject(deployedOk(/active \(ready/));
      expect(await sidekiq.show('Type', 'ActiveState')).toEqual(['notify', 'active']);
    });

    test('of the unit first is refused', async () => {
      host = await TestHost.boot({ suite: 'bullseye' });
      sidekiq = new Deployed(host, '6.0.4', Platform.DEBIAN_11);
      expect(await sidekiq.deploy()).toMatchObject(deployedOk(/active/));
      const tooEarly = await sidekiq.deploy({ version: '6.5', startTimeout: Duration.seconds(8) });
      expect(tooEarly.code).not.toBe(0);
      expect(tooEarly.output).toMatch(/refused, nothing changed: sidekiq\.service would not boot \(timeout\): it was not ready within 8 s/);
      expect(await sidekiq.show('Type', 'ActiveState')).toEqual(['simple', 'active']);
    });
  });
});
