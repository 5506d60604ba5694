import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TerraformResource, TerraformVariable, type TerraformStack } from 'cdktf';
import { EnvironmentFile, Host, PrivateKey, Secret, SlackNotifier } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { REPOSITORY } from '../../hosts/paths';
import { must } from '../../hosts/run';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sleeper, sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';
import { tracesOf } from '../../support/traces';

/** The guide's table: its cells for each secret, by the first column. */
function guidesTable(): Record<string, Record<string, string>> {
  const guide = readFileSync(path.join(REPOSITORY, 'docs/guides/secrets.md'), 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [header, , ...body] = cells as [string[], string[], ...string[][]];
  return Object.fromEntries(
    body.map(([secret, ...places]) => [secret!, Object.fromEntries(places.map((cell, index) => [header[index + 1]!, cell]))]),
  );
}

async function ok(outcome: Promise<TerraformOutcome>): Promise<TerraformOutcome> {
  const { code, output } = await outcome;
  if (code !== 0 && code !== 2) throw new Error(`terraform ended with ${code}:\n${output}`);
  return outcome;
}

/** Everything that a deployment leaves on this machine, as one text each. */
interface Places {
  readonly json: string;
  readonly plan: string;
  readonly savedPlan: string;
  readonly state: string;
  readonly log: string;
}

describeLive('the guide’s table of secrets', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  const directories: string[] = [];
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
    host.destroy();
  });

  /** Saves a plan, and applies it. */
  async function deploy(name: string, build: (stack: TerraformStack) => void, env: NodeJS.ProcessEnv = {}): Promise<Places> {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app, name);
      build(stack);
      return stack;
    });
    const { directory } = TerraformDirectory.create(json);
    directories.push(directory);
    const terraform = TerraformDirectory.at(directory, { env });
    await ok(terraform.init());
    const planned = await ok(terraform.plan('-out=plan.tfplan'));
    const shown = await ok(terraform.terraform(['show', '-no-color', 'plan.tfplan']));
    const applied = await ok(terraform.terraform(['apply', '-input=false', 'plan.tfplan']));
    await must(['unzip', '-q', 'plan.tfplan', '-d', 'unzipped'], { cwd: directory });
    const savedPlan = await must(['sh', '-c', 'find unzipped -type f -exec cat {} +'], { cwd: directory });
    const state = readFileSync(path.join(directory, 'terraform.tfstate'), 'utf8');
    return { json, plan: planned.output + shown.output, savedPlan, state, log: applied.output };
  }

  /** The host's copy of a secret: none, one readable only by root, or one readable by all users. */
  async function onHost(secret: string): Promise<string> {
    const { stdout } = await host.exec([
      'grep',
      '-rlaF',
      '-e',
      secret,
      '/etc',
      '/home',
      '/opt',
      '/root',
      '/run',
      '/tmp',
      '/usr/local',
      '/var',
    ]);
    if (stdout === '') return 'no';
    const modes = await host.mustExec(['stat', '-c', '%A %U', ...stdout.trim().split('\n')]);
    return modes
      .trim()
      .split('\n')
      .every((line) => /^-r.-------? root$/.test(line) || /^-rw------- root$/.test(line))
      ? 'root’s file'
      : 'everybody';
  }

  async function found(secret: string, { json, plan, savedPlan, state, log }: Places): Promise<Record<string, string>> {
    const holds = (text: string): string => (tracesOf(secret).some((trace) => text.includes(trace)) ? 'plaintext' : 'no');
    return {
      JSON: holds(json),
      'plan, as shown': holds(plan),
      'saved plan': holds(savedPlan),
      state: holds(state),
      'deploy’s log': holds(log),
      host: await onHost(secret),
    };
  }

  test('lists where each kind of secret is stored', async () => {
    await host.writeFile('/etc/myapp/api.env', 'API_KEY=hush-in-a-host-file\n', '0600');
    const values = await deploy(
      'values',
      (stack) => {
        const on = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host) });
        const variable = new TerraformVariable(stack, 'api_key', { type: 'string', sensitive: true });
        const webhook = new TerraformVariable(stack, 'webhook', { type: 'string', sensitive: true });
        const password = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });
        const database = new TerraformResource(stack, 'database', { terraformResourceType: 'terraform_data' });
        database.addOverride('input', password.stringValue);
        new SlackNotifier(stack, 'slack', { host: on, webhookUrl: Secret.fromVariable(webhook) });
        const variables = { API_KEY: Secret.fromVariable(variable), PASSWORD: database.getStringAttribute('output') };
        const text = { TEXT: 'hush-in-the-text' };
        const service = sleeper(stack, 'secretive', on);
        service.addEnvironmentFile(new EnvironmentFile(stack, 'env', { host: on, path: '/etc/myapp/values.env', variables }));
        service.addEnvironmentFile(new EnvironmentFile(stack, 'text', { host: on, path: '/etc/myapp/text.env', variables: text }));
        service.addEnvironmentFile('/etc/myapp/api.env');
      },
      { TF_VAR_api_key: 'hush-in-a-variable', TF_VAR_webhook: 'hush-in-a-webhook', TF_VAR_password: 'hush-in-an-attribute' },
    );

    const key = readFileSync(host.privateKeyPath, 'utf8');
    const bodyOfKey = key.split('\n')[2]!;
    expect(bodyOfKey.length).toBeGreaterThan(60);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'key-')), 'key');
    directories.push(path.dirname(file));
    writeFileSync(file, key, { mode: 0o600 });
    const withKey = (name: string, privateKey: (stack: TerraformStack) => PrivateKey, env?: NodeJS.ProcessEnv): Promise<Places> =>
      deploy(
        name,
        (stack) =>
          void sleeper(
            stack,
            name,
            new Host(stack, 'worker', { address: host.address, ssh: { ...sshTo(host), privateKey: privateKey(stack) } }),
          ),
        env,
      );
    const variableKey = (ephemeral: boolean) => (stack: TerraformStack) => {
      const variable = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true });
      if (ephemeral) variable.addOverride('ephemeral', true);
      return PrivateKey.fromVariable(variable, { uninstall: { keyFile: file } });
    };
    const fromFile = await withKey('file-key', () => PrivateKey.fromFile(file));
    const fromVariable = await withKey('variable-key', variableKey(false), { TF_VAR_key: key });
    const fromEphemeral = await withKey('ephemeral-key', variableKey(true), { TF_VAR_key: key });

    expect(await found('hush-in-a-webhook', values)).toEqual(await found('hush-in-a-variable', values));
    expect(guidesTable()).toEqual({
      '`Secret.fromHostFile`, or a host’s path in `environmentFiles`': await found('hush-in-a-host-file', values),
      '`Secret.fromVariable`': await found('hush-in-a-variable', values),
      'a sensitive attribute of another resource': await found('hush-in-an-attribute', values),
      'text in the program, `process.env.X` too': await found('hush-in-the-text', values),
      '`PrivateKey.fromFile`': await found(bodyOfKey, fromFile),
      '`PrivateKey.fromVariable`, a sensitive variable': await found(bodyOfKey, fromVariable),
      '`PrivateKey.fromVariable`, an ephemeral variable': await found(bodyOfKey, fromEphemeral),
    });
  });

  test('a secret for a service can’t be ephemeral', async () => {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app, 'ephemeral');
      const variable = new TerraformVariable(stack, 'api_key', { type: 'string', sensitive: true });
      variable.addOverride('ephemeral', true);
      const on = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host) });
      new EnvironmentFile(stack, 'env', { host: on, path: '/etc/ephemeral.env', variables: { API_KEY: Secret.fromVariable(variable) } });
      return stack;
    });
    const directory = TerraformDirectory.create(json, { env: { TF_VAR_api_key: 'x' } });
    directories.push(directory.directory);
    await ok(directory.init());
    const { code, output } = await directory.plan();
    expect(code).toBe(1);
    expect(output).toContain('Ephemeral values are not valid for "triggers_replace"');
  });
});
