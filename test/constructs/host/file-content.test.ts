import { Platform } from '../../../lib';
import { contentIssues, kindOf } from '../../../lib/constructs/host/file-content';
import { placeText } from '../../../lib/values';

const reported = (path: string, content: string, platform = Platform.DEBIAN_12): readonly string[] =>
  contentIssues(path, content, platform).map(({ severity, code, place }) => `${severity} ${code} at ${placeText(place)}`);

test('the kind of a file follows from its path', () => {
  expect(
    [
      '/etc/systemd/system/a.service',
      '/etc/systemd/user/a.timer',
      '/etc/monit/conf.d/a',
      '/etc/monitrc',
      '/etc/a.service',
      '/etc/motd',
    ].map(kindOf),
  ).toEqual(['unit', 'user-unit', 'monit', 'monit', 'plain', 'plain']);
});

test('a unit file is parsed for the host’s systemd version', () => {
  const content = '[Service]\nExecStart=/bin/true\nPrivatePIDs=yes\nKillMode=none\n';
  expect(reported('/etc/systemd/system/a.service', content)).toEqual([
    'error host/too-old at content, line 3, [Service] PrivatePIDs',
    'warning unit/deprecated-value at content, line 4, [Service] KillMode',
  ]);
  expect(reported('/etc/systemd/user/a.service', content, Platform.DEBIAN_13)).toEqual([
    'warning unit/deprecated-value at content, line 4, [Service] KillMode',
  ]);
  expect(reported('/etc/systemd/system/redis-server.service.d/limits.conf', '[Service]\nLimitNOFIL=1\n')).toEqual([
    'error unit/unknown-directive at content, line 2, [Service] LimitNOFIL',
  ]);
  expect(reported('/etc/systemd/system/README', 'Hello\n')).toEqual([]);
});

test('a control file is parsed for the host’s Monit version', () => {
  expect(reported('/etc/monit/conf.d/a', 'check file a with path /srv/a\n')).toEqual([]);
  expect(reported('/etc/monit/conf.d/a', 'check file a with path /srv/a\n  if size > 5 bananas then alert\n')).toEqual([
    'error monit/invalid-syntax at content, line 2',
  ]);
  // `set daemon` in an included file changes the cycle for all checks of the host; monitrc is where it belongs.
  expect(reported('/etc/monit/conf.d/a', 'set daemon 30\n')).toHaveLength(1);
  expect(reported('/etc/monit/monitrc', 'set daemon 30\n')).toEqual([]);
});
