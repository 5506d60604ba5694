import type { Construct } from 'constructs';
import { uninstallProgram, uninstallScript } from '../installer';
import { RawResource, type RawResourceContent } from './raw-resource';
import { uninstallConnection } from './remembered-connection';
import { templateText } from './template-text';

/** Identical for every host and stack. */
const UNINSTALL = uninstallProgram.map(templateText);

/** A host as the lifecycle resource remembers it. */
export interface RememberedHost {
  /** Id of the host, which is its key in `for_each`. */
  readonly hostId: string;
  /** Connection details for the uninstall, and the owner whose files it removes. */
  readonly input: Readonly<Record<string, string>>;
}

/** Content of a {@link LifecycleResource} in one rendering. */
export interface LifecycleContent {
  /** Hosts of this block, or a single host for a block of its own. */
  readonly hosts: readonly RememberedHost[] | RememberedHost;
  /** False to leave the block out. */
  readonly wanted: boolean;
  /** True when destroying the resource uninstalls the host. */
  readonly uninstall: boolean;
  /** Action for an unreachable host: `fail` stops the run, `continue` forgets the host. */
  readonly onUnreachable: 'fail' | 'continue';
  /** Terraform addresses of the resources that must outlive the hosts' services. */
  readonly dependsOn: readonly string[];
  /** Meta-arguments that all resources of the registry share. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** Blocks whose objects move to this one, each for one host id. */
  readonly takesOver: readonly { readonly block: string; readonly hostId: string; readonly shared: boolean }[];
}

/**
 * Remembers how to reach hosts, and uninstalls a host when it's removed. A deployment can't do that itself: it's replaced with
 * every change, so its destroy-time provisioner would run each time.
 */
export class LifecycleResource extends RawResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly content: (element: object) => LifecycleContent,
  ) {
    super(scope, id, 'terraform_data');
  }

  protected override render(): RawResourceContent | undefined {
    const { hosts, wanted, uninstall, onUnreachable, dependsOn, meta, takesOver } = this.content(this);
    if (!wanted) return undefined;
    const objects = isMany(hosts)
      ? { for_each: Object.fromEntries(hosts.map((host) => [host.hostId, host.input])), input: '${each.value}' }
      : { input: hosts.input };
    return {
      body: {
        ...objects,
        ...(dependsOn.length > 0 ? { depends_on: dependsOn } : {}),
        ...meta,
        ...(uninstall ? { provisioner: [uninstallProvisioner(onUnreachable)] } : {}),
      },
      moved: takesOver.map(({ block, hostId, shared }) => ({
        from: address(block, shared ? hostId : undefined),
        to: address(this.friendlyUniqueId, isMany(hosts) ? hostId : undefined),
      })),
    };
  }
}

/** Returns the provisioner that uninstalls the remembered host when its lifecycle resource is destroyed. */
export function uninstallProvisioner(onUnreachable: 'fail' | 'continue'): Record<string, unknown> {
  return {
    'remote-exec': {
      when: 'destroy',
      ...(onUnreachable === 'continue' ? { on_failure: 'continue' } : {}),
      connection: uninstallConnection(),
      inline: uninstallScript({ owner: '${self.input.owner}', claim: '${self.id}' }, UNINSTALL),
    },
  };
}

function isMany(hosts: readonly RememberedHost[] | RememberedHost): hosts is readonly RememberedHost[] {
  return Array.isArray(hosts);
}

function address(block: string, key: string | undefined): string {
  return `terraform_data.${block}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
}
