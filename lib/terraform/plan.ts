import { Token, type TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { BootCheck, Bundle, BundleFile, BundleService } from '../bundle';
import { deploymentScript, documentHashes, documentLines, installerScript, installerVersion } from '../installer';
import { connectionOf, deploymentConnection, type Connection } from './connection';
import {
  deliveredExpressions,
  fileLocals,
  fingerprintExpression,
  identifier,
  localsOf,
  shownTextExpression,
  type FileLocal,
  type LocalValue,
} from './file-locals';
import type { RememberedHost } from './lifecycle';
import { resourceReferences } from './references';
import { leavesFilesBehind, rememberedConnection } from './remembered-connection';
import { resolve } from './resolve';
import type { SshOptions } from './ssh-options';
import { hasToken, templateText } from './template-text';

/** Names of the stack-wide resources and locals. */
export const names = {
  owner: 'cdktf_sidekiq_owner',
  hosts: 'cdktf_sidekiq_hosts',
  keptHosts: 'cdktf_sidekiq_kept_hosts',
  ledger: 'cdktf_sidekiq_ledger',
  installer: 'cdktf_sidekiq_installer',
  installerText: 'cdktf_sidekiq_installer_text',
} as const;

/** Identical for every host and stack. */
const INSTALLER = installerScript.map(templateText);

const OWNER_ID = `terraform_data.${names.owner}.id`;

/** A host as its construct registers it. */
export interface RegisteredHost {
  /** Construct that represents the host. */
  readonly construct: Construct;
  /** Address to connect to; may be a token. */
  readonly address: string;
  /** SSH options of the host. */
  readonly ssh: SshOptions;
  /** Id of the host, if it shouldn't be derived from its address or what the address refers to. */
  readonly hostId?: string;
  /** Id of the machine; a change reinstalls everything. May be a token. */
  readonly instanceId?: string;
  /** Returns the bundle that the host should have now. */
  readonly bundle: () => Bundle;
}

/** A host within one rendering of the stack. */
export interface PlannedHost {
  /** The host as registered. */
  readonly host: RegisteredHost;
  /** Id of the host. */
  readonly id: string;
  /** True when its address is known at synth. */
  readonly literal: boolean;
  /** Connection details of the host. */
  readonly connection: Connection;
  /** Bundle that the host gets. */
  readonly bundle: Bundle;
  /** Resources that the file contents refer to. */
  readonly contentReferences: readonly string[];
}

/** Everything that one rendering of the stack needs. */
export interface Plan {
  /** Name of the stack, which hosts show to people. */
  readonly stackName: string;
  /** Hosts, in the order of registration. */
  readonly hosts: ReadonlyMap<RegisteredHost, PlannedHost>;
  /** Locals that hold each file. */
  readonly locals: ReadonlyMap<BundleFile, FileLocal>;
  /** True only when the hosts refer to no other resource: Terraform forces create_before_destroy on everything referred to. */
  readonly createBeforeDestroy: boolean;
}

/** Checks whether the host's address is known at synth. */
export function isLiteral(host: RegisteredHost): boolean {
  return !Token.isUnresolved(host.address);
}

/** Checks whether removing the host leaves everything installed on it. */
export function staysInstalled(host: RegisteredHost): boolean {
  return leavesFilesBehind(host.ssh);
}

/**
 * Returns the id of a host: its address, or what its address refers to. Renaming the construct doesn't change the id; another
 * address is another machine.
 */
export function hostIdOf(stack: TerraformStack, host: RegisteredHost): string {
  if (host.hostId !== undefined) return host.hostId;
  const port = host.ssh?.port ?? 22;
  const place = isLiteral(host) ? host.address : expressionOf(resolve<unknown>(stack, host.address));
  return port === 22 ? place : `${place}:${port}`;
}

function expressionOf(resolved: unknown): string {
  return typeof resolved === 'string' ? resolved.replace(/^\$\{(.*)\}$/s, '$1') : JSON.stringify(resolved);
}

/** Returns the name of the block of a host that has its own block. */
export function ownBlock(hostId: string): string {
  return `cdktf_sidekiq_host_${identifier(hostId)}`;
}

/** Creates the plan for one rendering of the stack. */
export function makePlan(stack: TerraformStack, hosts: readonly RegisteredHost[]): Plan {
  const planned = new Map<RegisteredHost, PlannedHost>();
  let refersToOthers = false;
  for (const host of hosts) {
    const bundle = host.bundle();
    const connection = connectionOf(host.address, host.ssh);
    const own = resolve(stack, [host.address, connection.bastion?.address ?? '', templateText(host.instanceId ?? '')]);
    // Read as Terraform reads it, so that text that only looks like a reference doesn't count.
    const filledIn = bundle.files.flatMap((file) => file.lines.filter(hasToken).map(templateText));
    const contentReferences = resourceReferences(resolve(stack, filledIn));
    refersToOthers ||= [...contentReferences, ...resourceReferences(own)].some((reference) => !isRemoteState(reference));
    planned.set(host, { host, id: hostIdOf(stack, host), literal: isLiteral(host), connection, bundle, contentReferences });
  }
  // Sorted by name: a file that several hosts have is named after the first of them, whatever the order of construction.
  const files = [...planned.values()]
    .map(({ host, bundle }) => ({ host: host.construct.node.path.slice(stack.node.path.length + 1), bundle }))
    .sort((a, b) => (a.host < b.host ? -1 : 1))
    .flatMap(({ host, bundle }) => bundle.files.map((file) => ({ host, file })));
  return {
    stackName: stack.node.id,
    hosts: planned,
    locals: fileLocals(files, (lines) => resolve(stack, lines)),
    createBeforeDestroy: !refersToOthers,
  };
}

/** Checks for cdktf's reference to another stack. It reads a backend, whose configuration can't refer to anything. */
function isRemoteState(reference: string): boolean {
  return reference.startsWith('data.terraform_remote_state.cross-stack-reference-input-');
}

/** Returns the locals of the plan: the installer, and each distinct file. */
export function planLocals(plan: Plan): Record<string, LocalValue> {
  if (plan.hosts.size === 0) return {};
  const files = [...new Set(plan.locals.values())].flatMap((local) => Object.entries(localsOf(local)));
  const installer = { [names.installer]: INSTALLER, [names.installerText]: `\${join("\\n", local.${names.installer})}` };
  return { ...installer, ...Object.fromEntries(files) };
}

/** Returns the data that the lifecycle resource remembers of a host. */
export function rememberedHost({ id, connection }: PlannedHost): RememberedHost {
  return { hostId: id, input: { ...rememberedConnection(connection), owner: `\${${OWNER_ID}}` } };
}

/**
 * Returns the expression for the id of the host's lifecycle resource. It's the claim, and referring to it makes the uninstall
 * wait for the deployment.
 */
function claimExpression({ host, id, literal }: PlannedHost): string {
  if (!literal) return `terraform_data.${ownBlock(id)}.id`;
  return `terraform_data.${staysInstalled(host) ? names.keptHosts : names.hosts}[${JSON.stringify(id)}].id`;
}

/** Returns the meta-arguments of all resources in the plan. */
export function lifecycleBlock(plan: Plan): Record<string, unknown> {
  return plan.createBeforeDestroy ? { lifecycle: { create_before_destroy: true } } : {};
}

/** Returns the triggers and body of a host's deployment. */
export function deploymentOf(plan: Plan, planned: PlannedHost): { triggers: Record<string, string>; body: Record<string, unknown> } {
  const { host, bundle, connection } = planned;
  const claim = claimExpression(planned);
  const triggers: Record<string, string> = {
    address: host.address,
    claim: `\${${claim}}`,
    installer: installerVersion,
    ...(host.instanceId === undefined ? {} : { instance: templateText(host.instanceId) }),
  };
  for (const file of bundle.files) {
    const fingerprint = fingerprintExpression(plan.locals.get(file)!, OWNER_ID);
    triggers[templateText(file.path)] = `${file.mode} ${file.user}:${file.group} \${${fingerprint}}`;
  }
  for (const service of bundle.services) triggers[service.unit] = templateText(describeService(service));
  if (bundle.checks.length > 0) triggers['monit checks'] = templateText(bundle.checks.join(', '));
  triggers['requires'] = templateText(describeRequirements(bundle));
  return {
    triggers,
    body: {
      connection: deploymentConnection(connection, claim),
      provisioner: [{ 'remote-exec': { inline: scriptOf(plan, planned, claim) } }],
      ...lifecycleBlock(plan),
    },
  };
}

function scriptOf(plan: Plan, { bundle }: PlannedHost, claim: string): string[] {
  const ids = { owner: OWNER_ID, claim, stack: plan.stackName, workspace: 'base64encode(terraform.workspace)' };
  const delivered = (file: BundleFile) => deliveredExpressions(plan.locals.get(file)!);
  const { fixedSha256, filledIn } = documentHashes(bundle, ids, delivered);
  const filled = { ...ids, owner: `\${${ids.owner}}`, claim: `\${${ids.claim}}`, workspace: `\${${ids.workspace}}` };
  const lines = documentLines(bundle, filled, (file) => {
    const { sha256, base64 } = delivered(file);
    return { sha256: `\${${sha256}}`, base64: `\${${base64}}` };
  });
  const filledSha256 = `\${sha256(join(" ", [${filledIn.join(', ')}, "\\n"]))}`;
  return deploymentScript({ lines, fixedSha256, filledSha256 }, [`\${local.${names.installerText}}`]);
}

function describeService(service: BundleService): string {
  return [
    ...(service.enabled === undefined ? [] : [service.enabled ? 'enabled' : 'disabled']),
    `stop ${service.stopSeconds} s`,
    `start ${service.startSeconds} s`,
    `stable ${service.stabilitySeconds} s`,
    `when stopped ${service.whenStopped}`,
    ...((service.drainSeconds ?? 0) === 0 ? [] : [`drain ${service.drainSeconds} s`]),
    ...(service.bootCheck === undefined ? [] : [describeBootCheck(service.bootCheck)]),
    ...(service.rolling === true ? ['one after the other'] : []),
    ...(service.startWhen === undefined ? [] : [`start when ${service.startWhen}`]),
    ...(service.restartOn.length === 0 ? [] : [`restart on ${service.restartOn.join(' ')}`]),
  ].join(', ');
}

/** The command of a Sidekiq boot check follows from the unit file, so it isn't repeated. */
function describeBootCheck({ until, execStart }: BootCheck): string {
  return until === 'ready' ? 'boot check' : `boot check ${execStart.replace('ExecStart=', '')}`;
}

function describeRequirements({ requires }: Bundle): string {
  return [
    `systemd ${requires.systemd ?? 'any'}`,
    `monit ${requires.monit ?? 'any'}`,
    ...(requires.monitIntervalSeconds === undefined ? [] : [`cycle ${requires.monitIntervalSeconds} s`]),
    ...requires.users.map((user) => `user ${user}`),
    ...requires.groups.map((group) => `group ${group}`),
    ...requires.programs.map((program) => `program ${program}`),
    ...requires.files.map((path) => `file ${path}`),
  ].join(', ');
}

/** Returns the triggers and body of the ledger, which has each file's text once so that the plan shows it as a diff. */
export function ledgerOf(plan: Plan, deployments: readonly string[]): { triggers: Record<string, string>; body: Record<string, unknown> } {
  const locals = [...new Set(plan.locals.values())];
  return {
    triggers: Object.fromEntries(locals.map((local) => [templateText(local.label), `\${${shownTextExpression(local)}}`])),
    body: { depends_on: [...deployments].sort(), ...lifecycleBlock(plan) },
  };
}

/** Returns the resources that the hosts' services need while they run, so that a destroy stops the services first. */
export function contentDependencies(hosts: readonly PlannedHost[]): readonly string[] {
  return [...new Set(hosts.flatMap((host) => host.contentReferences))].sort();
}
