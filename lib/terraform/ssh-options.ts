import type { HostKeys } from './host-keys';
import type { PrivateKey } from './private-key';

/**
 * SSH options of a host. Terraform uses nothing else: no ssh_config, and no known_hosts file except the one named here.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/provisioners/connection
 */
export interface SshOptions {
  /**
   * User to log in as: `root`, or a user with passwordless sudo.
   * @default 'root'
   */
  readonly user?: string;
  /**
   * Port of sshd.
   * @default 22
   */
  readonly port?: number;
  /** Key to log in with. */
  readonly privateKey: PrivateKey;
  /** Host keys to accept. Without them, any machine that answers at the address would get your files, secrets and commands. */
  readonly hostKeys: HostKeys;
  /**
   * Time limit for connecting to the host, in seconds. A refused key or a wrong host key uses all of it. It covers the connection
   * and login only, not the deployment that runs on the host.
   * @default 30 for literal addresses, 300 if the host's or the bastion's address is a token, because a new machine takes time to
   * boot
   */
  readonly timeoutSeconds?: number;
  /**
   * Existing directory on the host that only the login user can read. Terraform uploads its script to it, which briefly contains
   * secrets. Relative to the user's home, or absolute; not on a file system that is mounted noexec. If the directory doesn't
   * exist, scp creates a file of that name that others may be able to read.
   * @default '.ssh'
   */
  readonly scriptDirectory?: string;
  /**
   * Bastion to connect through. The connection to the host itself is encrypted and checked end to end, so the bastion sees
   * neither files nor secrets.
   * @default none, the host is reached directly
   */
  readonly bastion?: BastionOptions;
}

/** A machine that leads to hosts that can't be reached directly. It needs only an sshd that allows TCP forwarding. */
export interface BastionOptions {
  /** IP address or host name of the bastion; may be a token of another resource. */
  readonly address: string;
  /**
   * Port of the bastion's sshd.
   * @default 22, whatever the port of the host
   */
  readonly port?: number;
  /**
   * User to log in to the bastion as.
   * @default the user of the host
   */
  readonly user?: string;
  /**
   * Key to log in to the bastion with. The SSH agent must be used for both machines or for neither; otherwise this raises
   * `ssh/mixed-agent`.
   * @default the key of the host
   */
  readonly privateKey?: PrivateKey;
  /**
   * Host keys of the bastion. Every version of Terraform checks them. Versions before 1.16 ignore `bastion_host_key` and check
   * the bastion against `host_key`, which is therefore written so that each machine has its own keys.
   */
  readonly hostKeys: HostKeys;
}
