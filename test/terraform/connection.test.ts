import { Lazy, TerraformVariable } from 'cdktf';
import { HostKeys, PrivateKey, type SshOptions } from '../../lib';
import { connectionOf, deploymentConnection } from '../../lib/terraform/connection';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

const TOKEN = Lazy.stringValue({ produce: () => '${aws_instance.a.public_ip}' });
const ED = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';
const RSA = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7';

const bastion = { address: '198.51.100.1', hostKeys: HostKeys.of(RSA) };

const block = (ssh: Partial<SshOptions> = {}, address = '192.0.2.1') =>
  deploymentConnection(connectionOf(address, { ...imaginarySsh, ...ssh }), 'claim');

test('waits 30 s for a literal address, 5 minutes for a new machine, or the configured time', () => {
  expect([block().timeout, block({}, TOKEN).timeout, block({ timeoutSeconds: 7 }).timeout]).toEqual(['30s', '300s', '7s']);
  expect([block({ bastion }).timeout, block({ bastion: { ...bastion, address: TOKEN } }).timeout]).toEqual(['30s', '300s']);
});

test('the first host key is bare, the others are whole lines for any address and this port', () => {
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
])('logs in by %s, and always sets agent', (_, privateKey, expected) => {
  const { agent, private_key } = block({ privateKey });
  expect(private_key === undefined ? { agent } : { agent, private_key }).toEqual(expected);
});

describe('a bastion', () => {
  const bastionOf = (ssh: Partial<SshOptions>) =>
    Object.fromEntries(Object.entries(block(ssh)).filter(([name]) => name.startsWith('bastion_')));

  test('is logged in to like the host, on its own port', () => {
    expect(bastionOf({ port: 2222, bastion })).toEqual({
      bastion_host: '198.51.100.1',
      bastion_user: 'ops',
      bastion_port: 22,
      bastion_private_key: '${file("~/.ssh/ops")}',
      bastion_host_key: RSA,
    });
    expect(bastionOf({})).toEqual({});
  });

  test('has its own user, port and key if they are set', () => {
    const own = { ...bastion, user: 'jump', port: 2200, privateKey: PrivateKey.fromFile('/k') };
    expect(bastionOf({ bastion: own })).toMatchObject({
      bastion_user: 'jump',
      bastion_port: 2200,
      bastion_private_key: '${file("/k")}',
      bastion_host_key: RSA,
    });
  });

  test('shares the agent with the host', () => {
    const ssh = { privateKey: PrivateKey.fromAgent(), bastion };
    expect(block(ssh).agent).toBe(true);
    expect(bastionOf(ssh)).not.toHaveProperty('bastion_private_key');
  });

  test('is identified by its address among the host’s keys, so it can’t impersonate the host', () => {
    expect(String(block({ bastion }).host_key).split('\n').slice(1)).toEqual([`[192.0.2.1]:22 ${ED}`, `[198.51.100.1]:22 ${RSA}`]);
    expect(block({ bastion, hostKeys: HostKeys.insecurelyAcceptAny() })).not.toHaveProperty('host_key');
  });
});
