import type { Endpoint } from './endpoint';

/**
 * Terraform writes `@cert-authority ADDRESS HOST_KEY` into a known_hosts file of its own, ADDRESS being that of the machine
 * it is about to log in to: what follows the first line must be whole lines. Of each type of key the first that fits the
 * address counts, the others do not.
 *
 * Source: buildSSHClientConfig in internal/communicator/ssh of Terraform, checkAddr in ssh/knownhosts of golang.org/x/crypto
 */

/** The `host_key` of a machine that is reached directly: the first key bare, the others for any address at this port. */
export function hostKeyLines(keys: readonly string[], port: number): string {
  return keys.map((key, index) => (index === 0 ? key : `${port === 22 ? '*' : `[*]:${port}`} ${key}`)).join('\n');
}

/**
 * A key that no machine has: of a type that servers don't use, and its 32 bytes are SHA-256 of "cdktf-sidekiq: a key that
 * nobody has", so that nobody knows a private key to it.
 */
export const NOBODYS_KEY =
  'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIBo+QPzFnFc08lxjdvolRvSGV6t/jpaHT4TrtqjKLp4KAAAABHNzaDo=';

/**
 * The `host_key` of a machine behind a bastion. Terraform before 1.16 holds both machines against it, so its lines name
 * them: keys for any address would let the bastion pass for the host. The first line fits both, and is nobody's.
 */
export function hostKeyLinesThrough(bastion: Endpoint, host: Endpoint): string {
  const lines = ({ address, port, hostKeys = [] }: Endpoint): string[] => hostKeys.map((key) => `[${address}]:${port} ${key}`);
  return [NOBODYS_KEY, ...lines(host), ...lines(bastion)].join('\n');
}
