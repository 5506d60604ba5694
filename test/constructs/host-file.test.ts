import { HostFile } from '../../lib';
import { bundleOf } from '../support/bundles';

test('a file as it was given, with defaults for what was not', () => {
  const { files, requires } = bundleOf((stack, host) => {
    new HostFile(stack, 'a', { host, path: '/etc/a', content: 'no line break at the end' });
    new HostFile(stack, 'b', { host, path: '/etc/b', content: 'x\n', mode: '640', user: 'app', group: '1000' });
  });
  expect(files).toEqual([
    {
      path: '/etc/a',
      lines: ['no line break at the end'],
      mode: '0644',
      user: 'root',
      group: 'root',
      claimedBy: 'workers/a',
      kind: 'plain',
    },
    { path: '/etc/b', lines: ['x', ''], mode: '0640', user: 'app', group: '1000', claimedBy: 'workers/b', kind: 'plain' },
  ]);
  expect(requires).toMatchObject({ users: ['app', 'root'], groups: ['root'] });
});
