import { Fn, TerraformResource, TerraformStack, TerraformVariable, type App } from 'cdktf';
import { EnvironmentFile, Exec, Host, HostFile, HostRegistry, Secret, Size, SystemdService } from '../../lib';
import { imaginarySsh, testApp } from '../support/stacks';

/** A stack with a database, and one with two workers that use it. */
export interface Example {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly hosts: readonly [Host, Host];
}

/** Creates it. */
export function example(): Example {
  const app = testApp();
  const data = new TerraformStack(app, 'data');
  const redis = new TerraformResource(data, 'redis', { terraformResourceType: 'aws_instance' });

  const stack = new TerraformStack(app, 'workers');
  new HostRegistry(stack, 'registry', { resourceType: 'terraform_data' });
  const hosts = ['worker-2', 'worker-1'].map(
    (id, index) => new Host(stack, id, { address: `192.0.2.${index + 1}`, ssh: imaginarySsh }),
  ) as [Host, Host];
  for (const host of hosts) {
    const clock = new SystemdService(stack, `${host.node.id}-clock`, {
      host,
      unitName: 'clock',
      unit: { Description: 'Clock' },
      service: {
        ExecStart: Exec.command('/usr/bin/clockwork', ['--say', '"tick" $HOME']),
        User: 'deploy',
        Environment: { A: '1', B: '2' },
        MemoryMax: Size.gibibytes(2),
      },
    });
    clock.unit.service.set({ TimeoutStopSec: 'infinity' });
  }
  const [second] = hosts;
  new HostFile(stack, 'limits', {
    host: second,
    path: '/etc/systemd/system/clock.service.d/limits.conf',
    content: '[Service]\nMemoryMax=1G\n',
  });
  new HostFile(stack, 'plain', {
    host: second,
    path: '/etc/plain',
    content: '${HOME}\n100%',
    mode: '0600',
    user: 'deploy',
    group: 'deploy',
  });
  const key = Secret.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }));
  new EnvironmentFile(stack, 'settings', {
    host: second,
    path: '/etc/settings',
    variables: {
      API_KEY: key,
      LITERAL: '$1',
      NODES: Fn.join(',', redis.getListAttribute('nodes')),
      REDIS_URL: `redis://${redis.getStringAttribute('private_ip')}:${redis.getNumberAttribute('port')}/0`,
    },
  });
  return { app, stack, hosts };
}
