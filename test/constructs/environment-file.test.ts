import { Lazy, TerraformResource, TerraformVariable } from 'cdktf';
import { EnvironmentFile, Secret, type EnvironmentFileProps } from '../../lib';
import { codesRaised, filesOf } from '../support/units';

const text = (variables: EnvironmentFileProps['variables']) =>
  filesOf((stack, host) => new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables }))['/etc/env'];
const codes = (variables: EnvironmentFileProps['variables']) =>
  codesRaised((stack, host) => new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables }));
const token = Lazy.stringValue({ produce: () => '${var.a}' });

test('a line for each variable, by name, escaped for systemd', () => {
  expect(text({ B: 'two\nlines', A: '$1 \\ " `x` %h' })).toBe('A="\\$1 \\\\ \\" \\`x\\` %h"\nB="two\nlines"\n');
  expect(text({})).toBe('');
});

test('what a token stands for is escaped by Terraform', () => {
  const files = filesOf((stack, host) => {
    const redis = new TerraformResource(stack, 'redis', { terraformResourceType: 'aws_redis' });
    const variables = { URL: `redis://${redis.getStringAttribute('host')}/$x` };
    new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables });
  });
  expect(files['/etc/env']).toBe('URL="redis://${replace(aws_redis.redis.host, "/[\\\\\\\\\\\\x22`$]/", "\\\\$0")}/\\$x"\n');
});

test('a secret is a variable of Terraform, never its value', () => {
  const files = filesOf((stack, host) => {
    const variable = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true, default: 'hush' });
    new EnvironmentFile(stack, 'env', { host, path: '/etc/env', variables: { KEY: Secret.fromVariable(variable) } });
  });
  expect(files['/etc/env']).toMatch(/^KEY="\$\{replace\(var\.key, .*\)\}"\n$/);
});

test.each<[string, Record<string, string>]>([
  ['systemd/bad-environment-name', { '1A': 'x' }],
  ['systemd/bad-environment-name', { 'A B': `x${token}` }],
  ['systemd/unspeakable-text', { A: 'a\0b' }],
  ['systemd/unspeakable-text', { A: `e\u0301${token}` }],
])('%s: %j', (code, variables) => {
  expect(codes(variables)).toEqual([code]);
});
