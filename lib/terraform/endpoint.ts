import { Token } from 'cdktf';
import { HostKeys } from './host-keys';
import type { PrivateKey } from './private-key';
import type { BastionOptions } from './ssh-options';

/** A machine to log in to: the host, or the bastion in front of it. */
export interface Endpoint {
  /** Address to connect to; may be a token. */
  readonly address: string;
  /** Port of sshd. */
  readonly port: number;
  /** User to log in as. */
  readonly user: string;
  /** Key to log in with. */
  readonly privateKey: PrivateKey;
  /** Host keys to accept; undefined when the user turned off the check, or when none were found. */
  readonly hostKeys: readonly string[] | undefined;
}

/** Resolves an endpoint from the user's options, and looks up its host keys. */
export function endpointOf({
  address,
  port = 22,
  user = 'root',
  privateKey,
  hostKeys,
}: BastionOptions & { readonly privateKey: PrivateKey }): Endpoint {
  const found = hostKeys instanceof HostKeys ? hostKeys.lookUp(Token.isUnresolved(address) ? undefined : address, port) : undefined;
  return { address, port, user, privateKey, hostKeys: found !== undefined && 'keys' in found ? found.keys : undefined };
}
