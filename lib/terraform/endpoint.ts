import { Token } from 'cdktf';
import { HostKeys } from './host-keys';
import type { PrivateKey } from './private-key';
import type { BastionOptions } from './ssh-options';

/** A machine to log in to: the host, or a bastion before it. */
export interface Endpoint {
  /** Where it is reached; may be a token. */
  readonly address: string;
  /** The port of its sshd. */
  readonly port: number;
  /** The user to log in as. */
  readonly user: string;
  /** The key to log in with. */
  readonly privateKey: PrivateKey;
  /** Its host keys, absent where the user asked for no check. */
  readonly hostKeys: readonly string[] | undefined;
}

/** A machine as users write it, its keys looked up. */
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
