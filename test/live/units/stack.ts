import type { TerraformStack } from 'cdktf';
import { Host, HostRegistry, type IHostTarget } from '../../../lib';
import type { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import * as hand from '../../installer/by-hand';
import { PLATFORMS } from '../../support/platforms';
import { sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';

/** A stack with one host, deployed again and again with other units: as Terraform does it, and without its time. */
export class UnitsStack {
  public constructor(
    private readonly host: TestHost,
    private readonly suite: Suite = 'bookworm',
  ) {}

  /** What the deployment printed, in the host's words. */
  public async deploy(add: (stack: TerraformStack, host: IHostTarget) => unknown): Promise<{ code: number; output: string }> {
    let made: TerraformStack | undefined;
    synthesized((app) => {
      made = stackWithTerraformData(app);
      add(made, new Host(made, 'worker', { address: this.host.address, ssh: sshTo(this.host), platform: PLATFORMS[this.suite] }));
      return made;
    });
    const { code, stdout } = await hand.deploy(this.host, HostRegistry.hostsBelow(made!)[0]!.bundle(), { user: 'ops' });
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
