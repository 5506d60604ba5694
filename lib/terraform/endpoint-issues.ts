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
      problem: address === undefined ? 'no address is set' : `${show(address)} is not an address`,
      remedy: 'Set an IP address, a host name without scheme and port, or a token of another resource.',
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
    const problem = `${shown(port)} is not a port number`;
    issues.push(error('ssh/invalid-port', places.port, { problem, remedy: 'Set the port of sshd, a whole number from 1 to 65535.' }));
  }
  if (typeof user !== 'string' || Token.isUnresolved(user) || userNameProblem(user) !== undefined || /^[0-9]/.test(user)) {
    const problem = `${shown(user)} is not a login name`;
    issues.push(
      error('ssh/invalid-user', places.user, { problem, remedy: "Set the name of a user on the host, like 'root' or 'deploy'." }),
    );
  }
  return [...issues, ...hostKeysIssues(places.hostKeys, hostKeys, address, port)];
}

function hostKeysIssues(place: Place, hostKeys: unknown, address: unknown, port: unknown): readonly Issue[] {
  if (!(hostKeys instanceof HostKeys)) {
    return [
      error('ssh/missing-host-keys', place, {
        problem: hostKeys === undefined ? 'no host keys are set' : `${show(hostKeys)} is not a HostKeys`,
        remedy:
          'Use HostKeys.fromKnownHosts, and compare the keys with /etc/ssh/*.pub on the host: without keys, Terraform trusts any machine that answers.',
      }),
    ];
  }
  const found = hostKeys.lookUp(Token.isUnresolved(address) ? undefined : (address as string), port as number);
  if ('problem' in found) {
    const { problem, remedy } = found;
    return [error('ssh/no-host-key', place, { problem, remedy })];
  }
  if ('unchecked' in found) {
    return [
      warning('ssh/host-keys-unchecked', place, {
        problem: 'HostKeys.insecurelyAcceptAny() gives root’s commands and your secrets to any machine that answers at the address',
        remedy: 'Use HostKeys.fromKnownHosts or HostKeys.of.',
      }),
    ];
  }
  const types = found.keys.map((key) => key.split(' ')[0]!);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice === undefined) return [];
  return [
    warning('ssh/duplicate-host-key-type', place, {
      problem: `the host has two ${twice} keys here`,
      remedy: 'Remove the key that the host no longer has: Terraform accepts only the first of each type.',
    }),
  ];
}
