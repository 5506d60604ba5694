import { keepAll } from '../../test/hosts/fleet';
import { TestHost } from '../../test/hosts/host';
import type { Outcome } from '../../test/hosts/run';
import type { Machine } from './machine';
import type { Login } from './options';

/** A Debian for the demo, booted in a second or two, and removed when the demo ends, however it ends. */
export class ThrowawayMachine implements Machine {
  readonly ownConnections = 0;
  readonly searched = ['/etc', '/home', '/opt', '/root', '/usr/lib/systemd', '/usr/local', '/var/lib'];

  /** Boots it; on the first run, Debian is installed into the cache. A kept host is removed by its name, so no two may share it. */
  static async boot(print: (line: string) => void): Promise<ThrowawayMachine> {
    return new ThrowawayMachine(await TestHost.boot({ name: `demo-${process.pid}`, print }));
  }

  private constructor(private readonly host: TestHost) {}

  get name(): string {
    return `${this.host.name} (Debian 12, ${this.host.address})`;
  }

  get login(): Login {
    return {
      user: 'ops',
      address: this.host.address,
      port: 22,
      identity: this.host.privateKeyPath,
      knownHosts: this.host.knownHostsPath,
    };
  }

  /** Not over SSH: the host's log must show only the connections of deployments. */
  asRoot(script: string): Promise<Outcome> {
    return this.host.exec(script);
  }

  /** Removes every trace of it. */
  destroy(): void {
    this.host.destroy();
  }

  /** Keeps it after this program ends; returns how to use and remove it. */
  keep(): readonly string[] {
    keepAll();
    return [`log in:    ${this.host.sshCommand()}`, `remove it: npx tsx test/hosts/cli.ts down ${this.host.name}`];
  }
}
