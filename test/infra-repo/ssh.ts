import path from 'node:path';
import { HostKeys, PrivateKey, type SshOptions } from 'cdktf-sidekiq';

/**
 * How every host of ours is reached. The key stays in the home directory of whoever deploys, a person or CI; the hosts'
 * own keys are in this repo. They are looked up by the machine's name, because the address of a new machine is not yet
 * known when the program runs.
 */
export function sshTo(name: string): SshOptions {
  return {
    user: 'ops',
    privateKey: PrivateKey.fromFile('~/.ssh/ops'),
    hostKeys: HostKeys.fromKnownHosts(path.join(__dirname, 'known_hosts'), { alias: name }),
  };
}
