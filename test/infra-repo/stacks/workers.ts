import type { Construct } from 'constructs';
import { Host, Size } from 'cdktf-sidekiq';
import { SidekiqPools } from '../constructs/sidekiq-pools';
import { WORKERS } from '../machines';
import { sshTo } from '../ssh';
import { HostsStack } from './hosts-stack';

const POOLS = {
  'sidekiq-default': { queues: ['critical,4', 'default,2', 'low,1'], concurrency: 5, memoryLimit: Size.mebibytes(800) },
  'sidekiq-mailers': { queues: ['mailers'], concurrency: 2, memoryLimit: Size.mebibytes(400) },
};

/** The hosts that work: twelve machines, all alike. */
export class WorkersStack extends HostsStack {
  public constructor(scope: Construct, id: string, { redisHost }: { readonly redisHost: string }) {
    super(scope, id);
    for (const [name, address] of Object.entries(WORKERS)) {
      const host = new Host(this, name, { address, ssh: sshTo(name) });
      // In the scope of its host: ids, and so the names of units and files, are the same on all of them.
      new SidekiqPools(host, 'pools', { host, pools: POOLS, environment: { REDIS_URL: `redis://${redisHost}:6379/0` } });
    }
  }
}
