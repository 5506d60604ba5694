import { Token } from 'cdktf';
import { show, userNameProblem, type Issue } from '../values';
import { HostKeys } from './host-keys';

/** Properties that a host and a bastion have in common, as the user wrote them. */
export interface GivenEndpoint {
  /** Address to connect to. */
  readonly address: unknown;
  /** Port of sshd. */
  readonly port: unknown;
  /** User to log in as. */
  readonly user: unknown;
  /** Host keys to accept. */
  readonly hostKeys: unknown;
}

/** Names of the properties in messages. */
export type EndpointNames = Readonly<Record<keyof GivenEndpoint, string>>;

/** Returns the issues with a machine's address: `terraform/bad-address`. */
export function addressIssues(property: string, address: unknown): readonly Issue[] {
  if (typeof address === 'string' && (Token.isUnresolved(address) || /^[A-Za-z0-9][A-Za-z0-9.:_-]*$/.test(address))) return [];
  return [
    {
      code: 'terraform/bad-address',
      severity: 'error',
      property,
      got: show(address),
      expected: 'an IP address, a host name, or a token of another resource',
      remedy: 'Write where it is reached.',
    },
  ];
}

/**
 * Returns all issues with a machine that Terraform logs in to.
 *
 * Codes: `terraform/bad-address`, `terraform/bad-port`, `terraform/bad-user`, `terraform/no-host-keys`,
 * `terraform/host-keys-not-found`, and the warnings `terraform/host-keys-unchecked` and `terraform/host-key-type-twice`.
 */
export function endpointIssues(names: EndpointNames, { address, port = 22, user = 'root', hostKeys }: GivenEndpoint): readonly Issue[] {
  const issues: Issue[] = [...addressIssues(names.address, address)];
  const raise = (code: string, name: keyof GivenEndpoint, got: string, expected: string, remedy: string, severity: Issue['severity']) =>
    issues.push({ code: `terraform/${code}`, severity, property: names[name], got, expected, remedy });
  const shown = (value: unknown): string => (Token.isUnresolved(value) ? 'a token' : show(value));

  if (Token.isUnresolved(port) || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535) {
    raise('bad-port', 'port', shown(port), 'a whole number from 1 to 65535', 'Write the port of sshd.', 'error');
  }
  if (typeof user !== 'string' || Token.isUnresolved(user) || userNameProblem(user) !== undefined || /^[0-9]/.test(user)) {
    raise('bad-user', 'user', shown(user), 'a login name', 'Write the user to log in as.', 'error');
  }
  if (!(hostKeys instanceof HostKeys)) {
    const remedy = 'Without them Terraform trusts whoever answers; ssh-keyscan and a look at the host’s own /etc/ssh/*.pub give them.';
    raise('no-host-keys', 'hostKeys', show(hostKeys), 'HostKeys.fromKnownHosts or HostKeys.of', remedy, 'error');
    return issues;
  }
  const found = hostKeys.lookUp(Token.isUnresolved(address) ? undefined : (address as string), port as number);
  if ('problem' in found) {
    const remedy = 'Add the host’s keys, or name its alias.';
    raise('host-keys-not-found', 'hostKeys', found.got, `a key of the host: ${found.problem}`, remedy, 'error');
  }
  if ('unchecked' in found) {
    const remedy = 'Whoever answers at the address gets root’s commands and your secrets: use HostKeys.fromKnownHosts.';
    raise('host-keys-unchecked', 'hostKeys', 'HostKeys.insecurelyAcceptAny()', 'the host’s keys', remedy, 'warning');
  }
  if ('keys' in found) {
    const types = found.keys.map((key) => key.split(' ')[0]!);
    const twice = types.find((type, index) => types.indexOf(type) !== index);
    if (twice !== undefined) {
      const remedy = 'Terraform accepts only one of each type: remove the key that the host no longer has.';
      raise('host-key-type-twice', 'hostKeys', `two ${twice} keys of the host`, 'one key of each type', remedy, 'warning');
    }
  }
  return issues;
}
