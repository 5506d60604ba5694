import { TerraformResource, type App, type TerraformStack } from 'cdktf';
import { Host, HostKeys, HostRegistry, MonitCheck, PidfileHooks, restart, Size, when, type SystemdService } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { nullProviderMirror } from '../../hosts/null-provider';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sleeper, sshTo, stackWithNull, stackWithTerraformData, synthesized } from '../../support/stacks';

/** Actions that Terraform would take, one word for each resource. */
function planned(outcome: TerraformOutcome): string[] {
  return [...outcome.output.matchAll(/# (\S+) (?:will be|must be) (\w+)/g)].map(([, address, verb]) => `${verb} ${address}`).sort();
}

async function ok(outcome: Promise<TerraformOutcome>): Promise<TerraformOutcome> {
  const { code, output } = await outcome;
  if (code !== 0) throw new Error(`terraform ended with ${code}:\n${output}`);
  return outcome;
}

describeLive('delivery', { needs: ['hosts', 'terraform', 'go'] }, () => {
  let one: TestHost;
  let two: TestHost;
  let cliConfigFile: string;
  const directories: TerraformDirectory[] = [];

  beforeAll(async () => {
    ({ cliConfigFile } = await nullProviderMirror());
  });

  // New ones for each test: a failed one leaves services behind.
  beforeEach(async () => {
    [one, two] = await Promise.all([TestHost.boot(), TestHost.boot()]);
  });

  afterEach(() => {
    for (const directory of directories.splice(0)) directory.remove();
    one.destroy();
    two.destroy();
  });

  async function terraform(make: (app: App) => TerraformStack, env: NodeJS.ProcessEnv = {}): Promise<TerraformDirectory> {
    const directory = TerraformDirectory.create(synthesized(make), { cliConfigFile, env });
    directories.push(directory);
    await ok(directory.init());
    return directory;
  }

  const pid = async (host: TestHost, unit: string): Promise<string> => (await host.mustExec(`systemctl show -P MainPID ${unit}`)).trim();
  /** Everything except files that change by themselves; compared before and after. */
  const tree = (host: TestHost): Promise<string> =>
    host.mustExec(
      `find /etc /usr/local /var/lib /opt -xdev \\( -path /var/lib/systemd -o -path /var/lib/monit -o -path /var/lib/private -o -path /var/lib/redis -o -path /etc/.pwd.lock \\) -prune -o -type f -printf '%p %m %u %s\\n' -o -type d -printf '%p %m %u\\n' | sort; systemctl list-units --all --plain --no-legend 'a*.service' 'b*.service' | sort`,
    );

  function watched(stack: TerraformStack, id: string, host: Host, mebibytes = 800): SystemdService {
    const service = sleeper(stack, id, host);
    const pidfile = new PidfileHooks(stack, `${id}-pidfile`, { service });
    const rules = [when.totalMemory.above(Size.mebibytes(mebibytes)).forCycles(3).do(restart())];
    new MonitCheck(stack, `${id}-check`, { service, pidfile, rules });
    return service;
  }

  describe.each([
    ['null_resource', stackWithNull],
    ['terraform_data', stackWithTerraformData],
  ])('by %s', (type, makeStack) => {
    test('deploys, changes, adds, removes and destroys, with one connection each and none without a change', async () => {
      const clean = await tree(one);
      const make =
        (build: (stack: TerraformStack, host: Host) => void, id = 'worker-1') =>
        (app: App) => {
          const stack = makeStack(app);
          build(stack, new Host(stack, id, { address: one.address, ssh: sshTo(one) }));
          return stack;
        };
      const directory = await terraform(make((stack, host) => watched(stack, 'a', host)));
      const apply = async (): Promise<number> => {
        const mark = await one.mark();
        await ok(directory.apply());
        return one.sshConnections(mark);
      };

      expect(await apply()).toBe(1);
      expect(await one.mustExec('systemctl is-active a.service; systemctl is-enabled a.service')).toBe('active\nenabled\n');
      expect(await one.mustExec('monit -B summary a')).toMatch(/^ *a +OK +Process/m);
      const first = await pid(one, 'a.service');

      expect(await apply()).toBe(0);

      directory.write(synthesized(make((stack, host) => watched(stack, 'a', host, 900))));
      const plan = await directory.plan();
      expect(planned(plan)).toEqual([`replaced ${type}.cdktf_sidekiq_ledger`, `replaced ${type}.worker-1`]);
      expect(plan.output).toMatch(
        /- +if totalmem > 800 MB for 3 cycles then restart\n *\+ +if totalmem > 900 MB for 3 cycles then restart/,
      );
      expect(await apply()).toBe(1);
      expect(await pid(one, 'a.service')).toBe(first);

      directory.write(
        synthesized(
          make((stack, host) => {
            watched(stack, 'a', host, 900);
            watched(stack, 'b', host);
          }),
        ),
      );
      expect(await apply()).toBe(1);
      expect(await pid(one, 'a.service')).toBe(first);
      expect(await one.mustExec('systemctl is-active b.service')).toBe('active\n');
      expect(await one.mustExec('monit -B summary')).toMatch(/^ *b +OK/m);

      // Another name for the same machine.
      directory.write(synthesized(make((stack, host) => watched(stack, 'a', host, 900), 'renamed')));
      expect(await apply()).toBe(1);
      expect(await pid(one, 'a.service')).toBe(first);
      expect((await one.exec('systemctl cat b.service; ls /etc/monit/conf.d/b /run/b.pid')).code).not.toBe(0);
      expect(await one.mustExec('monit -B summary')).not.toMatch(/^ *b /m);

      const mark = await one.mark();
      await ok(directory.destroy());
      expect(await one.sshConnections(mark)).toBe(1);
      expect(await tree(one)).toBe(clean);
    });
  });

  test('removing hosts uninstalls them, including the last one', async () => {
    const make = (hosts: readonly TestHost[]) => (app: App) => {
      const stack = stackWithTerraformData(app);
      hosts.forEach((host) => sleeper(stack, `on-${host.name}`, new Host(stack, host.name, { address: host.address, ssh: sshTo(host) })));
      return stack;
    };
    const directory = await terraform(make([one, two]));
    await ok(directory.apply());
    directory.write(synthesized(make([one])));
    await ok(directory.apply());
    expect((await two.exec(`systemctl cat on-${two.name}.service`)).code).not.toBe(0);
    expect(await one.mustExec(`systemctl is-active on-${one.name}.service`)).toBe('active\n');
    directory.write(synthesized(make([])));
    await ok(directory.apply());
    expect((await one.exec(`systemctl cat on-${one.name}.service`)).code).not.toBe(0);
  });

  test('uses another private directory for the script if keys are not in ~/.ssh', async () => {
    await one.mustExec(
      'install -d /etc/ssh/keys && mv ~ops/.ssh/authorized_keys /etc/ssh/keys/ops && rm -r ~ops/.ssh && chmod -R go+rX /etc/ssh/keys ~ops && ' +
        'install -d -m 0700 -o ops ~ops/terraform && echo "AuthorizedKeysFile /etc/ssh/keys/%u" >/etc/ssh/sshd_config.d/keys.conf && systemctl reload ssh',
    );
    const directory = await terraform((app) => {
      const stack = stackWithTerraformData(app);
      sleeper(stack, 'a', new Host(stack, 'worker', { address: one.address, ssh: { ...sshTo(one), scriptDirectory: 'terraform' } }));
      return stack;
    });
    await ok(directory.apply());
    await ok(directory.destroy());
    // Terraform empties the scripts that it uploaded, and leaves them.
    expect(await one.mustExec('find ~ops/terraform -type f -size +0')).toBe('');
    expect((await one.exec('ls ~ops/terraform', { user: 'deploy' })).code).not.toBe(0);
  });

  test('two stacks on one host don’t affect each other, and a conflict is an error', async () => {
    const make = (name: string, unit: string) => (app: App) => {
      const stack = stackWithTerraformData(app, name);
      watched(stack, unit, new Host(stack, 'worker', { address: one.address, ssh: sshTo(one) }));
      return stack;
    };
    const clean = await tree(one);
    const web = await terraform(make('web', 'a'));
    const jobs = await terraform(make('jobs', 'b'));
    await ok(web.apply());
    const webPid = await pid(one, 'a.service');
    await ok(jobs.apply());
    expect(await one.mustExec('monit -B summary')).toMatch(/^ *b +OK[^]*^ *a +OK/m);

    const thief = await terraform(make('thief', 'a'));
    const refused = await thief.apply();
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/this host is deployed by the stack "web"/);
    await ok(thief.destroy());
    expect(await pid(one, 'a.service')).toBe(webPid);

    // The first stack installed the socket; the remaining one inherits it.
    await ok(web.destroy());
    expect((await one.exec('systemctl cat a.service')).code).not.toBe(0);
    expect(await one.mustExec('monit -B summary')).toMatch(/^ *b +OK/m);
    expect(planned(await jobs.plan())).toEqual([]);
    await ok(jobs.destroy());
    expect(await tree(one)).toBe(clean);
  });

  describe('addresses of other resources', () => {
    /** Simulates a virtual machine: "made" by a command that may fail, its address known only then. */
    class Machine extends TerraformResource {
      public constructor(stack: TerraformStack, id: string, address: string, generation = 1, works = true) {
        super(stack, id, { terraformResourceType: 'terraform_data' });
        this.addOverride('input', address);
        this.addOverride('triggers_replace', generation);
        this.addOverride('provisioner', [{ 'local-exec': { command: works ? 'true' : 'echo no capacity; false' } }]);
      }
    }

    const make = (machine: { generation?: number; works?: boolean; id?: string }) => (app: App) => {
      const stack = stackWithTerraformData(app);
      const vm = new Machine(stack, 'vm', two.address, machine.generation, machine.works);
      const ssh = { ...sshTo(two) };
      sleeper(stack, 'a', new Host(stack, 'literal', { address: one.address, ssh: sshTo(one) }));
      const keys = { ...ssh, hostKeys: HostKeys.fromKnownHosts(two.knownHostsPath, { alias: two.address }) };
      sleeper(stack, 'b', new Host(stack, machine.id ?? 'made', { address: vm.getStringAttribute('output'), ssh: keys }));
      return stack;
    };

    test('a machine that can’t be created blocks only its own host; replaced and renamed ones work', async () => {
      const directory = await terraform(make({ works: false }));
      const failed = await directory.apply();
      expect(failed.code).not.toBe(0);
      expect(failed.output).toContain('no capacity');
      expect(await one.mustExec('systemctl is-active a.service')).toBe('active\n');

      directory.write(synthesized(make({})));
      await ok(directory.apply());
      const before = await pid(two, 'b.service');
      expect(before).not.toBe('0');

      directory.write(synthesized(make({ generation: 2 })));
      const replacing = await ok(directory.apply());
      expect(replacing.output).toMatch(/terraform_data\.vm/);
      expect(await pid(two, 'b.service')).toBe(before);

      directory.write(synthesized(make({ generation: 2, id: 'renamed' })));
      await ok(directory.apply());
      expect(await pid(two, 'b.service')).toBe(before);

      directory.write(
        synthesized((app) => {
          const stack = stackWithTerraformData(app);
          new Machine(stack, 'vm', two.address, 2);
          HostRegistry.of(stack).uninstall('terraform_data.vm.output');
          return stack;
        }),
      );
      await ok(directory.apply());
      expect((await two.exec('systemctl cat b.service')).code).not.toBe(0);
      expect((await one.exec('systemctl cat a.service')).code).not.toBe(0);
    });
  });
});
