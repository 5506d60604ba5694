import { run, type Outcome } from '../../test/hosts/run';
import type { Machine } from './machine';
import type { Login } from './options';

/** The user's own host, reached by ssh like Terraform will: with this key, and only if its host key is known. */
export class OwnMachine implements Machine {
  ownConnections = 0;
  // The demo doesn't read people's data.
  readonly searched = ['/etc', '/usr/local'];

  /** Checks that the host accepts the login and sudo works, without a prompt and without a change. */
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
