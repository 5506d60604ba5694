import type { Construct } from 'constructs';
import { Host, Size } from 'cdktf-sidekiq';
import { Machine } from '../constructs/machine';
import { SidekiqPools } from '../constructs/sidekiq-pools';
import { MADE } from '../machines';
import { sshTo } from '../ssh';
import { HostsStack } from './hosts-stack';

const POOLS = { 'sidekiq-cron': { queues: ['cron'], concurrency: 2, memoryLimit: Size.mebibytes(400) } };

/** The hosts that run what the clock starts, on machines that this stack makes, with a Redis of their own for locks. */
export class SchedulersStack extends HostsStack {
  public constructor(scope: Construct, id: string, { redisHost }: { readonly redisHost: string }) {
    super(scope, id);
    const locks = new Machine(this, 'locks', MADE.locks);
    const environment = { REDIS_URL: `redis://${redisHost}:6379/0`, LOCKS_REDIS_URL: `redis://${locks.address}:6379/1` };

    for (const name of ['scheduler-1', 'scheduler-2'] as const) {
      const machine = new Machine(this, `machine-${name}`, MADE[name]);
      const host = new Host(this, name, { address: machine.address, ssh: sshTo(name) });
      new SidekiqPools(host, 'pools', { host, pools: POOLS, environment });
    }
  }
}
