import { Lazy, TerraformVariable } from 'cdktf';
import { HostKeys, PrivateKey, type SshOptions } from '../../lib';
import { connectionOf, deploymentConnection, rememberedConnection, uninstallConnection } from '../../lib/terraform/connection';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

const TOKEN = Lazy.stringValue({ produce: () => '${aws_instance.a.public_ip}' });
const ED = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';
const RSA = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7';

const block = (ssh: Partial<SshOptions> = {}, address = '192.0.2.1') =>
  deploymentConnection(address, connectionOf(address, { ...imaginarySsh, ...ssh }), 'claim');

test('waits 30 s for a literal address, 5 minutes for a machine that is being made, or as told', () => {
  expect([block().timeout, block({}, TOKEN).timeout, block({ timeoutSeconds: 7 }).timeout]).toEqual(['30s', '300s', '7s']);
});

test('the first host key stands alone, the others as whole lines for any address and this port', () => {
  const hostKeys = HostKeys.of(ED, RSA);
  expect(block({ hostKeys }).host_key).toBe(`${ED}\n* ${RSA}`);
  expect(block({ hostKeys, port: 2222 }).host_key).toBe(`${ED}\n[*]:2222 ${RSA}`);
  expect(block({ hostKeys: HostKeys.insecurelyAcceptAny() })).not.toHaveProperty('host_key');
});

const variable = new TerraformVariable(stackWithTerraformData(testApp()), 'key', { sensitive: true });

test.each<[string, PrivateKey, object]>([
  ['a file', PrivateKey.fromFile('~/k"${x}'), { agent: false, private_key: '${file("~/k\\"$${x}")}' }],
  ['the agent', PrivateKey.fromAgent(), { agent: true }],
  [
    'a variable',
    PrivateKey.fromVariable(variable, { uninstall: 'leave' }),
    { agent: false, private_key: expect.stringContaining('TfToken') },
  ],
])('logs in by %s, and never lets the agent be taken for granted', (_, privateKey, expected) => {
  const { agent, private_key } = block({ privateKey });
  expect(private_key === undefined ? { agent } : { agent, private_key }).toEqual(expected);
});

test.each<[string, PrivateKey, object]>([
  ['a file', PrivateKey.fromFile('/k/${x}'), { login: 'key', key_file: '/k/$${x}' }],
  ['the agent', PrivateKey.fromAgent(), { login: 'agent', key_file: '' }],
  ['a variable and a file', PrivateKey.fromVariable(variable, { uninstall: { keyFile: '/k' } }), { login: 'key', key_file: '/k' }],
  ['a variable and the agent', PrivateKey.fromVariable(variable, { uninstall: 'agent' }), { login: 'agent', key_file: '' }],
  ['a variable alone', PrivateKey.fromVariable(variable, { uninstall: 'leave' }), { login: 'leave', key_file: '' }],
])('remembers for the uninstall: %s', (_, privateKey, expected) => {
  const remembered = rememberedConnection('192.0.2.1', connectionOf('192.0.2.1', { ...imaginarySsh, privateKey }));
  expect(remembered).toMatchObject({ address: '192.0.2.1', user: 'ops', port: '22', timeout: '30s', host_key: ED, ...expected });
});

test('the uninstall refers to nothing but what was remembered', () => {
  const texts = Object.values(uninstallConnection()).filter((value) => typeof value === 'string');
  expect(texts.flatMap((text) => text.match(/\b(?:var|local|each|terraform_data)\./g) ?? [])).toEqual([]);
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/self\.input\.(\w+)/g)].map(([, name]) => name)));
  const remembered = rememberedConnection('192.0.2.1', connectionOf('192.0.2.1', imaginarySsh));
  expect([...used].sort()).toEqual(
    Object.keys(remembered)
      .filter((name) => used.has(name))
      .sort(),
  );
});
