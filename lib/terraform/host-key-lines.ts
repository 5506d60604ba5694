import type { Endpoint } from './endpoint';

/**
 * Terraform writes `@cert-authority ADDRESS HOST_KEY` into its own known_hosts file, where ADDRESS is the machine it's about to
 * log in to. Everything after the first line of HOST_KEY must therefore be whole lines. For each key type, only the first key
 * that matches the address counts.
 *
 * Source: buildSSHClientConfig in internal/communicator/ssh of Terraform, checkAddr in ssh/knownhosts of golang.org/x/crypto
 */

/** Returns the `host_key` of a directly reached machine: the first key is bare, the others apply to any address at this port. */
export function hostKeyLines(keys: readonly string[], port: number): string {
  return keys.map((key, index) => (index === 0 ? key : `${port === 22 ? '*' : `[*]:${port}`} ${key}`)).join('\n');
}

/**
 * A key that no machine has. Servers don't use its type, and its 32 bytes are the SHA-256 of a text, so no one knows a private key for it.
 * The text is "cdktf-sidekiq: a key that nobody has" (words: the key must not change).
 */
export const UNKNOWN_KEY =
  'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIBo+QPzFnFc08lxjdvolRvSGV6t/jpaHT4TrtqjKLp4KAAAABHNzaDo=';

/**
 * Returns the `host_key` of a machine behind a bastion. Terraform before 1.16 checks both machines against it, so its lines name
 * the addresses: keys for any address would let the bastion impersonate the host. The first line matches both machines, so it
 * holds {@link UNKNOWN_KEY}.
 */
export function hostKeyLinesThrough(bastion: Endpoint, host: Endpoint): string {
  const lines = ({ address, port, hostKeys = [] }: Endpoint): string[] => hostKeys.map((key) => `[${address}]:${port} ${key}`);
  return [UNKNOWN_KEY, ...lines(host), ...lines(bastion)].join('\n');
}
