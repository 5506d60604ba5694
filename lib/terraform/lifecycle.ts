import type { Construct } from 'constructs';
import { uninstallProgram, uninstallScript } from '../installer';
import { RawResource, type RawResourceContent } from './raw-resource';
import { uninstallConnection } from './remembered-connection';
import { templateText } from './template-text';

/** The same for every host and stack. */
const UNINSTALL = uninstallProgram.map(templateText);

/** A host as the lifecycle resource remembers it. */
export interface RememberedHost {
  /** Who the host is: the key of `for_each`. */
  readonly hostId: string;
  /** How to reach it on the day it is removed, and whose files to remove. */
  readonly input: Readonly<Record<string, string>>;
}

/** What a {@link LifecycleResource} says in one rendering. */
export interface LifecycleContent {
  /** The hosts of this block, or a single one for a block of its own. */
  readonly hosts: readonly RememberedHost[] | RememberedHost;
  /** False leaves the block out. */
  readonly wanted: boolean;
  /** Whether destroying it uninstalls. */
  readonly uninstall: boolean;
  /** Whether an unreachable host stops the run, or is forgotten. */
  readonly onUnreachable: 'fail' | 'continue';
  /** Addresses of what has to outlive the hosts' services. */
  readonly dependsOn: readonly string[];
  /** Meta-arguments that all resources of the registry share. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** Names of blocks whose objects this one takes over, by the host's id. */
  readonly takesOver: readonly { readonly block: string; readonly hostId: string; readonly shared: boolean }[];
}

/**
 * Remembers how to reach hosts, and uninstalls when one of them goes. A deployment can't do that itself: it is replaced
 * with every change, and its destroy-time provisioner would run each time.
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

/** Runs the uninstall on the host that a lifecycle resource remembers, when the resource is destroyed. */
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
