import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/**
 * Stands in for a machine of your cloud, so that this repo runs without one. In yours it is an `Instance` of
 * @cdktf/provider-aws, for example, and `address` its `privateIp`.
 */
export class Machine extends Construct {
  /** Where it is reached: a token, because only Terraform will know. */
  public readonly address: string;

  public constructor(scope: Construct, id: string, address: string) {
    super(scope, id);
    const resource = new TerraformResource(this, 'Resource', { terraformResourceType: 'terraform_data' });
    resource.addOverride('input', address);
    this.address = resource.getStringAttribute('output');
  }
}
