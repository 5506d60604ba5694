import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { TerraformStack, Testing, type App } from 'cdktf';
import { Duration, Exec, HostKeys, HostRegistry, PrivateKey, SystemdService, type IHostTarget, type SshOptions } from '../../lib';
import type { TestHost } from '../hosts/host';

/** Output directory shared by all apps of a process, because most write nothing. */
let outdir: string | undefined;

/** Creates an app whose output is outside the repository. */
export function testApp(): App {
  outdir ??= mkdtempSync(path.join(tmpdir(), 'synth-'));
  return Testing.app({ outdir });
}

/** Creates a stack with the null provider, in the tests' version. */
export function stackWithNull(app: App, name = 'workers'): TerraformStack {
  const stack = new TerraformStack(app, name);
  new NullProvider(stack, 'null');
  stack.addOverride('terraform.required_providers.null.version', '1.0.0');
  return stack;
}

/** Creates a stack that needs no provider. */
export function stackWithTerraformData(app: App, name = 'workers'): TerraformStack {
  const stack = new TerraformStack(app, name);
  new HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });
  return stack;
}

/** Returns what `cdktf synth` writes for a program's stack, with its validations run. */
export function synthesized(make: (app: App) => TerraformStack): string {
  return Testing.synth(make(testApp()), true);
}

/** Returns the SSH login of a test host for a user that needs sudo. */
export function sshTo(host: TestHost, user = 'ops'): SshOptions {
  return { user, privateKey: PrivateKey.fromFile(host.privateKeyPath), hostKeys: HostKeys.fromKnownHosts(host.knownHostsPath) };
}

const IMAGINARY_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';

/** SSH login for stacks that are never deployed. */
export const imaginarySsh: SshOptions = {
  user: 'ops',
  privateKey: PrivateKey.fromFile('~/.ssh/ops'),
  hostKeys: HostKeys.of(IMAGINARY_KEY),
};

/** Writes a known_hosts file with keys for these names, and returns its path. */
export function knownHosts(...names: readonly string[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'known-hosts-')), 'known_hosts');
  writeFileSync(file, names.map((name) => `${name} ${IMAGINARY_KEY}\n`).join(''));
  return file;
}

/** Creates a service that starts and stops at once. */
export function sleeper(stack: TerraformStack, id: string, host: IHostTarget, seconds = 1_000_000): SystemdService {
  return new SystemdService(stack, id, {
    host,
    stability: Duration.seconds(1),
    unit: { Description: `Sleeps for ${seconds} s` },
    service: { ExecStart: Exec.command('/bin/sleep', [String(seconds)]), User: 'deploy' },
  });
}
