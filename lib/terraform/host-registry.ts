import { show, type Issue } from '../values/issue';
import { error } from '../values/make-issue';
import { App, TerraformProvider, TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { ReplacedResource, type DeploymentResourceType } from './deployment';
import { Locals } from './file-locals';
import { LifecycleResource } from './lifecycle';
import { PerRender } from './per-render';
import {
  deploymentOf,
  hostIdOf,
  staysInstalled,
  isLiteral,
  ledgerOf,
  lifecycleBlock,
  makePlan,
  names,
  contentDependencies,
  ownBlock,
  planLocals,
  rememberedHost,
  type PlannedHost,
  type RegisteredHost,
} from './plan';
import { RawResource, type RawResourceContent } from './raw-resource';
import { reportIssues } from './report';
import { RetiredHost } from './retired-host';

/** Properties of a {@link HostRegistry}. */
export interface HostRegistryProps {
  /**
   * Resource type that carries deployments. `terraform_data` needs no provider, but Terraform 1.9 or later. Switching to it
   * redeploys nothing. Terraform refuses to move the resources back, so switching back redeploys everything once.
   * @default 'null_resource'
   */
  readonly resourceType?: DeploymentResourceType;
  /**
   * Action to take when a host that is being removed can't be reached for the uninstall. `fail` keeps it in the state, so the
   * next run tries again. `continue` silently forgets it, and everything installed stays on the host.
   * @default 'fail'
   */
  readonly onUnreachable?: 'fail' | 'continue';
}

const registries = new WeakMap<TerraformStack, HostRegistry>();

/**
 * Stack-wide resources that the hosts share: the contents of files, the ledger that shows their changes in a plan, the stack's
 * identity on the hosts, and the uninstall of removed hosts.
 *
 * The first `Host` of a stack creates a registry. Create it yourself before any host to set its properties, and keep it when you
 * remove the last host, so that this host is still uninstalled.
 *
 * Errors: `stack/duplicate-registry`, `stack/no-null-provider`, `stack/hcl-output`, `stack/duplicate-host`,
 * `stack/invalid-registry`.
 *
 * @example
 * ```ts
 * const registry = new HostRegistry(this, 'hosts', { resourceType: 'terraform_data' });
 * // In the change that removes this host from the program:
 * registry.uninstall('aws_instance.worker.public_ip');
 * ```
 */
export class HostRegistry extends Construct {
  /** Returns the registry of the stack that contains a construct, creating one if there is none. */
  public static of(construct: IConstruct): HostRegistry {
    const stack = TerraformStack.of(construct);
    return registries.get(stack) ?? new HostRegistry(stack, 'cdktf-sidekiq');
  }

  /**
   * Returns every registered host below a construct, for code that inspects what the hosts get.
   * @internal
   */
  public static hostsBelow(scope: IConstruct): readonly RegisteredHost[] {
    const stacks = scope.node.root.node.findAll().filter((node) => TerraformStack.isStack(node));
    const hosts = stacks.flatMap((stack) => [...(registries.get(stack)?.deployments.keys() ?? [])]);
    return hosts.filter((host) => host.construct.node.scopes.includes(scope));
  }

  /** Resource type that carries deployments. */
  public readonly resourceType: DeploymentResourceType;
  private readonly onUnreachable: 'fail' | 'continue';
  private readonly stack: TerraformStack;
  private readonly deployments = new Map<RegisteredHost, ReplacedResource>();
  private readonly plan = new PerRender(() => makePlan(this.stack, [...this.deployments.keys()]));

  public constructor(scope: Construct, id: string, props: HostRegistryProps = {}) {
    super(scope, id);
    this.stack = TerraformStack.of(this);
    this.resourceType = props.resourceType === 'terraform_data' ? 'terraform_data' : 'null_resource';
    this.onUnreachable = props.onUnreachable === 'continue' ? 'continue' : 'fail';
    reportIssues(this, () => [
      ...notOneOf('resourceType', props.resourceType, ['null_resource', 'terraform_data']),
      ...notOneOf('onUnreachable', props.onUnreachable, ['fail', 'continue']),
    ]);
    const first = registries.get(this.stack);
    if (first !== undefined) {
      reportIssues(this, () => [secondRegistry(first)]);
      return;
    }
    registries.set(this.stack, this);
    reportIssues(this, () => this.issues());
    new Owner(this, 'owner', (element) => lifecycleBlock(this.plan.get(element))).overrideLogicalId(names.owner);
    new Locals(this, 'locals', (element) => planLocals(this.plan.get(element)));
    this.makeSharedBlock('hosts', true).overrideLogicalId(names.hosts);
    this.makeSharedBlock('kept-hosts', false).overrideLogicalId(names.keptHosts);
    this.makeLedger().overrideLogicalId(names.ledger);
  }

  /**
   * Uninstalls a host whose address was a token and that is no longer in the program. Such a host has its own block, which is
   * removed with it, and Terraform doesn't run the provisioner of a missing block. Call this in the change that removes the
   * `Host`; once that change is deployed, you can remove the call. Hosts with literal addresses don't need it, nor does `cdktf
   * destroy`. Needs Terraform 1.9.
   *
   * Errors: `stack/retired-host-present`
   *
   * @param hostId id of the removed host: its `hostId`, or what its address referred to, such as `aws_instance.worker.public_ip`
   */
  public uninstall(hostId: string): void {
    new RetiredHost(this, `retired-${hostId}`, ownBlock(hostId), this.onUnreachable);
    reportIssues(this, () => (this.hostIds().has(hostId) ? [retiredHostPresent(hostId)] : []));
  }

  private hostIds(): ReadonlySet<string> {
    return new Set([...this.deployments.keys()].map((host) => hostIdOf(this.stack, host)));
  }

  /**
   * Adds a host, and creates its deployment below the host's construct, with the same name as the host.
   * @internal
   */
  public register(host: RegisteredHost): void {
    const deployment = new ReplacedResource(host.construct, 'Default', this.resourceType, (element) => {
      const plan = this.plan.get(element);
      return deploymentOf(plan, plan.hosts.get(host)!);
    });
    this.deployments.set(host, deployment);
    // In a shared block, a machine that can't be created would block all the other hosts.
    if (!isLiteral(host)) this.makeOwnBlock(host).overrideLogicalId(ownBlock(hostIdOf(this.stack, host)));
  }

  /**
   * Hosts with literal addresses share a block, so that removing one runs its uninstall: a block that disappears never runs its
   * provisioner.
   */
  private makeSharedBlock(id: string, uninstall: boolean): LifecycleResource {
    const select = ({ hosts }: { hosts: ReadonlyMap<RegisteredHost, PlannedHost> }): PlannedHost[] =>
      [...hosts.values()].filter(({ host, literal }) => literal && staysInstalled(host) !== uninstall);
    return new LifecycleResource(this, id, (element) => {
      const plan = this.plan.get(element);
      const hosts = select(plan);
      return {
        hosts: hosts.map(rememberedHost),
        // An empty block still uninstalls the last host to be removed. The block of kept hosts runs nothing.
        wanted: uninstall || hosts.length > 0,
        uninstall,
        onUnreachable: this.onUnreachable,
        dependsOn: contentDependencies(hosts),
        meta: lifecycleBlock(plan),
        takesOver: hosts.flatMap((planned) => [
          ...(uninstall ? [] : [{ block: names.hosts, hostId: planned.id, shared: true }]),
          ...(planned.host.hostId === undefined ? [] : [{ block: ownBlock(planned.id), hostId: planned.id, shared: false }]),
        ]),
      };
    });
  }

  private makeOwnBlock(host: RegisteredHost): LifecycleResource {
    return new LifecycleResource(host.construct, 'Lifecycle', (element) => {
      const plan = this.plan.get(element);
      const planned = plan.hosts.get(host)!;
      return {
        hosts: rememberedHost(planned),
        wanted: true,
        uninstall: !staysInstalled(host),
        onUnreachable: this.onUnreachable,
        dependsOn: contentDependencies([planned]),
        meta: lifecycleBlock(plan),
        // A host with an explicit `hostId` may have had a literal address before.
        takesOver: host.hostId === undefined ? [] : [{ block: names.hosts, hostId: planned.id, shared: true }],
      };
    });
  }

  private makeLedger(): ReplacedResource {
    return new ReplacedResource(this, 'ledger', this.resourceType, (element) => {
      const addresses = [...this.deployments.values()].map((deployment) => `${this.resourceType}.${deployment.friendlyUniqueId}`);
      return addresses.length > 0 ? ledgerOf(this.plan.get(element), addresses) : undefined;
    });
  }

  private issues(): readonly Issue[] {
    const issues: Issue[] = [];
    if (this.resourceType === 'null_resource' && this.deployments.size > 0 && !hasNullProvider(this.stack)) {
      issues.push(
        error('stack/no-null-provider', ['NullProvider'], {
          problem: 'the stack has no null provider, which deployments need',
          remedy: `Add new NullProvider(this, 'null') from @cdktf/provider-null/lib/provider, or create a HostRegistry with resourceType 'terraform_data' before the first Host.`,
        }),
      );
    }
    if (App.of(this).hclOutput) {
      issues.push(
        error('stack/hcl-output', ['hclOutput'], {
          problem: 'true makes cdktf write HCL, without the connections of the hosts',
          remedy: 'Set hclOutput to false.',
        }),
      );
    }
    const byId = new Map<string, string>();
    for (const host of this.deployments.keys()) {
      const id = hostIdOf(this.stack, host);
      const first = byId.get(id);
      if (first === undefined) {
        byId.set(id, host.construct.node.path);
        continue;
      }
      issues.push(
        error('stack/duplicate-host', ['address'], {
          problem: `${first} and ${host.construct.node.path} are both the host ${id}`,
          remedy: 'Pass one Host to both services, or set hostId if the address leads to two machines.',
        }),
      );
    }
    return issues;
  }
}

class Owner extends RawResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly meta: (element: object) => Record<string, unknown>,
  ) {
    super(scope, id, 'terraform_data');
  }

  protected override render(): RawResourceContent {
    return { body: this.meta(this), moved: [] };
  }
}

function hasNullProvider(stack: TerraformStack): boolean {
  return stack.node.findAll().some((node) => TerraformProvider.isTerraformProvider(node) && node.terraformResourceType === 'null');
}

/** TypeScript rejects other values, so only a JavaScript program can pass them. */
function notOneOf(name: string, value: string | undefined, words: readonly string[]): readonly Issue[] {
  if (value === undefined || words.includes(value)) return [];
  return [
    error('stack/invalid-registry', [name], {
      problem: `${show(value)} is not supported`,
      remedy: `Use ${words.map((word) => `'${word}'`).join(' or ')}, or leave ${name} out.`,
    }),
  ];
}

function retiredHostPresent(hostId: string): Issue {
  return error('stack/retired-host-present', ['uninstall'], {
    problem: `${show(hostId)} is still in the stack`,
    remedy: 'Remove its Host, or this call.',
  });
}

function secondRegistry(first: HostRegistry): Issue {
  return error('stack/duplicate-registry', ['HostRegistry'], {
    problem: `the stack already has the registry ${first.node.path}`,
    remedy: 'Remove this one, or create it before the first Host, which otherwise creates its own.',
  });
}
