import { TerraformVariable } from 'cdktf';
import { EnvironmentFile, Host, HostFile, Secret } from '../../lib';
import { hostFiles } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

function example() {
  const app = testApp();
  const stack = stackWithTerraformData(app);
  const hosts = ['a', 'b'].map((id, index) => new Host(stack, id, { address: `192.0.2.${index + 1}`, ssh: imaginarySsh })) as [Host, Host];
  new HostFile(stack, 'plain', { host: hosts[0], path: '/etc/plain', content: '${HOME}\n100%\n' });
  const key = Secret.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }));
  new EnvironmentFile(stack, 'settings', { host: hosts[1], path: '/etc/settings', variables: { KEY: key, A: '$1' } });
  return { app, stack, hosts };
}

test('host → path → text, of a stack', () => {
  const { stack } = example();
  expect(hostFiles(stack)).toEqual({
    a: { '/etc/plain': '${HOME}\n100%\n' },
    b: { '/etc/settings': expect.stringMatching(/^A="\\\$1"\nKEY="\$\{replace\(var\.key, .*\)\}"\n$/) as string },
  });
});

test('of an app the names are those of its tree, of a host there is one', () => {
  const { app, hosts } = example();
  expect(Object.keys(hostFiles(app))).toEqual(['workers/a', 'workers/b']);
  expect(Object.keys(hostFiles(hosts[1]))).toEqual(['workers/b']);
});

test('hosts of other stacks are theirs', () => {
  const { app, stack } = example();
  new Host(stackWithTerraformData(app, 'other'), 'c', { address: '192.0.2.1', ssh: imaginarySsh });
  expect(Object.keys(hostFiles(stack))).toEqual(['a', 'b']);
  expect(Object.keys(hostFiles(app))).toEqual(['workers/a', 'workers/b', 'other/c']);
});
