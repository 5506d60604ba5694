import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { HostKeys } from '../../lib';

const ED = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';
const RSA = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7';

function fileWith(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'known-hosts-')), 'known_hosts');
  writeFileSync(file, text);
  return file;
}

test.each([
  ['a name among several', `a,worker,b ${ED}\n`, 'worker', 22, [ED]],
  ['all keys of a host, each once, sorted', `worker ${RSA} root@worker\nworker ${ED}\nworker ${ED}\n`, 'worker', 22, [ED, RSA]],
  ['names without regard to case', `Worker ${ED}\r\n`, 'wOrker', 22, [ED]],
  ['a port of its own', `worker ${RSA}\n[worker]:2222 ${ED}\n`, 'worker', 2222, [ED]],
])('finds %s', (_, text, address, port, keys) => {
  expect(HostKeys.fromKnownHosts(fileWith(text)).lookUp(address, port)).toEqual({ keys });
});

test('an alias replaces an address that is known only at apply time', () => {
  const file = fileWith(`worker ${ED}\n`);
  expect(HostKeys.fromKnownHosts(file, { alias: 'worker' }).lookUp(undefined, 22)).toEqual({ keys: [ED] });
  expect(HostKeys.fromKnownHosts(file).lookUp(undefined, 22)).toEqual({
    problem: expect.stringContaining(JSON.stringify(file)) as string,
    remedy: expect.stringContaining('alias') as string,
  });
});

test.each([
  ['comments', `# worker ${ED}\n`],
  ['revoked keys and authorities', `@revoked worker ${ED}\n@cert-authority worker ${ED}\n`],
  ['lines without a valid key', 'worker ssh-ed25519 not!base64\nworker\n'],
  ['other hosts', `worker-2 ${ED}\n`],
])('finds no key in %s', (_, text) => {
  expect(HostKeys.fromKnownHosts(fileWith(text)).lookUp('worker', 22)).toHaveProperty('problem');
});

test('finds names that ssh-keygen has hashed', () => {
  const file = fileWith(`worker ${ED}\n[worker]:2222 ${RSA}\n`);
  execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' });
  expect(HostKeys.fromKnownHosts(file).lookUp('worker', 22)).toEqual({ keys: [ED] });
  expect(HostKeys.fromKnownHosts(file).lookUp('worker', 2222)).toEqual({ keys: [RSA] });
  expect(HostKeys.fromKnownHosts(file).lookUp('other', 22)).toHaveProperty('problem');
});

test('~/ is the home directory', () => {
  const found = HostKeys.fromKnownHosts(`~/${path.relative(homedir(), fileWith(`worker ${ED}\n`))}`).lookUp('worker', 22);
  expect(found).toEqual({ keys: [ED] });
});

test('keys given directly lose their comments', () => {
  expect(HostKeys.of(`${ED} root@worker\n`, RSA).lookUp('any', 22)).toEqual({ keys: [ED, RSA] });
  expect(HostKeys.of(ED, 'nonsense').lookUp('any', 22)).toEqual({
    problem: '"nonsense" is not a public key',
    remedy: expect.stringContaining('ssh_host_*_key.pub') as string,
  });
});
