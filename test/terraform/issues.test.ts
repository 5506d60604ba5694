import { Lazy, TerraformStack, Testing } from 'cdktf';
import { Host, HostKeys, HostRegistry, PrivateKey, type SshOptions } from '../../lib';
import { collectIssues } from '../../lib/testing';
import { imaginarySsh, knownHosts, stackWithTerraformData, testApp } from '../support/stacks';

// test/errors tests the messages about mistakes.

type Add = (stack: TerraformStack) => void;

function host(address: string, ssh: Partial<Record<keyof SshOptions, unknown>> = {}): Add {
  return (stack) => new Host(stack, 'worker', { address, ssh: { ...imaginarySsh, ...ssh } as SshOptions });
}

const ADDRESS = '192.0.2.1';
function issuesOf(stack: TerraformStack, add: Add) {
  add(stack);
  const issues = collectIssues(stack);
  // cdktf renders before it validates, so an invalid value must not stop the rendering.
  stack.toTerraform();
  return issues;
}

test('requires a null provider only if there are hosts', () => {
  const stack = new TerraformStack(testApp(), 'workers');
  HostRegistry.of(stack);
  expect(collectIssues(stack)).toEqual([]);
  expect(issuesOf(stack, host(ADDRESS)).map(({ code }) => code)).toEqual(['stack/no-null-provider']);
});

test.each(['192.0.2.1', '2001:db8::1', 'worker-1.example.com', Lazy.stringValue({ produce: () => '${aws_instance.a.public_ip}' })])(
  '%s is an address',
  (address) => {
    const keys = HostKeys.fromKnownHosts(knownHosts('worker'), { alias: 'worker' });
    expect(issuesOf(stackWithTerraformData(testApp()), host(address, { hostKeys: keys }))).toEqual([]);
  },
);

const BASTION = { address: '198.51.100.1', hostKeys: imaginarySsh.hostKeys };

test.each<[string, Partial<SshOptions>]>([
  ['with only an address and keys', { bastion: BASTION }],
  ['by the agent', { privateKey: PrivateKey.fromAgent(), bastion: { ...BASTION, privateKey: PrivateKey.fromAgent() } }],
  ['with a key of its own', { bastion: { ...BASTION, user: 'jump', port: 2222, privateKey: PrivateKey.fromFile('/k') } }],
])('a bastion %s is fine', (_, ssh) => {
  const issues = issuesOf(stackWithTerraformData(testApp()), host(ADDRESS, ssh));
  expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('reports a value that a bastion takes from the host only once', () => {
  const issues = issuesOf(stackWithTerraformData(testApp()), host(ADDRESS, { bastion: BASTION, user: 'a b', privateKey: 'k' }));
  expect(issues.map(({ property }) => property)).toEqual(['ssh.user', 'ssh.privateKey']);
});

test('a synthesis stops, and the key is not shown', () => {
  const stack = stackWithTerraformData(testApp());
  host(ADDRESS, { privateKey: PrivateKey.fromVariable('-----BEGIN' as never, { uninstall: 'leave' }) })(stack);
  expect(() => Testing.synth(stack, true)).toThrow('ssh/invalid-key-variable');
  expect(() => Testing.synth(stack, true)).not.toThrow('-----BEGIN');
});
