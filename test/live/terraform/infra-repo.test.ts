import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import { nullProviderMirror } from '../../hosts/null-provider';
import { REPOSITORY } from '../../hosts/paths';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { ofCampaign } from '../../support/campaign';
import { bootMachines, destroyMachines, InfraRepo, machinesFile, type Machines } from '../../support/infra-repo';
import { StateServer } from '../../support/state-server';

/** The plan in the guide has twelve. */
const WORKERS = ofCampaign({ sample: 4, small: 12, all: 12 });
const LAST = `worker-${String(WORKERS).padStart(2, '0')}`;

const NULL_PROVIDER = `new NullProvider(this, 'null');\n    this.addOverride('terraform.required_providers.null.version', '1.0.0');`;
const REGISTRY = `new HostRegistry(this, 'hosts', { resourceType: 'terraform_data' });`;

/** Returns cdktf's output about one stack, without its name in the margin. */
function withoutMargin(output: string): string[] {
  return output.split('\n').map((line) => line.replace(/^\w* +/, (margin) => ' '.repeat(margin.length)).trimEnd());
}

/** Returns the part that a reviewer reads: from the first action to the last. */
function planned({ output }: TerraformOutcome): string[] {
  const lines = withoutMargin(output);
  const first = lines.findIndex((line) => line.includes('Terraform will perform the following actions'));
  const last = lines.findIndex((line) => /Plan: \d+ to add/.test(line));
  if (first < 0 || last < first) throw new Error(`no plan in:\n${output}`);
  return lines.slice(first, last + 1).map((line) => line.trim());
}

async function ok(outcome: Promise<TerraformOutcome>): Promise<TerraformOutcome> {
  const { code, output } = await outcome;
  if (code !== 0) throw new Error(`it ended with ${code}:\n${output}`);
  return outcome;
}

// The tests are consecutive days of one repository: each continues from the one before it.
describeLive('an infra repo with workers and two single machines', { needs: ['hosts', 'terraform', 'go'] }, () => {
  let machines: Machines;
  let hosts: readonly TestHost[];
  let server: StateServer;
  let cliConfigFile: string;
  let repo: InfraRepo;

  beforeAll(async () => {
    const [mirror, booted, started] = await Promise.all([
      nullProviderMirror(),
      bootMachines(WORKERS, 2),
      StateServer.start('ops', 'a password'),
    ]);
    ({ cliConfigFile } = mirror);
    machines = booted;
    server = started;
    hosts = [...machines.workers, ...machines.schedulers];
    const login = { STATE_URL: server.url, TF_HTTP_USERNAME: 'ops', TF_HTTP_PASSWORD: 'a password' };
    repo = new InfraRepo(machines, { cliConfigFile, env: { ...login, HOME: machines.home }, timeout: 380_000 });
  });
  afterAll(async () => {
    repo?.remove();
    if (machines !== undefined) destroyMachines(machines);
    await server?.stop();
  });

  /** SSH connections to each host, and the output of the command. */
  async function connections(during: () => Promise<TerraformOutcome>): Promise<{ counts: number[]; outcome: TerraformOutcome }> {
    const marks = await Promise.all(hosts.map((host) => host.mark()));
    const outcome = await ok(during());
    return { outcome, counts: await Promise.all(hosts.map((host, index) => host.sshConnections(marks[index]!))) };
  }
  const each = (count: number): number[] => hosts.map(() => count);
  const pids = (): Promise<string[]> =>
    Promise.all(hosts.map(async (host) => host.mustExec("systemctl show -P MainPID 'sidekiq-*.service'"))).then((found) => {
      expect(found.join('')).not.toMatch(/^0$/m);
      return found;
    });

  test('deploys all its stacks in order, with one connection to each host', async () => {
    const { counts } = await connections(() => repo.deploy(['*']));
    expect(counts).toEqual(each(1));
    for (const host of machines.workers) {
      expect(await host.mustExec('systemctl is-active sidekiq-default sidekiq-mailers monit')).toBe('active\nactive\nactive\n');
    }
    expect(await machines.workers.at(-1)!.mustExec('monit -B summary')).toMatch(/sidekiq-mailers +OK +Process/);
    expect(server.isLocked).toBe(false);
  });

  test('all workers take jobs from the Redis of another stack; schedulers use that of their own', async () => {
    const { redis, workers, schedulers } = machines;
    expect(await workers[0]!.readFile('/etc/myapp/sidekiq.env')).toBe(`REDIS_URL="redis://${redis.address}:6379/0"\n`);
    expect(await schedulers[1]!.readFile('/etc/myapp/sidekiq.env')).toBe(
      `LOCKS_REDIS_URL="redis://${redis.address}:6379/1"\nREDIS_URL="redis://${redis.address}:6379/0"\n`,
    );
    // The five threads of each host take these at once, so every host gets some.
    await redis.mustExec(`bundle exec ruby enqueue.rb ${10 * WORKERS} 1`, { user: 'deploy', cwd: '/opt/myapp/current' });
    await redis.until(`[ "$(redis-cli get jobs:done)" = ${10 * WORKERS} ]`);
    for (const host of workers) expect(await host.journal()).toMatch(/CountingJob.*done/);
  });

  test('without a change, the diff is empty and no host is contacted', async () => {
    const { counts, outcome } = await connections(() => repo.diff(['workers']));
    expect(outcome.output).toContain('No changes. Your infrastructure matches the configuration.');
    expect(counts).toEqual(each(0));
    expect((await connections(() => repo.deploy(['*']))).counts).toEqual(each(0));
  });

  test('shows a changed line once in the diff, though all hosts get it', async () => {
    repo.edit('stacks/workers.ts', 'Size.mebibytes(800)', 'Size.mebibytes(900)');
    const lines = planned(await ok(repo.diff(['workers'])));
    expect(lines.filter((line) => /^[-+] /.test(line))).toEqual([
      '-   if totalmem > 800 MB for 3 cycles then restart',
      '+   if totalmem > 900 MB for 3 cycles then restart',
    ]);
    // Each host names its changed file, on a line that fits into a terminal.
    const perHost = lines.filter((line) => line.startsWith('~ "/etc/monit/conf.d/sidekiq-default" ') && !line.includes('EOT'));
    expect(perHost).toHaveLength(WORKERS);
    for (const line of perHost) {
      expect(line).toMatch(/ = "0600 root:root [0-9a-f]{12}" -> "0600 root:root [0-9a-f]{12}"$/);
      expect(line.length).toBeLessThan(180);
    }
    expect(lines.filter((line) => /must be replaced/.test(line))).toHaveLength(WORKERS + 1);
    expect(lines.length).toBeLessThan(25 + WORKERS * 9);
    expect(lines.at(-1)).toBe(`Plan: ${WORKERS + 1} to add, 0 to change, ${WORKERS + 1} to destroy.`);
    // The guide shows this output, for as many hosts.
    const guide = readFileSync(path.join(REPOSITORY, 'docs/guides/existing-repo.md'), 'utf8');
    const shown = /^```text plan\n(.*?)^```$/ms
      .exec(guide)![1]!
      .trimEnd()
      .replaceAll('worker-12', LAST)
      .replace('13 to add, 0 to change, 13 to', `${WORKERS + 1} to add, 0 to change, ${WORKERS + 1} to`)
      .split('\n');
    const comparable = (line: string): string =>
      line
        .trim()
        .replaceAll(/ +/g, ' ')
        .replaceAll(/[0-9a-f]{12}/g, 'HASH');
    expect(lines.map(comparable)).toEqual(expect.arrayContaining(shown.map(comparable)));
  });

  test('deploys only to these hosts, and restarts no Sidekiq for a Monit rule', async () => {
    const before = await pids();
    const { counts } = await connections(() => repo.deploy(['*']));
    expect(counts).toEqual([...machines.workers.map(() => 1), ...machines.schedulers.map(() => 0)]);
    expect(await pids()).toEqual(before);
    expect(await machines.workers[1]!.readFile('/etc/monit/conf.d/sidekiq-default')).toContain('if totalmem > 900 MB');
  });

  test('moves to terraform_data without a deployment, including hosts with addresses of other resources', async () => {
    const before = await pids();
    repo.edit('stacks/hosts-stack.ts', NULL_PROVIDER, REGISTRY);
    repo.edit(
      'stacks/hosts-stack.ts',
      `import { TerraformStack } from 'cdktf';`,
      `import { TerraformStack } from 'cdktf';\nimport { HostRegistry } from 'cdktf-sidekiq';`,
    );
    for (const stack of ['workers', 'schedulers']) {
      const lines = planned(await ok(repo.diff([stack])));
      expect(lines.filter((line) => line.includes('has moved to')).length).toBe(stack === 'workers' ? WORKERS + 1 : 3);
      expect(lines.at(-1)).toBe('Plan: 0 to add, 0 to change, 0 to destroy.');
    }
    expect((await connections(() => repo.deploy(['*']))).counts).toEqual(each(0));
    expect(await pids()).toEqual(before);
    expect((await ok(repo.diff(['workers']))).output).toContain('No changes.');
  });

  test('can’t be moved back: Terraform refuses', async () => {
    // Configuration that cdktf-sidekiq would have to write in addition.
    const directory = TerraformDirectory.create(
      JSON.stringify({
        terraform: { required_providers: { null: { source: 'hashicorp/null', version: '1.0.0' } } },
        resource: { null_resource: { it: {} } },
        moved: [{ from: 'terraform_data.it', to: 'null_resource.it' }],
      }),
      { cliConfigFile },
    );
    try {
      const state = { version: 4, terraform_version: '1.9.0', serial: 1, lineage: '1', outputs: {}, check_results: null };
      const it = { mode: 'managed', type: 'terraform_data', name: 'it', provider: 'provider["terraform.io/builtin/terraform"]' };
      const attributes = { id: '1', input: null, output: null, triggers_replace: null };
      const resources = [{ ...it, instances: [{ schema_version: 0, attributes }] }];
      writeFileSync(path.join(directory.directory, 'terraform.tfstate'), JSON.stringify({ ...state, resources }));
      await ok(directory.init());
      const { code, output } = await directory.plan();
      expect(code).toBe(1);
      expect(output).toContain('Unsupported `moved` across resource types');
    } finally {
      directory.remove();
    }
  });

  test('moves back with a deployment that finds nothing to do', async () => {
    const before = await pids();
    repo.edit('stacks/hosts-stack.ts', REGISTRY, NULL_PROVIDER);
    const { counts, outcome } = await connections(() => repo.deploy(['*']));
    expect(counts).toEqual(each(1));
    expect(outcome.output.match(/\(remote-exec\): nothing to do$/gm)).toHaveLength(hosts.length);
    expect(await pids()).toEqual(before);
  });

  test('uninstalls a worker that is removed from the list, without contacting other hosts', async () => {
    const [gone] = machines.workers.slice(2, 3) as [TestHost];
    const without = machinesFile(machines).replace(`"worker-03":"${gone.address}",`, '');
    writeFileSync(path.join(repo.directory, 'machines.ts'), without);
    const lines = planned(await ok(repo.diff(['workers'])));
    const actions = lines.flatMap((line) => /^# (\S+) .*(?:will|must) be (\w+)$/.exec(line)?.slice(1) ?? []);
    expect(actions).toEqual(['null_resource.worker-03', 'destroyed', 'terraform_data.cdktf_sidekiq_hosts', 'destroyed']);
    expect(lines.length).toBeLessThan(90);
    const { counts } = await connections(() => repo.deploy(['*']));
    expect(counts).toEqual(hosts.map((host) => (host === gone ? 1 : 0)));
    expect((await gone.exec('systemctl cat sidekiq-default')).code).not.toBe(0);
    expect(await gone.mustExec('ls /etc/monit/conf.d /usr/local/lib')).not.toMatch(/sidekiq/);
    expect(await machines.workers[3]!.mustExec('systemctl is-active sidekiq-default')).toBe('active\n');
  });

  test('renames a stack with its state, without stopping a process', async () => {
    hosts = hosts.filter((_, index) => index !== 2);
    const before = await pids();
    const stack = (name: string): TerraformDirectory =>
      TerraformDirectory.at(repo.stackDirectory(name), { cliConfigFile, env: { TF_HTTP_USERNAME: 'ops', TF_HTTP_PASSWORD: 'a password' } });
    const pulled = path.join(repo.directory, 'workers.tfstate');
    writeFileSync(pulled, (await ok(stack('workers').terraform(['state', 'pull']))).stdout);
    repo.edit('main.ts', `new WorkersStack(app, 'workers'`, `new WorkersStack(app, 'sidekiq'`);
    await ok(repo.synth());
    await ok(stack('sidekiq').init());
    await ok(stack('sidekiq').terraform(['state', 'push', pulled]));

    const { counts } = await connections(() => repo.deploy(['*']));
    expect(counts).toEqual([...machines.workers.slice(1).map(() => 1), ...machines.schedulers.map(() => 0)]);
    expect(await pids()).toEqual(before);
    expect(await machines.workers[0]!.mustExec('ls /usr/local/lib/cdktf-sidekiq')).toMatch(/^sidekiq-pools-slack$/m);
  });

  test('destroys everything, and leaves nothing on the hosts', async () => {
    await ok(repo.destroy(['*']));
    for (const host of hosts) {
      expect((await host.exec("systemctl list-unit-files --no-legend 'sidekiq-*'")).stdout).toBe('');
      expect(await host.mustExec('ls /etc/monit/conf.d /usr/local/lib /var/lib')).not.toMatch(/sidekiq/);
    }
  });
});
