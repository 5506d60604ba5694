import { Testing, type TerraformStack } from 'cdktf';
import { Host, HostRegistry, type IHostTarget } from '../../../lib';
import type { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import * as hand from '../../installer/by-hand';
import { PLATFORMS } from '../../support/platforms';
import { sshTo, stackWithTerraformData, testApp } from '../../support/stacks';

/** A stack with one host, deployed repeatedly with other units: as Terraform does it, but faster. */
export class UnitsStack {
  public constructor(
    private readonly host: TestHost,
    private readonly suite: Suite = 'bookworm',
  ) {}

  /** Output of the deployment on the host. */
  public async deploy(add: (stack: TerraformStack, host: IHostTarget) => unknown): Promise<{ code: number; output: string }> {
    const stack = stackWithTerraformData(testApp());
    add(stack, new Host(stack, 'worker', { address: this.host.address, ssh: sshTo(this.host), platform: PLATFORMS[this.suite] }));
    // Fails if the stack has errors.
    Testing.synth(stack, true);
    const { code, stdout } = await hand.deploy(this.host, HostRegistry.hostsBelow(stack)[0]!.bundle(), { user: 'ops' });
    return { code, output: stdout };
  }

  public async destroy(): Promise<void> {
    expect(await hand.uninstall(this.host, { user: 'ops' })).toMatchObject({ code: 0 });
  }
}

/** Properties of units as systemd has them now, one list for each unit. */
export async function shown(host: TestHost, property: string, ...units: readonly string[]): Promise<string[]> {
  return (await host.mustExec(['systemctl', 'show', `--property=${property}`, '--value', ...units])).trimEnd().split('\n\n');
}
