import { TerraformVariable } from 'cdktf';
import { HostKeys, PrivateKey, type SshOptions } from '../../lib';
import { connectionOf } from '../../lib/terraform/connection';
import { leavesFilesBehind, rememberedConnection, uninstallConnection } from '../../lib/terraform/remembered-connection';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

const ED = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';
const variable = new TerraformVariable(stackWithTerraformData(testApp()), 'key', { sensitive: true });
const leaving = PrivateKey.fromVariable(variable, { uninstall: 'leave' });
const bastion = { address: '198.51.100.1', hostKeys: HostKeys.of(ED) };

const remembered = (ssh: Partial<SshOptions> = {}) => rememberedConnection(connectionOf('192.0.2.1', { ...imaginarySsh, ...ssh }));

test.each<[string, PrivateKey, object]>([
  ['a file', PrivateKey.fromFile('/k/${x}'), { login: 'key', key_file: '/k/$${x}' }],
  ['the agent', PrivateKey.fromAgent(), { login: 'agent', key_file: '' }],
  ['a variable and a file', PrivateKey.fromVariable(variable, { uninstall: { keyFile: '/k' } }), { login: 'key', key_file: '/k' }],
  ['a variable and the agent', PrivateKey.fromVariable(variable, { uninstall: 'agent' }), { login: 'agent', key_file: '' }],
  ['only a variable', leaving, { login: 'leave', key_file: '' }],
])('remembers for the uninstall: %s', (_, privateKey, expected) => {
  const common = { address: '192.0.2.1', user: 'ops', port: '22', timeout: '30s', host_key: ED, bastion_address: '' };
  expect(remembered({ privateKey })).toMatchObject({ ...common, ...expected });
});

test('remembers the bastion, which uses the host’s login by default', () => {
  expect(remembered({ port: 2222, bastion })).toMatchObject({
    bastion_address: '198.51.100.1',
    bastion_user: 'ops',
    bastion_port: '22',
    bastion_host_key: ED,
    bastion_key_file: '~/.ssh/ops',
  });
  const own = { ...bastion, user: 'jump', port: 2200, privateKey: PrivateKey.fromVariable(variable, { uninstall: { keyFile: '/k' } }) };
  expect(remembered({ bastion: own })).toMatchObject({ bastion_user: 'jump', bastion_port: '2200', bastion_key_file: '/k' });
});

test('has the same keys for every host, because one block serves many', () => {
  expect(Object.keys(remembered({ bastion }))).toEqual(Object.keys(remembered({ privateKey: leaving })));
});

test('leaves everything on a host if one of the keys isn’t available for the uninstall', () => {
  const ssh = (key: PrivateKey, bastionKey?: PrivateKey): SshOptions => ({
    ...imaginarySsh,
    privateKey: key,
    bastion: { ...bastion, privateKey: bastionKey },
  });
  const file = PrivateKey.fromFile('/k');
  expect([ssh(file), ssh(file, file), ssh(leaving), ssh(leaving, file), ssh(file, leaving)].map(leavesFilesBehind)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('the uninstall refers to all remembered values and to nothing else', () => {
  const texts = Object.values(uninstallConnection()).filter((value) => typeof value === 'string');
  expect(texts.flatMap((text) => text.match(/\b(?:var|local|each|terraform_data)\./g) ?? [])).toEqual([]);
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/self\.input\.(\w+)/g)].map(([, name]) => name!)));
  expect([...used].sort()).toEqual(Object.keys(remembered()).sort());
});
