import { HostFile } from '../../../lib';
import { bundleOf } from '../../support/bundles';

test('has the given owner and permissions, or their defaults', () => {
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

test.each([
  ['/etc/monit/monitrc', 'monit'],
  ['/etc/monit/conf.d/mine', 'monit'],
  ['/etc/monit/conf-enabled/mine', 'monit'],
  ['/etc/monit/templates/mine', 'plain'],
  ['/etc/monit/monitrc.d/mine', 'plain'],
  ['/etc/systemd/system/mine.timer', 'unit'],
  ['/etc/systemd/system/mine@.service', 'unit'],
  ['/etc/systemd/system/mine.conf', 'plain'],
  ['/etc/systemd/system/mine.service.d/mine.conf', 'plain'],
  ['/srv/etc/monit/conf.d/mine', 'plain'],
])('the host treats %s as %s', (path, kind) => {
  expect(bundleOf((stack, host) => new HostFile(stack, 'a', { host, path, content: '' })).files).toEqual([
    expect.objectContaining({ path, kind }),
  ]);
});
