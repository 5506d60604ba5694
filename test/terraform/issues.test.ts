import { App, Lazy, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { Host, HostKeys, HostRegistry, PrivateKey, type SshOptions } from '../../lib';
import { collectIssues } from '../../lib/testing';
import { anIssue, codesOf } from '../support/issues';
import { imaginarySsh, knownHosts, stackWithTerraformData, testApp } from '../support/stacks';

type Add = (stack: TerraformStack) => void;

function host(address: string, ssh: Partial<Record<keyof SshOptions, unknown>> = {}): Add {
  return (stack) => new Host(stack, 'worker', { address, ssh: { ...imaginarySsh, ...ssh } as SshOptions });
}

const ADDRESS = '192.0.2.1';
const keyInVariable = (options: unknown) => (stack: TerraformStack) => {
  const variable = new TerraformVariable(stack, 'key', { sensitive: true });
  host(ADDRESS, { privateKey: PrivateKey.fromVariable(variable, options as never) })(stack);
};

const throughBastion = (bastion: unknown, ssh: Partial<Record<keyof SshOptions, unknown>> = {}): Add => host(ADDRESS, { bastion, ...ssh });
const BASTION = { address: '198.51.100.1', hostKeys: imaginarySsh.hostKeys };
const TWO_OF_A_TYPE = HostKeys.of(
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXo',
);

const ROWS: readonly (readonly [severity: string, code: string, property: string, add: Add])[] = [
  ['error', 'bad-address', 'address', host('two words')],
  ['error', 'bad-address', 'address', host('-oProxyCommand=x')],
  ['error', 'bad-address', 'address', host('')],
  ['error', 'no-ssh', 'ssh', (stack) => new Host(stack, 'worker', { address: ADDRESS, ssh: undefined as never })],
  ['error', 'bad-port', 'ssh.port', host(ADDRESS, { port: 65536 })],
  ['error', 'bad-port', 'ssh.port', host(ADDRESS, { port: '22' })],
  ['error', 'bad-port', 'ssh.port', host(ADDRESS, { port: Token.asNumber({ a: 1 }) })],
  ['error', 'bad-user', 'ssh.user', host(ADDRESS, { user: 'a b' })],
  ['error', 'bad-user', 'ssh.user', host(ADDRESS, { user: Token.asString({ a: 1 }) })],
  ['error', 'bad-timeout', 'ssh.timeoutSeconds', host(ADDRESS, { timeoutSeconds: 0.5 })],
  ['error', 'bad-script-directory', 'ssh.scriptDirectory', host(ADDRESS, { scriptDirectory: '/tmp/upload' })],
  ['error', 'bad-script-directory', 'ssh.scriptDirectory', host(ADDRESS, { scriptDirectory: '$(id)' })],
  ['error', 'no-private-key', 'ssh.privateKey', host(ADDRESS, { privateKey: '-----BEGIN' })],
  ['error', 'relative-key-path', 'ssh.privateKey', host(ADDRESS, { privateKey: PrivateKey.fromFile('keys/ops') })],
  ['error', 'relative-key-path', 'ssh.privateKey', host(ADDRESS, { privateKey: PrivateKey.fromFile(undefined as never) })],
  ['error', 'relative-key-path', 'ssh.privateKey uninstall.keyFile', keyInVariable({ uninstall: { keyFile: 'keys/ops' } })],
  ['error', 'variable-key-without-uninstall', 'ssh.privateKey', keyInVariable(undefined)],
  ['error', 'variable-key-without-uninstall', 'ssh.privateKey', keyInVariable({ uninstall: null })],
  [
    'error',
    'no-key-variable',
    'ssh.privateKey',
    host(ADDRESS, { privateKey: PrivateKey.fromVariable('key' as never, { uninstall: 'leave' }) }),
  ],
  ['error', 'no-host-keys', 'ssh.hostKeys', host(ADDRESS, { hostKeys: undefined })],
  ['error', 'host-keys-not-found', 'ssh.hostKeys', host(ADDRESS, { hostKeys: HostKeys.fromKnownHosts('/nowhere/known_hosts') })],
  ['error', 'host-keys-not-found', 'ssh.hostKeys', host(ADDRESS, { hostKeys: HostKeys.fromKnownHosts(knownHosts('192.0.2.2')) })],
  ['error', 'host-keys-not-found', 'ssh.hostKeys', host(ADDRESS, { hostKeys: HostKeys.of() })],
  ['warning', 'host-keys-unchecked', 'ssh.hostKeys', host(ADDRESS, { hostKeys: HostKeys.insecurelyAcceptAny() })],
  ['warning', 'host-key-type-twice', 'ssh.hostKeys', host(ADDRESS, { hostKeys: TWO_OF_A_TYPE })],
  ['info', 'agent-forwarded', 'ssh.privateKey', host(ADDRESS, { privateKey: PrivateKey.fromAgent() })],
  ['info', 'agent-forwarded', 'ssh.privateKey uninstall', keyInVariable({ uninstall: 'agent' })],
  ['error', 'bad-bastion', 'ssh.bastion', throughBastion('198.51.100.1')],
  ['error', 'bad-bastion', 'ssh.bastion', throughBastion(null)],
  ['error', 'bad-address', 'ssh.bastion.address', throughBastion({ ...BASTION, address: 'ops@198.51.100.1' })],
  ['error', 'bad-address', 'ssh.bastion.address', throughBastion({ hostKeys: BASTION.hostKeys })],
  ['error', 'bad-port', 'ssh.bastion.port', throughBastion({ ...BASTION, port: 0 })],
  ['error', 'bad-user', 'ssh.bastion.user', throughBastion({ ...BASTION, user: '-l root' })],
  ['error', 'no-host-keys', 'ssh.bastion.hostKeys', throughBastion({ address: BASTION.address })],
  [
    'error',
    'host-keys-not-found',
    'ssh.bastion.hostKeys',
    throughBastion({ ...BASTION, hostKeys: HostKeys.fromKnownHosts(knownHosts(ADDRESS)) }),
  ],
  ['error', 'unchecked-bastion', 'ssh.bastion.hostKeys', throughBastion({ ...BASTION, hostKeys: HostKeys.insecurelyAcceptAny() })],
  [
    'warning',
    'host-keys-unchecked',
    'ssh.bastion.hostKeys',
    throughBastion({ ...BASTION, hostKeys: HostKeys.insecurelyAcceptAny() }, { hostKeys: HostKeys.insecurelyAcceptAny() }),
  ],
  ['error', 'no-private-key', 'ssh.bastion.privateKey', throughBastion({ ...BASTION, privateKey: '~/.ssh/jump' })],
  ['error', 'relative-key-path', 'ssh.bastion.privateKey', throughBastion({ ...BASTION, privateKey: PrivateKey.fromFile('jump') })],
  ['error', 'mixed-agent', 'ssh.bastion.privateKey', throughBastion({ ...BASTION, privateKey: PrivateKey.fromAgent() })],
  [
    'error',
    'mixed-agent',
    'ssh.bastion.privateKey uninstall',
    (stack) => {
      const variable = new TerraformVariable(stack, 'key', { sensitive: true });
      throughBastion({ ...BASTION, privateKey: PrivateKey.fromVariable(variable, { uninstall: 'agent' }) })(stack);
    },
  ],
  [
    'error',
    'host-twice',
    'address',
    (stack) => {
      for (const id of ['a', 'b']) new Host(stack, id, { address: ADDRESS, ssh: imaginarySsh });
    },
  ],
  ['error', 'second-registry', 'HostRegistry', (stack) => new HostRegistry(stack, 'second')],
  ['error', 'bad-registry', 'onUnreachable', (stack) => new HostRegistry(stack, 'second', { onUnreachable: 'ignore' as never })],
  [
    'error',
    'retired-host-present',
    'uninstall',
    (stack) => {
      host(ADDRESS)(stack);
      HostRegistry.of(stack).uninstall(ADDRESS);
    },
  ],
];

function issuesOf(stack: TerraformStack, add: Add) {
  add(stack);
  const issues = collectIssues(stack);
  // Rendering comes before validation in cdktf: what is wrong must not stop it.
  stack.toTerraform();
  return issues;
}

test.each(ROWS)('%s terraform/%s at %s', (severity, code, property, add) => {
  expect(issuesOf(stackWithTerraformData(testApp()), add)).toContainEqual(anIssue(severity, `terraform/${code}`, property));
});

test('error terraform/no-null-provider, by default and only where there are hosts', () => {
  const stack = new TerraformStack(testApp(), 'workers');
  HostRegistry.of(stack);
  expect(collectIssues(stack)).toEqual([]);
  expect(issuesOf(stack, host(ADDRESS))).toContainEqual(anIssue('error', 'terraform/no-null-provider', 'NullProvider'));
});

test('error terraform/hcl-output', () => {
  const app = new App({ hclOutput: true, outdir: testApp().outdir });
  expect(issuesOf(stackWithTerraformData(app), host(ADDRESS))).toContainEqual(anIssue('error', 'terraform/hcl-output', 'hclOutput'));
});

test('every code of the room is raised above', () => {
  const raised = [...ROWS.map(([, code]) => `terraform/${code}`), 'terraform/no-null-provider', 'terraform/hcl-output'];
  expect([...new Set(raised)].sort()).toEqual(codesOf('terraform'));
});

test.each(['192.0.2.1', '2001:db8::1', 'worker-1.example.com', Lazy.stringValue({ produce: () => '${aws_instance.a.public_ip}' })])(
  '%s is an address',
  (address) => {
    const keys = HostKeys.fromKnownHosts(knownHosts('worker'), { alias: 'worker' });
    expect(issuesOf(stackWithTerraformData(testApp()), host(address, { hostKeys: keys }))).toEqual([]);
  },
);

test.each<[string, Partial<SshOptions>]>([
  ['with nothing but an address and keys', { bastion: BASTION }],
  ['by the agent', { privateKey: PrivateKey.fromAgent(), bastion: { ...BASTION, privateKey: PrivateKey.fromAgent() } }],
  ['with a key of its own', { bastion: { ...BASTION, user: 'jump', port: 2222, privateKey: PrivateKey.fromFile('/k') } }],
])('a bastion %s is fine', (_, ssh) => {
  const issues = issuesOf(stackWithTerraformData(testApp()), host(ADDRESS, ssh));
  expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('what a bastion takes from the host is told of once', () => {
  const issues = issuesOf(stackWithTerraformData(testApp()), throughBastion(BASTION, { user: 'a b', privateKey: 'k' }));
  expect(issues.map(({ property }) => property)).toEqual(['ssh.user', 'ssh.privateKey']);
});

test('a synthesis stops, and the key is not shown', () => {
  const stack = stackWithTerraformData(testApp());
  host(ADDRESS, { privateKey: PrivateKey.fromVariable('-----BEGIN' as never, { uninstall: 'leave' }) })(stack);
  expect(() => Testing.synth(stack, true)).toThrow('terraform/no-key-variable');
  expect(() => Testing.synth(stack, true)).not.toThrow('-----BEGIN');
});
