import { TerraformResource, TerraformStack } from 'cdktf';
import { EnvironmentFile, Host, HostKeys, HostRegistry, type HostProps } from '../../lib';
import { imaginarySsh, knownHosts, stackWithTerraformData, synthesized } from '../support/stacks';

type Blocks = Record<string, Record<string, unknown>>;

function synthesize(build: (stack: TerraformStack) => void): { blocks: Blocks; moved: unknown; removed: unknown } {
  const json = JSON.parse(
    synthesized((app) => {
      const stack = stackWithTerraformData(app);
      build(stack);
      return stack;
    }),
  ) as { resource: { terraform_data: Blocks }; moved: unknown; removed: unknown };
  return { blocks: json.resource.terraform_data, moved: json.moved, removed: json.removed };
}

const hostKeys = HostKeys.fromKnownHosts(knownHosts('worker'), { alias: 'worker' });
const host = (stack: TerraformStack, id: string, address: string, props: Partial<HostProps> = {}) =>
  new Host(stack, id, { address, ssh: { ...imaginarySsh, hostKeys }, ...props });
const machine = (stack: TerraformStack) => new TerraformResource(stack, 'vm', { terraformResourceType: 'aws_instance' });

test('hosts with literal addresses share a block, keyed by address and port', () => {
  const { blocks } = synthesize((stack) => {
    host(stack, 'a', '192.0.2.1');
    host(stack, 'b', '192.0.2.2', { ssh: { ...imaginarySsh, hostKeys: HostKeys.insecurelyAcceptAny(), port: 2222 } });
    host(stack, 'c', '192.0.2.3', { hostId: 'db' });
  });
  expect(Object.keys(blocks.cdktf_sidekiq_hosts!.for_each as object)).toEqual(['192.0.2.1', '192.0.2.2:2222', 'db']);
});

test('a host whose address belongs to another resource has its own block, named after that resource', () => {
  const { blocks } = synthesize((stack) => void host(stack, 'a', machine(stack).getStringAttribute('public_ip')));
  expect(blocks.cdktf_sidekiq_hosts).toMatchObject({ for_each: {} });
  expect(blocks.cdktf_sidekiq_host_aws_instance_vm_public_ip).toMatchObject({ input: { address: '${aws_instance.vm.public_ip}' } });
  expect(blocks.a).toMatchObject({ triggers_replace: { claim: '${terraform_data.cdktf_sidekiq_host_aws_instance_vm_public_ip.id}' } });
});

test('a bastion whose address belongs to another resource is referred to, and prevents create_before_destroy', () => {
  const { blocks } = synthesize((stack) => {
    const bastion = { address: machine(stack).getStringAttribute('public_ip'), hostKeys };
    host(stack, 'a', '192.0.2.1', { ssh: { ...imaginarySsh, bastion } });
  });
  expect(blocks.cdktf_sidekiq_hosts).toMatchObject({ for_each: { '192.0.2.1': { bastion_address: '${aws_instance.vm.public_ip}' } } });
  expect(blocks.cdktf_sidekiq_hosts).not.toHaveProperty('lifecycle');
  expect(blocks.a).toMatchObject({
    connection: { timeout: '300s', host_key: expect.stringContaining('\n[${aws_instance.vm.public_ip}]:22 ssh-') as string },
  });
});

test('resources that the contents refer to outlive the service', () => {
  const { blocks } = synthesize((stack) => {
    const variables = { IP: machine(stack).getStringAttribute('private_ip') };
    new EnvironmentFile(stack, 'env', { host: host(stack, 'a', '192.0.2.1'), path: '/etc/env', variables });
  });
  expect(blocks.cdktf_sidekiq_hosts).toMatchObject({ depends_on: ['aws_instance.vm'] });
});

test.each<[string, (stack: TerraformStack) => string, object]>([
  [
    'literal, the block of its own it may have had',
    () => '192.0.2.1',
    { from: 'terraform_data.cdktf_sidekiq_host_db', to: 'terraform_data.cdktf_sidekiq_hosts["db"]' },
  ],
  [
    'a token, its place in the shared block',
    (stack) => machine(stack).getStringAttribute('public_ip'),
    { from: 'terraform_data.cdktf_sidekiq_hosts["db"]', to: 'terraform_data.cdktf_sidekiq_host_db' },
  ],
])('with a hostId, a host takes over its earlier block if its address is %s', (_, address, move) => {
  expect(synthesize((stack) => void host(stack, 'a', address(stack), { hostId: 'db' })).moved).toContainEqual(move);
});

test('a removed host can be uninstalled by the name of its block', () => {
  const { removed } = synthesize((stack) => HostRegistry.of(stack).uninstall('aws_instance.vm.public_ip'));
  expect(removed).toEqual([
    {
      from: 'terraform_data.cdktf_sidekiq_host_aws_instance_vm_public_ip',
      lifecycle: { destroy: true },
      provisioner: [{ 'remote-exec': expect.objectContaining({ when: 'destroy' }) as unknown }],
    },
  ]);
});

test.each([
  [undefined, undefined],
  ['fail', undefined],
  ['continue', 'continue'],
] as const)('onUnreachable %s is on_failure %s', (onUnreachable, onFailure) => {
  const json = synthesized((app) => {
    const stack = new TerraformStack(app, 'workers');
    new HostRegistry(stack, 'registry', { resourceType: 'terraform_data', onUnreachable });
    host(stack, 'a', '192.0.2.1');
    return stack;
  });
  const { resource } = JSON.parse(json) as { resource: { terraform_data: Blocks } };
  const [provisioner] = resource.terraform_data.cdktf_sidekiq_hosts!.provisioner as [{ 'remote-exec': Record<string, unknown> }];
  expect(provisioner['remote-exec'].on_failure).toBe(onFailure);
});
