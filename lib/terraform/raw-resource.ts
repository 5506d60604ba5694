import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/** What a {@link RawResource} says in one rendering of the stack. */
export interface RawResourceContent {
  /** The resource's body in Terraform's JSON, meta-arguments included. */
  readonly body: Record<string, unknown>;
  /** Addresses whose objects it takes over. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/**
 * A resource written as Terraform's JSON has it. cdktf's own types lack what this library needs (`when` and `on_failure`
 * of provisioners), turn lists into maps (`DataResource`) or run `terraform version`.
 *
 * Everything is rendered late, because a host's files are known only when the program is done. A subclass renders once
 * in each of cdktf's renderings, or says that the resource is not wanted by `undefined`.
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
