import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { uninstallProvisioner } from './lifecycle';

/**
 * Uninstalls a host that had its own block and is no longer in the program. This is Terraform's `removed` block, the only way to
 * run the provisioner of a resource that no longer exists.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources (Terraform 1.9 or later)
 */
export class RetiredHost extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly block: string,
    private readonly onUnreachable: 'fail' | 'continue',
  ) {
    super(scope, id);
  }

  /**
   * Renders the block.
   * @internal
   */
  public override toTerraform(): Record<string, unknown> {
    return {
      removed: [
        { from: `terraform_data.${this.block}`, lifecycle: { destroy: true }, provisioner: [uninstallProvisioner(this.onUnreachable)] },
      ],
    };
  }
}
