import type { TerraformStack } from 'cdktf';
import { Host, type IHostTarget } from '../../../lib';
import type { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { PLATFORMS } from '../../support/platforms';
import { sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';

/** A stack with one host, deployed again and again with other units. */
export class UnitsStack {
  private directory: TerraformDirectory | undefined;

  public constructor(
    private readonly host: TestHost,
    private readonly suite: Suite = 'bookworm',
  ) {}

  /** What the deployment printed, in the host's words. */
  public async deploy(add: (stack: TerraformStack, host: IHostTarget) => unknown): Promise<TerraformOutcome> {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app);
      add(stack, new Host(stack, 'worker', { address: this.host.address, ssh: sshTo(this.host), platform: PLATFORMS[this.suite] }));
      return stack;
    });
    if (this.directory === undefined) {
      this.directory = TerraformDirectory.create(json);
      expect(await this.directory.init()).toMatchObject({ code: 0 });
    }
    this.directory.write(json);
    return this.directory.apply();
  }

  public async destroy(): Promise<void> {
    expect(await this.directory?.destroy()).toMatchObject({ code: 0 });
    this.directory?.remove();
    this.directory = undefined;
  }
}

/** Properties of units as systemd has them now, one list for each unit. */
export async function shown(host: TestHost, property: string, ...units: readonly string[]): Promise<string[]> {
  return (await host.mustExec(['systemctl', 'show', `--property=${property}`, '--value', ...units])).trimEnd().split('\n\n');
}
