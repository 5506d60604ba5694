import { Token } from 'cdktf';
import { error, show, userNameProblem, warning, type Issue, type Place } from '../values';
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

/** Places of the properties. */
export type EndpointPlaces = Readonly<Record<keyof GivenEndpoint, Place>>;

/** Returns the issues with a machine's address: `host/invalid-address`. */
export function addressIssues(place: Place, address: unknown): readonly Issue[] {
  if (typeof address === 'string' && (Token.isUnresolved(address) || /^[A-Za-z0-9][A-Za-z0-9.:_-]*$/.test(address))) return [];
  return [
    error('host/invalid-address', place, {
      got: show(address),
      expected: 'an IP address, a host name, or a token of another resource',
      remedy: 'Set the address that Terraform connects to.',
    }),
  ];
}

/**
 * Returns all issues with a machine that Terraform logs in to.
 *
 * Codes: `host/invalid-address`, `ssh/invalid-port`, `ssh/invalid-user`, `ssh/missing-host-keys`,
 * `ssh/no-host-key`, and the warnings `ssh/host-keys-unchecked` and `ssh/duplicate-host-key-type`.
 */
export function endpointIssues(places: EndpointPlaces, { address, port = 22, user = 'root', hostKeys }: GivenEndpoint): readonly Issue[] {
  const issues: Issue[] = [...addressIssues(places.address, address)];
  const shown = (value: unknown): string => (Token.isUnresolved(value) ? 'a token' : show(value));

  if (Token.isUnresolved(port) || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535) {
    const text = { got: shown(port), expected: 'a whole number from 1 to 65535', remedy: 'Set the port that sshd listens on.' };
    issues.push(error('ssh/invalid-port', places.port, text));
  }
  if (typeof user !== 'string' || Token.isUnresolved(user) || userNameProblem(user) !== undefined || /^[0-9]/.test(user)) {
    const text = { got: shown(user), expected: 'a login name', remedy: 'Set the user to log in as.' };
    issues.push(error('ssh/invalid-user', places.user, text));
  }
  return [...issues, ...hostKeysIssues(places.hostKeys, hostKeys, address, port)];
}

function hostKeysIssues(place: Place, hostKeys: unknown, address: unknown, port: unknown): readonly Issue[] {
  if (!(hostKeys instanceof HostKeys)) {
    return [
      error('ssh/missing-host-keys', place, {
        got: show(hostKeys),
        expected: 'HostKeys.fromKnownHosts or HostKeys.of',
        remedy:
          'Get the keys with ssh-keyscan and compare them with /etc/ssh/*.pub on the host: without them, Terraform trusts any machine that answers.',
      }),
    ];
  }
  const found = hostKeys.lookUp(Token.isUnresolved(address) ? undefined : (address as string), port as number);
  if ('problem' in found) {
    const { got, problem } = found;
    const remedy = 'Add the host’s keys, or set the host’s alias.';
    return [error('ssh/no-host-key', place, { got, expected: `a key of the host, but ${problem}`, remedy })];
  }
  if ('unchecked' in found) {
    return [
      warning('ssh/host-keys-unchecked', place, {
        got: 'HostKeys.insecurelyAcceptAny()',
        expected: 'the host’s keys',
        remedy: 'Use HostKeys.fromKnownHosts: otherwise any machine that answers at the address gets root’s commands and your secrets.',
      }),
    ];
  }
  const types = found.keys.map((key) => key.split(' ')[0]!);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice === undefined) return [];
  return [
    warning('ssh/duplicate-host-key-type', place, {
      got: `two ${twice} keys of the host`,
      expected: 'one key of each type',
      remedy: 'Remove the key that the host no longer has: Terraform accepts only one of each type.',
    }),
  ];
}
