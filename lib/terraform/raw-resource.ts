import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/** Content of a {@link RawResource} in one rendering of the stack. */
export interface RawResourceContent {
  /** Body of the resource in Terraform's JSON, including meta-arguments. */
  readonly body: Record<string, unknown>;
  /** Resource addresses whose objects this resource takes over. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/**
 * A resource written in Terraform's JSON. cdktf's own types lack `when` and `on_failure` of provisioners, turn lists into maps
 * (`DataResource`), or run `terraform version`.
 *
 * Everything is rendered late, because a host's files are known only after the whole program has run. A subclass renders once in
 * each of cdktf's renderings, or returns undefined to leave the resource out.
 */
export abstract class RawResource extends TerraformResource {
  protected constructor(scope: Construct, id: string, terraformResourceType: string) {
    super(scope, id, { terraformResourceType });
  }

  protected abstract render(): RawResourceContent | undefined;

  /**
   * Renders the resource.
   * @internal
   */
  public override toTerraform(): Record<string, unknown> {
    const content = this.render();
    if (content === undefined) return {};
    const { body, moved } = content;
    return {
      resource: {
        [this.terraformResourceType]: {
          [this.friendlyUniqueId]: { '//': this.constructNodeMetadata as unknown, ...body, ...(this.rawOverrides as object) },
        },
      },
      ...(moved.length > 0 ? { moved } : {}),
    };
  }
}
