import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Machine } from '../constructs/machine';
import { MADE } from '../machines';
import { keepStateRemotely } from '../state';

/** The Redis that has the queues. */
export class RedisStack extends TerraformStack {
  /** Its address, for other stacks: cdktf hands it over by way of the remote state. */
  public readonly host: string;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    keepStateRemotely(this);
    this.host = new Machine(this, 'machine', MADE.redis).address;
  }
}
