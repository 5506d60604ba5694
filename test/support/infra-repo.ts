import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestHost } from '../hosts/host';
import { REPOSITORY } from '../hosts/paths';
import { CdktfProject, type TerraformOptions } from '../hosts/terraform';
import { must } from '../hosts/run';

const SAMPLE = path.join(REPOSITORY, 'test/infra-repo');

/** Names of the schedulers of test/infra-repo. */
export const SCHEDULERS = ['scheduler-1', 'scheduler-2'] as const;
const workerName = (index: number): string => `worker-${String(index + 1).padStart(2, '0')}`;

/** Test hosts for the names in test/infra-repo, and the home directory of a user who can deploy to them. */
export interface Machines {
  readonly redis: TestHost;
  readonly schedulers: readonly TestHost[];
  readonly workers: readonly TestHost[];
  /** Value of HOME. Its .ssh/ops is a key that all hosts accept. */
  readonly home: string;
}

/** Boots the hosts, four at a time, because each keeps a processor busy for a second. */
export async function bootMachines(workers: number, schedulers: number): Promise<Machines> {
  const hosts: TestHost[] = [];
  while (hosts.length < workers + schedulers + 1) {
    const count = Math.min(4, workers + schedulers + 1 - hosts.length);
    hosts.push(...(await Promise.all(Array.from({ length: count }, () => TestHost.boot()))));
  }
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  mkdirSync(path.join(home, '.ssh'), { mode: 0o700 });
  await must(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'ops', '-f', path.join(home, '.ssh/ops')]);
  const publicKey = readFileSync(path.join(home, '.ssh/ops.pub'), 'utf8');
  const [redis, ...others] = hosts as [TestHost, ...TestHost[]];
  await Promise.all(others.map((host) => makeReady(host, publicKey)));
  await redis.mustExec(
    "sed -i 's/^bind .*/bind 0.0.0.0/; s/^protected-mode .*/protected-mode no/' /etc/redis/redis.conf && systemctl restart redis-server",
  );
  return { redis, schedulers: others.slice(0, schedulers), workers: others.slice(schedulers), home };
}

async function makeReady(host: TestHost, publicKey: string): Promise<void> {
  await host.writeFile('/etc/myapp/slack-webhook', 'https://hooks.invalid/services/none\n', '0600');
  await host.mustExec('cat >~ops/.ssh/authorized_keys', { input: publicKey });
  // The applications use the Redis of another host.
  await host.mustExec('systemctl disable --now --quiet redis-server');
}

export function destroyMachines({ redis, schedulers, workers, home }: Machines): void {
  for (const host of [redis, ...schedulers, ...workers]) host.destroy();
  rmSync(home, { recursive: true, force: true });
}

/** Returns machines.ts of the sample for these machines. */
export function machinesFile({ redis, schedulers, workers }: Machines): string {
  const byName = (hosts: readonly TestHost[], name: (index: number) => string) =>
    Object.fromEntries(hosts.map((host, index) => [name(index), host.address]));
  const made = { redis: redis.address, locks: redis.address, ...byName(schedulers, (index) => SCHEDULERS[index]!) };
  return (
    `export const WORKERS: Readonly<Record<string, string>> = ${JSON.stringify(byName(workers, workerName))};\n` +
    `export const MADE = ${JSON.stringify(made)} as const;\n`
  );
}

/** Returns known_hosts of the sample for these machines, each under its name. */
export function knownHostsFile({ schedulers, workers }: Machines): string {
  const lines = (hosts: readonly TestHost[], name: (index: number) => string): string[] =>
    hosts.map((host, index) => readFileSync(host.knownHostsPath, 'utf8').replaceAll(/^\S+/gm, name(index)));
  return [...lines(schedulers, (index) => SCHEDULERS[index]!), ...lines(workers, workerName)].join('');
}

/** Copies test/infra-repo, with the addresses of these machines. */
export function copySample(directory: string, machines: Machines): void {
  cpSync(SAMPLE, directory, { recursive: true, filter: (source) => !/\/(node_modules|cdktf\.out)$/.test(source) });
  writeFileSync(path.join(directory, 'machines.ts'), machinesFile(machines));
  writeFileSync(path.join(directory, 'known_hosts'), knownHostsFile(machines));
}

/** Does without a network what `npm ci` does in a project that depends on this package: links the installed packages. */
export function linkPackages(directory: string): void {
  const target = path.join(directory, 'node_modules');
  rmSync(target, { force: true, recursive: true });
  mkdirSync(path.join(target, 'cdktf-sidekiq'), { recursive: true });
  const source = path.join(REPOSITORY, 'node_modules');
  for (const name of readdirSync(source)) symlinkSync(path.join(source, name), path.join(target, name));
  const exported = { '.': './lib/index.ts', './testing': './lib/testing/index.ts' };
  writeFileSync(path.join(target, 'cdktf-sidekiq/package.json'), JSON.stringify({ name: 'cdktf-sidekiq', exports: exported }));
  symlinkSync(path.join(REPOSITORY, 'lib'), path.join(target, 'cdktf-sidekiq/lib'));
}

/** Replaces a text that occurs once in a file, as a user does in an editor. */
export function edit(directory: string, file: string, from: string, to: string): void {
  const name = path.join(directory, file);
  const parts = readFileSync(name, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  writeFileSync(name, parts.join(to));
}

/** Pins the tests' version of the null provider, which is older than the one that @cdktf/provider-null requires. */
export function pinNullProvider(directory: string, version: string): void {
  const line = `new NullProvider(this, 'null');`;
  edit(
    directory,
    'stacks/hosts-stack.ts',
    line,
    `${line}\n    this.addOverride('terraform.required_providers.null.version', '${version}');`,
  );
}

/** A working copy of test/infra-repo, deployed with cdktf as users do. */
export class InfraRepo extends CdktfProject {
  constructor(machines: Machines, options: TerraformOptions) {
    super('npx tsx main.ts', options);
    linkPackages(this.directory);
    copySample(this.directory, machines);
    pinNullProvider(this.directory, '1.0.0');
  }

  edit(file: string, from: string, to: string): void {
    edit(this.directory, file, from, to);
  }
}
