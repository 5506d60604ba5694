import { Fn, Lazy, TerraformResource, TerraformVariable, Testing, type TerraformStack } from 'cdktf';
import { EnvironmentFile, Host, Secret, type EnvironmentFileProps } from '../../../lib';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';
import { codesRaised, filesOf } from '../../support/units';

const text = (variables: EnvironmentFileProps['variables']) =>
  filesOf((stack, host) => new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables }))['/etc/env'];
const codes = (variables: EnvironmentFileProps['variables']) =>
  codesRaised((stack, host) => new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables }));
const token = Lazy.stringValue({ produce: () => '${var.a}' });

test('has a line for each variable, sorted by name and escaped for systemd', () => {
  expect(text({ B: 'two\nlines', A: '$1 \\ " `x` %h' })).toBe('A="\\$1 \\\\ \\" \\`x\\` %h"\nB="two\nlines"\n');
  expect(text({})).toBe('');
});

/** Returns the lines of the file in Terraform's configuration, with expressions for tokens. */
function delivered(variables: (stack: TerraformStack) => EnvironmentFileProps['variables']): string[] {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables: variables(stack) });
  const { locals } = JSON.parse(Testing.synth(stack, true)) as { locals: Record<string, string[]> };
  return locals.file_etc_env!;
}

const escaped = (expression: string) => `\${replace(${expression}, "/[\\\\\\\\\\\\x22\`$]/", "\\\\$0")}`;

test('Terraform escapes the value of a token: of a string, a number and a joined list', () => {
  const lines = delivered((stack) => {
    const redis = new TerraformResource(stack, 'redis', { terraformResourceType: 'aws_redis' });
    return {
      URL: `redis://${redis.getStringAttribute('host')}:${redis.getNumberAttribute('port')}/$x`,
      PORT: String(redis.getNumberAttribute('port')),
      NODES: Fn.join(',', redis.getListAttribute('nodes')),
    };
  });
  expect(lines).toEqual([
    `NODES="${escaped('join(",", aws_redis.redis.nodes)')}"`,
    `PORT="${escaped('aws_redis.redis.port')}"`,
    `URL="redis://${escaped('aws_redis.redis.host')}:${escaped('aws_redis.redis.port')}/\\$x"`,
    '',
  ]);
});

test('a secret is written as a reference to its Terraform variable, never as its value', () => {
  const lines = delivered((stack) => {
    const variable = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true, default: 'hush' });
    return { KEY: Secret.fromVariable(variable) };
  });
  expect(lines).toEqual([`KEY="${escaped('var.key')}"`, '']);
});

test.each<[string, Record<string, string>]>([
  ['unit/invalid-environment-name', { '1A': 'x' }],
  ['unit/invalid-environment-name', { 'A B': `x${token}` }],
  ['unit/unrepresentable-text', { A: 'a\0b' }],
  ['unit/unrepresentable-text', { A: `e\u0301${token}` }],
])('%s: %j', (code, variables) => {
  expect(codes(variables)).toEqual([code]);
});
