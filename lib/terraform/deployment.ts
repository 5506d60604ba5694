import type { Construct } from 'constructs';
import { RawResource, type RawResourceContent } from './raw-resource';

/** Which resource carries deployments: the null provider's, or the one that is built into Terraform. */
export type DeploymentResourceType = 'null_resource' | 'terraform_data';

/** What a {@link ReplacedResource} says in one rendering. */
export interface ReplacedContent {
  /** The texts whose change replaces the resource. */
  readonly triggers: Readonly<Record<string, string>>;
  /** Everything else of its body. */
  readonly body: Record<string, unknown>;
}

/**
 * A resource that is made anew when one of its triggers changes: a host's deployment, and the ledger.
 *
 * As terraform_data it takes over the null_resource of the same name, so that switching deploys nothing.
 */
export class ReplacedResource extends RawResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly type: DeploymentResourceType,
    private readonly content: (element: object) => ReplacedContent | undefined,
  ) {
    super(scope, id, type);
  }

  protected override render(): RawResourceContent | undefined {
    const content = this.content(this);
    if (content === undefined) return undefined;
    const name = this.friendlyUniqueId;
    return this.type === 'null_resource'
      ? { body: { triggers: content.triggers, ...content.body }, moved: [] }
      : {
          body: { triggers_replace: content.triggers, ...content.body },
          moved: [{ from: `null_resource.${name}`, to: `terraform_data.${name}` }],
        };
  }
}
