import path from 'node:path';
import { HostKeys, PrivateKey, type SshOptions } from 'cdktf-sidekiq';

/**
 * SSH options for every host. The private key stays in the home directory of the user that deploys, a person or CI; the
 * hosts' public keys are in this repo. They are looked up by machine name, because the address of a new machine isn't
 * known when the program runs.
 */
export function sshTo(name: string): SshOptions {
  return {
    user: 'ops',
    privateKey: PrivateKey.fromFile('~/.ssh/ops'),
    hostKeys: HostKeys.fromKnownHosts(path.join(__dirname, 'known_hosts'), { alias: name }),
  };
}
