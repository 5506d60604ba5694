import type { Bundle } from '../../../lib/bundle';
import { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import * as hand from '../../installer/by-hand';

/** Hosts of one block of tests, removed at its end. */
export class DeployedHosts {
  private readonly hosts: TestHost[] = [];

  public constructor() {
    afterAll(() => this.hosts.forEach((host) => host.destroy()));
  }

  public async boot(suite?: Suite): Promise<TestHost> {
    const host = await TestHost.boot({ suite });
    this.hosts.push(host);
    return host;
  }

  /** Boots a host and deploys a bundle to it. */
  public async with(wanted: Bundle, suite?: Suite): Promise<TestHost> {
    const host = await this.boot(suite);
    expect((await hand.deploy(host, wanted)).stdout).toMatch(/deployed\n$/);
    return host;
  }
}
