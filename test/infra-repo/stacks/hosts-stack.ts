import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { keepStateRemotely } from '../state';

/** A stack that deploys to hosts. */
export class HostsStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    keepStateRemotely(this);
    new NullProvider(this, 'null');
  }
}
