import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { TerraformResource, type TerraformStack } from 'cdktf';
import { Host, HostKeys } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { nullProviderMirror } from '../../hosts/null-provider';
import { REPOSITORY } from '../../hosts/paths';
import { appCommand, CdktfProject, TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sleeper, sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';

/** A program as users write it; the environment sets the differences between deployments. */
const PROGRAM = `
import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Duration, Exec, Host, HostKeys, HostRegistry, PrivateKey, SystemdService } from '${REPOSITORY}/lib';

const { ADDRESS, KEY_FILE, KNOWN_HOSTS, RESOURCE_TYPE, SECONDS } = process.env as Record<string, string>;
const app = new App();
const stack = new TerraformStack(app, 'workers');
if (RESOURCE_TYPE === 'terraform_data') {
  new HostRegistry(stack, 'registry', { resourceType: 'terraform_data' });
} else {
  new NullProvider(stack, 'null');
  stack.addOverride('terraform.required_providers.null.version', '1.0.0');
}
const ssh = { user: 'ops', privateKey: PrivateKey.fromFile(KEY_FILE), hostKeys: HostKeys.fromKnownHosts(KNOWN_HOSTS) };
new SystemdService(stack, 'sleeper', {
  host: new Host(stack, 'worker', { address: ADDRESS, ssh }),
  stability: Duration.seconds(1),
  service: { ExecStart: Exec.command('/bin/sleep', [SECONDS]), User: 'deploy' },
});
app.synth();
`;

async function ok(outcome: Promise<TerraformOutcome>): Promise<TerraformOutcome> {
  const { code, output } = await outcome;
  if (code !== 0 && code !== 2) throw new Error(`it ended with ${code}:\n${output}`);
  return outcome;
}

describeLive('a stack', { needs: ['hosts', 'terraform', 'go'] }, () => {
  let host: TestHost;
  let cliConfigFile: string;
  let undo: (() => void)[] = [];

  beforeAll(async () => {
    [host, { cliConfigFile }] = await Promise.all([TestHost.boot(), nullProviderMirror()]);
  });
  afterEach(() => {
    for (const step of undo) step();
    undo = [];
  });
  afterAll(() => host.destroy());

  const pid = async (): Promise<string> => (await host.mustExec('systemctl show -P MainPID sleeper.service')).trim();
  async function connections(during: Promise<unknown>, mark = host.mark()): Promise<number> {
    const from = await mark;
    await during;
    return host.sshConnections(from);
  }

  function project(): CdktfProject {
    const env = { ADDRESS: host.address, KEY_FILE: host.privateKeyPath, KNOWN_HOSTS: host.knownHostsPath, SECONDS: '1000' };
    const made = new CdktfProject(appCommand('app.ts'), { cliConfigFile, env });
    undo.push(() => made.remove());
    writeFileSync(path.join(made.directory, 'app.ts'), PROGRAM);
    return made;
  }

  test.each(['null_resource', 'terraform_data'])('of %s is deployed, diffed and destroyed by cdktf', async (RESOURCE_TYPE) => {
    const made = project();
    expect((await ok(made.deploy(['workers'], { RESOURCE_TYPE }))).output).toContain('4 added, 0 changed, 0 destroyed');
    expect(await host.mustExec('systemctl is-active sleeper.service')).toBe('active\n');

    const diff = await ok(made.diff(['workers'], { RESOURCE_TYPE, SECONDS: '2000' }));
    expect(diff.output).toMatch(/- +ExecStart=\/bin\/sleep 1000\n.*\+ +ExecStart=\/bin\/sleep 2000/);
    const destroyed = await ok(made.destroy(['workers'], { RESOURCE_TYPE }));
    expect(destroyed.output).toContain('4 destroyed');
    expect((await host.exec('systemctl cat sleeper.service')).code).not.toBe(0);
  });

  test('moves from null_resource to terraform_data without a deployment', async () => {
    const made = project();
    await ok(made.deploy(['workers'], { RESOURCE_TYPE: 'null_resource' }));
    const before = await pid();

    const diff = await ok(made.diff(['workers'], { RESOURCE_TYPE: 'terraform_data' }));
    expect(diff.output).toMatch(/null_resource\.worker has moved to terraform_data\.worker/);
    expect(diff.output).not.toMatch(/must be replaced|will be (created|destroyed)/);
    expect(await connections(ok(made.deploy(['workers'], { RESOURCE_TYPE: 'terraform_data' })))).toBe(0);
    expect(await pid()).toBe(before);

    expect(await connections(ok(made.deploy(['workers'], { RESOURCE_TYPE: 'terraform_data', SECONDS: '2000' })))).toBe(1);
    expect(await pid()).not.toBe(before);
    await ok(made.destroy(['workers'], { RESOURCE_TYPE: 'terraform_data' }));
    expect((await host.exec('systemctl cat sleeper.service')).code).not.toBe(0);
  });

  describe('keeps the process', () => {
    /** Deploys one stack after another, in one directory. */
    async function deployer(): Promise<(build: (stack: TerraformStack) => void) => Promise<TerraformOutcome>> {
      const json = (build: (stack: TerraformStack) => void): string =>
        synthesized((app) => {
          const stack = stackWithTerraformData(app);
          build(stack);
          return stack;
        });
      const directory = TerraformDirectory.create(json(() => undefined));
      undo.push(() => directory.remove());
      await ok(directory.init());
      return (build) => {
        directory.write(json(build));
        return ok(directory.apply());
      };
    }
    const ssh = () => ({ ...sshTo(host), hostKeys: HostKeys.fromKnownHosts(host.knownHostsPath, { alias: host.address }) });
    const onHost = (stack: TerraformStack, id: string, address: string, hostId?: string) =>
      void sleeper(stack, 'sleeper', new Host(stack, id, { address, ssh: ssh(), hostId }));
    const machine = (stack: TerraformStack): string => {
      const vm = new TerraformResource(stack, 'vm', { terraformResourceType: 'terraform_data' });
      vm.addOverride('input', host.address);
      return vm.getStringAttribute('output');
    };

    test('when another host takes over the address of a removed one', async () => {
      const deploy = await deployer();
      await deploy((stack) => onHost(stack, 'old', host.address));
      const before = await pid();
      expect(await connections(deploy((stack) => onHost(stack, 'new', host.address)))).toBe(1);
      expect(await pid()).toBe(before);
      await deploy(() => undefined);
      expect((await host.exec('systemctl cat sleeper.service')).code).not.toBe(0);
    });

    test('when a literal address becomes another resource’s and back, with an explicit hostId', async () => {
      const deploy = await deployer();
      await deploy((stack) => onHost(stack, 'worker', host.address));
      const before = await pid();
      const { output } = await deploy((stack) => onHost(stack, 'worker', machine(stack), host.address));
      expect(output).toMatch(/\(moved from terraform_data\.cdktf_sidekiq_hosts\["[\d.]+"\]\)/);
      expect(await pid()).toBe(before);
      await deploy((stack) => {
        machine(stack);
        onHost(stack, 'worker', host.address, host.address);
      });
      expect(await pid()).toBe(before);
      await deploy(() => undefined);
      expect((await host.exec('systemctl cat sleeper.service')).code).not.toBe(0);
    });
  });
});
