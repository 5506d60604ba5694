import { run, type Outcome } from '../../test/hosts/run';
import type { Machine } from './machine';
import type { Login } from './options';

/** A host of the user's own, reached by ssh, as Terraform will reach it: with this key, and only if its host key is known. */
export class OwnMachine implements Machine {
  ownConnections = 0;
  // People's data is none of our business.
  readonly searched = ['/etc', '/usr/local'];

  /** Looks whether the host lets us in and lets us be root, asking nothing and changing nothing. */
  static async connect(login: Login): Promise<OwnMachine> {
    const place = login.port === 22 ? login.address : `[${login.address}]:${login.port}`;
    const known = await run(['ssh-keygen', '-F', place, '-f', login.knownHosts]);
    if (known.code !== 0) {
      throw new Error(
        `${login.knownHosts} has no key of ${place}\nLog in once with ssh and compare the fingerprint it shows with one from the host itself: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`,
      );
    }
    const machine = new OwnMachine(login);
    const { code, stderr } = await machine.asRoot('exit 0');
    if (code !== 0) throw new Error(`cannot become root on ${machine.name} without being asked for something:\n${stderr}`);
    return machine;
  }

  private constructor(readonly login: Login) {}

  get name(): string {
    return `${this.login.user}@${this.login.address}`;
  }

  asRoot(script: string): Promise<Outcome> {
    this.ownConnections++;
    const { user, port, identity, knownHosts } = this.login;
    const options = [
      `UserKnownHostsFile=${knownHosts}`,
      'StrictHostKeyChecking=yes',
      'IdentitiesOnly=yes',
      'BatchMode=yes',
      'LogLevel=ERROR',
    ];
    const become = user === 'root' ? '' : 'sudo -n ';
    return run(
      [
        'ssh',
        '-F',
        '/dev/null',
        '-T',
        '-p',
        String(port),
        '-i',
        identity,
        ...options.flatMap((option) => ['-o', option]),
        this.name,
        `${become}sh -s`,
      ],
      { input: script },
    );
  }
}
