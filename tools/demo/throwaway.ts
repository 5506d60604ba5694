import { keepAll } from '../../test/hosts/fleet';
import { TestHost } from '../../test/hosts/host';
import type { Outcome } from '../../test/hosts/run';
import type { Machine } from './machine';
import type { Login } from './options';

/** A Debian of its own, booted in a second or two, removed when the demo ends however it ends. */
export class ThrowawayMachine implements Machine {
  readonly ownConnections = 0;
  readonly searched = ['/etc', '/home', '/opt', '/root', '/usr/lib/systemd', '/usr/local', '/var/lib'];

  /** Boots it; the first time on this machine Debian is installed into the cache before. A kept host is removed by its name, so no two may share it. */
  static async boot(say: (line: string) => void): Promise<ThrowawayMachine> {
    return new ThrowawayMachine(await TestHost.boot({ name: `demo-${process.pid}`, say }));
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

  /** Not over SSH: the host's log of connections shows the deployments alone. */
  asRoot(script: string): Promise<Outcome> {
    return this.host.exec(script);
  }

  /** Removes every trace of it. */
  destroy(): void {
    this.host.destroy();
  }

  /** Lets it outlive this program; says how to use and how to remove it. */
  keep(): readonly string[] {
    keepAll();
    return [`log in:    ${this.host.sshCommand()}`, `remove it: npx tsx test/hosts/cli.ts down ${this.host.name}`];
  }
}
