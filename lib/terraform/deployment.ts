import type { Construct } from 'constructs';
import { RawResource, type RawResourceContent } from './raw-resource';

/** Resource type that carries deployments: the null provider's `null_resource`, or Terraform's built-in `terraform_data`. */
export type DeploymentResourceType = 'null_resource' | 'terraform_data';

/** Content of a {@link ReplacedResource} in one rendering. */
export interface ReplacedContent {
  /** Values that replace the resource when they change. */
  readonly triggers: Readonly<Record<string, string>>;
  /** Rest of the resource's body. */
  readonly body: Record<string, unknown>;
}

/**
 * A resource that is replaced when one of its triggers changes: a host's deployment, or the ledger.
 *
 * As `terraform_data` it takes over the `null_resource` of the same name, so switching the type redeploys nothing.
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
