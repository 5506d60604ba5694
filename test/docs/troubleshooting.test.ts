import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { flat, row, rows } from '../support/troubleshooting';

const LIVE = path.join(__dirname, '../live');

test('every row is produced by a live test and has advice', () => {
  const tests = readdirSync(LIVE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const asked = tests.flatMap((name) => [...readFileSync(path.join(LIVE, name), 'utf8').matchAll(/\brow\('([a-z-]+)'\)/g)]);
  expect([...new Set(asked.map(([, id]) => id))].sort()).toEqual([...rows().keys()].sort());
});

test('every row of the guide’s tables has an id', () => {
  const guide = readFileSync(path.join(__dirname, '../../docs/guides/troubleshooting.md'), 'utf8');
  const lines = guide.split('\n').filter((line) => line.startsWith('|'));
  const heads = lines.filter((line) => /^\| (Terraform|The host) prints/.test(line) || /^\| -+ \|/.test(line));
  expect(lines.length - heads.length).toBe(rows().size);
  for (const line of lines) expect(line.split(/(?<!\\)\|/).map((cell) => cell.trim() === '')).toEqual([true, false, false, false, true]);
});

test('finds a row in Terraform’s output however its lines are wrapped, and in no other output', () => {
  const output = flat(
    '╷\n│ Error: remote-exec provisioner error\n│ \n│ timeout - last error: dial tcp\n│ 192.0.2.1:22: connect: connection refused\n╵',
  );
  expect(output).toMatch(row('refused-port'));
  expect(output).not.toMatch(row('host-down'));
  expect(() => row('no-such-row')).toThrow('no-such-row');
});

test('quotations must appear in order, and one of several alternatives is enough', () => {
  expect('Connected! x: Still creating... [11s elapsed]').toMatch(row('shell-prints-nothing'));
  expect('x: Still creating... [10s elapsed] Connected!').not.toMatch(row('shell-prints-nothing'));
  for (const reason of [
    'Failed to read ssh private key: password protected keys are not supported.',
    'ssh: this private key is passphrase protected',
  ]) {
    expect(`Failed to parse ssh private key: ${reason}`).toMatch(row('encrypted-key'));
  }
});
