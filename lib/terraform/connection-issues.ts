import { error, show, unknownProperty, type Issue, type Place } from '../values';
import { textIssues } from '../values/text-issues';
import { addressIssues, endpointIssues, type EndpointPlaces } from './endpoint-issues';
import { HostKeys } from './host-keys';
import { keyIssues } from './key-issues';
import { PrivateKey } from './private-key';
import { uninstallLogin } from './remembered-connection';
import type { BastionOptions, SshOptions } from './ssh-options';

const KNOWN: readonly (keyof SshOptions)[] = ['user', 'port', 'privateKey', 'hostKeys', 'timeoutSeconds', 'scriptDirectory', 'bastion'];
const KNOWN_OF_BASTION: readonly (keyof BastionOptions)[] = ['address', 'port', 'user', 'privateKey', 'hostKeys'];

const SSH: Place = ['ssh'];
const BASTION: Place = [...SSH, 'bastion'];

/** Places of what a host and a bastion have in common; only a host has its address beside `ssh`. */
const HOST_PLACES = { ...endpointIn(SSH), address: ['address'] };
const BASTION_PLACES = endpointIn(BASTION);

function endpointIn(owner: Place): EndpointPlaces {
  return { address: [...owner, 'address'], port: [...owner, 'port'], user: [...owner, 'user'], hostKeys: [...owner, 'hostKeys'] };
}

/** Errors that don't prevent rendering, so the host's files can still be inspected. */
const RENDERABLE: ReadonlySet<string> = new Set(['ssh/no-host-key']);

/** Checks whether `address` and `ssh` are valid enough to be rendered. */
export function isRenderable(address: string, ssh: SshOptions): boolean {
  return connectionIssues(address, ssh).every(({ severity, code }) => severity !== 'error' || RENDERABLE.has(code));
}

/**
 * Returns all issues with a host's `address` and `ssh`.
 *
 * Codes: those of {@link endpointIssues} and {@link keyIssues}, `ssh/missing-settings`, `ssh/invalid-timeout`,
 * `ssh/invalid-script-directory`, `stack/unknown-property`, `ssh/invalid-bastion`, `ssh/mixed-agent`,
 * `ssh/unchecked-bastion`.
 */
export function connectionIssues(address: string, ssh: SshOptions): readonly Issue[] {
  if (typeof ssh !== 'object' || ssh === null) {
    return [
      ...addressIssues(HOST_PLACES.address, address),
      error('ssh/missing-settings', SSH, {
        problem: ssh === undefined ? 'no SSH options are set' : `${show(ssh)} is not an object of SSH options`,
        remedy: 'Set how to log in to the host, as in { privateKey, hostKeys }.',
      }),
    ];
  }
  const { port, user, hostKeys, privateKey } = ssh;
  return [
    ...endpointIssues(HOST_PLACES, { address, port, user, hostKeys }),
    ...keyIssues(SSH, privateKey),
    ...timeoutIssues(ssh.timeoutSeconds),
    ...directoryIssues(ssh.scriptDirectory),
    ...unknownIssues(SSH, ssh, KNOWN),
    ...(ssh.bastion === undefined ? [] : bastionIssues(ssh, ssh.bastion)),
  ];
}

function unknownIssues(place: Place, given: object, known: readonly string[]): readonly Issue[] {
  return Object.entries(given)
    .filter(([name, value]) => value !== undefined && !known.includes(name))
    .map(([name]) => unknownProperty('stack/unknown-property', name, known, place));
}

function timeoutIssues(seconds: unknown): readonly Issue[] {
  if (seconds === undefined || (Number.isInteger(seconds) && Number(seconds) >= 1)) return [];
  return [
    error('ssh/invalid-timeout', [...SSH, 'timeoutSeconds'], {
      problem: `${show(seconds)} is not a whole number of seconds from 1`,
      remedy: 'Use a number like 60, or leave it out: Terraform treats an invalid timeout as 5 minutes.',
    }),
  ];
}

function directoryIssues(directory: unknown): readonly Issue[] {
  const problem = directory === undefined ? undefined : directoryProblem(directory);
  return textIssues(directory, problem, {
    code: 'ssh/invalid-script-directory',
    place: [...SSH, 'scriptDirectory'],
    remedy: 'Leave it out to use ~/.ssh, or set an existing directory that only the login user can read.',
  });
}

function directoryProblem(directory: unknown): string | undefined {
  if (typeof directory !== 'string' || directory === '') return 'is not a directory';
  if (!/^[A-Za-z0-9._/-]+$/.test(directory)) return 'contains a character other than letters, digits and . _ / -';
  if (directory.includes('..')) return 'contains ..';
  return /^\/(tmp|var\/tmp|dev\/shm)(\/|$)/.test(directory) ? 'is shared by all users of the host' : undefined;
}

function bastionIssues(ssh: SshOptions, bastion: BastionOptions): readonly Issue[] {
  if (typeof bastion !== 'object' || bastion === null) {
    return [
      error('ssh/invalid-bastion', BASTION, {
        problem: `${show(bastion)} is not an object of bastion options`,
        remedy: 'Set how to reach the bastion, as in { address, hostKeys }, or leave it out.',
      }),
    ];
  }
  const { address, port, user, privateKey, hostKeys } = bastion;
  const unchecked = uncheckedIssues(ssh.hostKeys, hostKeys);
  return [
    ...endpointIssues(BASTION_PLACES, { address, port, user, hostKeys }).filter(
      ({ code }) => unchecked.length === 0 || code !== 'ssh/host-keys-unchecked',
    ),
    ...(privateKey === undefined ? [] : keyIssues(BASTION, privateKey)),
    ...unknownIssues(BASTION, bastion, KNOWN_OF_BASTION),
    ...mixedAgentIssues(ssh.privateKey, privateKey),
    ...unchecked,
  ];
}

/** Terraform has a single `agent` setting for the host and the bastion. */
function mixedAgentIssues(key: PrivateKey, bastionKey: PrivateKey | undefined): readonly Issue[] {
  if (!(key instanceof PrivateKey) || !(bastionKey instanceof PrivateKey)) return [];
  const [forHost, forBastion] = [key, bastionKey].map((one) => ({ deploy: one.source.kind, uninstall: uninstallLogin(one) }));
  const left = forHost!.uninstall === 'leave' || forBastion!.uninstall === 'leave';
  const mixed = (forHost!.deploy === 'agent') !== (forBastion!.deploy === 'agent');
  const mixedLater = !left && (forHost!.uninstall === 'agent') !== (forBastion!.uninstall === 'agent');
  if (!mixed && !mixedLater) return [];
  const hostUsesAgent = (mixed ? forHost!.deploy : forHost!.uninstall) === 'agent';
  return [
    error('ssh/mixed-agent', [...BASTION, mixed ? 'privateKey' : 'privateKey uninstall'], {
      problem: `the ${hostUsesAgent ? 'host' : 'bastion'} uses the SSH agent, and the ${hostUsesAgent ? 'bastion' : 'host'} another key`,
      remedy: 'Use the agent for both, or key files for both: Terraform offers an agent to both machines and forwards it to the host.',
    }),
  ];
}

/** Terraform before 1.16 checks the bastion against the host's `host_key`. */
function uncheckedIssues(hostKeys: HostKeys, bastionKeys: HostKeys): readonly Issue[] {
  const isUnchecked = (keys: HostKeys): boolean => keys instanceof HostKeys && 'unchecked' in keys.lookUp(undefined, 22);
  if (!(hostKeys instanceof HostKeys) || isUnchecked(hostKeys) || !isUnchecked(bastionKeys)) return [];
  return [
    error('ssh/unchecked-bastion', [...BASTION, 'hostKeys'], {
      problem: 'HostKeys.insecurelyAcceptAny() accepts any bastion, but the keys of the host behind it are checked',
      remedy: 'Use HostKeys.fromKnownHosts for both: Terraform before 1.16 refuses a bastion without keys in front of such a host.',
    }),
  ];
}
