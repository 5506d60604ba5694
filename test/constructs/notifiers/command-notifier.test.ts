import { CommandNotifier, Secret } from '../../../lib';
import { bundleOf } from '../../support/bundles';

test('stores one argument per line, and doubles $ so that systemd expands no variable', () => {
  const { files, requires } = bundleOf((stack, host) => {
    const argv = ['/usr/local/bin/page', 'a $HOME', '', '$$', '%n'];
    new CommandNotifier(stack, 'page', { host, argv, user: 'deploy', secret: Secret.fromHostFile('/etc/secret') });
  });
  expect(files.map(({ path }) => path.replace(/.*\//, ''))).toEqual(['notify', 'settings']);
  expect(files.at(-1)!.lines.slice(4)).toEqual([
    'credential=secret:/etc/secret',
    'user=deploy',
    'argument=/usr/local/bin/page',
    'argument=a $$HOME',
    'argument=',
    'argument=$$$$',
    'argument=%n',
    '',
  ]);
  expect(requires).toMatchObject({ programs: ['systemd-run'], users: ['deploy'], files: ['/etc/secret'] });
});
