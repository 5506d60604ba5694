import path from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import type { TerraformStack } from 'cdktf';
import { Host, HostFile, HostKeys, type SshOptions } from '../../../../lib';
import type { TestHost } from '../../../hosts/host';
import { quietNow } from '../../../hosts/quiet-clock';
import { TerraformDirectory, type TerraformOutcome } from '../../../hosts/terraform';
import { must } from '../../../hosts/run';
import { sshTo, stackWithTerraformData, synthesized } from '../../../support/stacks';
import { flat } from '../../../support/troubleshooting';

/** Differences from deploying a file to a host as `ops`. */
export interface AttemptOptions {
  /** Differences from the default login of the tests. */
  readonly ssh?: Partial<SshOptions>;
  /** Address of the host, created in the stack; default: its own. */
  readonly address?: string | ((stack: TerraformStack) => string);
  /** All SSH options, if they need the stack. */
  readonly sshIn?: (stack: TerraformStack) => Partial<SshOptions>;
  /** Things to deploy besides the file. */
  readonly add?: (stack: TerraformStack, host: Host) => void;
  /** Added to Terraform's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which Terraform is killed. */
  readonly limit?: number;
  /** Receives Terraform's output as it arrives. */
  readonly onOutput?: (chunk: string) => void;
}

/** Outcome of one run of Terraform. */
export interface Attempt {
  readonly code: number;
  /** Its output on one line: see {@link flat}. */
  readonly messages: string;
  readonly seconds: number;
  /** Duration on the clock of a quiet machine, for an upper limit. */
  readonly quietSeconds: number;
}

/** The file that an attempt puts on its host. */
export const FILE = '/etc/attempt';

/** Terraform on one host, each attempt in its own directory. */
export class Attempts {
  private readonly directories: TerraformDirectory[] = [];

  /** Creates a stack of one host with one file, ready to be applied. */
  async prepare(host: TestHost, options: AttemptOptions = {}): Promise<TerraformDirectory> {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app);
      const { address = host.address } = options;
      const ssh = { ...sshTo(host), timeoutSeconds: 10, ...options.ssh, ...options.sshIn?.(stack) };
      const target = new Host(stack, 'worker', { address: typeof address === 'string' ? address : address(stack), ssh });
      new HostFile(stack, 'file', { host: target, path: FILE, content: 'arrived\n' });
      options.add?.(stack, target);
      return stack;
    });
    const env = { SSH_AUTH_SOCK: undefined, ...options.env };
    const directory = TerraformDirectory.create(json, { env, timeout: options.limit ?? 120_000, onOutput: options.onOutput });
    this.directories.push(directory);
    const { code, output } = await directory.init();
    if (code !== 0) throw new Error(output);
    return directory;
  }

  /** Deploys, checks the host, uninstalls, checks again; returns Terraform's output. */
  async succeed(host: TestHost, options: AttemptOptions = {}): Promise<{ readonly deployed: string; readonly destroyed: string }> {
    const directory = await this.prepare(host, options);
    const deployed = await timed(directory.apply());
    expect(deployed).toMatchObject({ code: 0 });
    expect(await host.readFile(FILE)).toBe('arrived\n');
    const destroyed = await timed(directory.destroy());
    expect(destroyed).toMatchObject({ code: 0 });
    await isClean(host);
    return { deployed: deployed.messages, destroyed: destroyed.messages };
  }

  /** Deploys, which must fail and leave nothing on the host. */
  async fail(host: TestHost, options: AttemptOptions = {}): Promise<Attempt> {
    const attempt = await timed((await this.prepare(host, options)).apply());
    expect(attempt.code).not.toBe(0);
    if (host.isRunning) await isClean(host);
    return attempt;
  }

  /** Returns everything that Terraform has written in all directories. */
  written(): string {
    return this.directories
      .flatMap(({ directory }) =>
        readdirSync(directory, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(path.join(directory, entry.name), 'utf8')),
      )
      .join('\n');
  }

  /** Removes the directories. */
  remove(): void {
    for (const directory of this.directories.splice(0)) directory.remove();
  }
}

/** Waits for a run of Terraform. */
export async function timed(run: Promise<TerraformOutcome>): Promise<Attempt> {
  const [started, startedQuietly] = [Date.now(), quietNow()];
  const { code, output } = await run;
  // Without the plan, which describes intentions and not events.
  const messages = flat(output).replace(/^.*?(?=\S+: Provisioning with|Error: )/, '');
  return { code, messages, seconds: (Date.now() - started) / 1000, quietSeconds: (quietNow() - startedQuietly) / 1000 };
}

/** A host's keys without an address, for any address and port. */
export function keysOf(host: TestHost): HostKeys {
  return HostKeys.of(...publicKeys(host));
}

/** The lines of its public keys: one of each type. */
export function publicKeys(host: TestHost): readonly string[] {
  const lines = readFileSync(host.knownHostsPath, 'utf8').trim().split('\n');
  return lines.map((line) => line.replace(/^\S+ /, ''));
}

/** Disconnects a host from the network during an action, as if it were down. */
export async function unplugged(host: TestHost, meanwhile: () => Promise<void>): Promise<void> {
  await host.mustExec('ip link set eth0 down');
  // Drops this machine's cached location of the host.
  await must(['ip', 'neigh', 'flush', 'to', host.address]);
  try {
    await meanwhile();
  } finally {
    await host.mustExec('ip link set eth0 up');
  }
}

/** Expects that nothing of ours is on a host, and no script with text in it. */
export async function isClean(host: TestHost): Promise<void> {
  const left = await host.mustExec(
    `ls -d ${FILE} /var/lib/cdktf-sidekiq /run/cdktf-sidekiq* 2>/dev/null; find /root /home /tmp -name 'cdktf-sidekiq-*' -size +0; true`,
  );
  expect(left).toBe('');
}
