import type { HostKeys } from './host-keys';
import type { PrivateKey } from './private-key';

/**
 * How Terraform reaches a host over SSH. Nothing else is read: no ssh_config, no known_hosts but the one that is named here.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/provisioners/connection
 */
export interface SshOptions {
  /**
   * The user to log in as: `root`, or a user with passwordless sudo.
   * @default 'root'
   */
  readonly user?: string;
  /**
   * The port of sshd.
   * @default 22
   */
  readonly port?: number;
  /** The key to log in with. */
  readonly privateKey: PrivateKey;
  /** The host keys to accept; without them anyone who answers at the address would be let in on everything. */
  readonly hostKeys: HostKeys;
  /**
   * How long to try to reach the host, in seconds. A refused key or a wrong host key uses all of it. It ends with the
   * login: what the deployment may take is the host's own business.
   * @default 30 for literal addresses, 300 where the host's or the bastion's is a token: a machine that is being made takes its time to boot
   */
  readonly timeoutSeconds?: number;
  /**
   * A directory on the host that exists and that nobody but the login user can read: Terraform uploads its script into it,
   * with secrets for a moment. Relative to the user's home, or absolute; not on a file system that is mounted noexec. Where
   * there is no such directory, scp makes a file of its name that others may read.
   * @default '.ssh'
   */
  readonly scriptDirectory?: string;
  /**
   * A machine to go through. The connection to the host itself is encrypted and checked from end to end: the bastion sees
   * neither files nor secrets.
   * @default none: the host is reached directly
   */
  readonly bastion?: BastionOptions;
}

/** A machine that leads to hosts which can't be reached directly. It needs an sshd that allows TCP forwarding, nothing else. */
export interface BastionOptions {
  /** Where the bastion is reached: an IP address or a name; may be a token of another resource. */
  readonly address: string;
  /**
   * The port of its sshd.
   * @default 22, whatever the port of the host
   */
  readonly port?: number;
  /**
   * The user to log in to the bastion as.
   * @default the user of the host
   */
  readonly user?: string;
  /**
   * The key to log in to the bastion with. Where one of the two is the agent's, both are: issue `terraform/mixed-agent`.
   * @default the key of the host
   */
  readonly privateKey?: PrivateKey;
  /**
   * The bastion's own host keys. They are checked by every version of Terraform, although those before 1.16 ignore
   * `bastion_host_key`: they hold the bastion against `host_key`, which is written so that each machine has its own keys.
   */
  readonly hostKeys: HostKeys;
}
