import { Platform } from '../../../lib';
import { contentIssues, kindOf } from '../../../lib/constructs/host/file-content';
import { placeText } from '../../../lib/values';

const told = (path: string, content: string, platform = Platform.DEBIAN_12): readonly string[] =>
  contentIssues(path, content, platform).map(({ severity, code, place }) => `${severity} ${code} at ${placeText(place)}`);

test('the kind of a file is where it lies', () => {
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

test('a unit is read as the host’s systemd will read it', () => {
  const content = '[Service]\nExecStart=/bin/true\nPrivatePIDs=yes\nKillMode=none\n';
  expect(told('/etc/systemd/system/a.service', content)).toEqual([
    'error host/too-old at content, line 3, [Service] PrivatePIDs',
    'warning unit/deprecated-value at content, line 4, [Service] KillMode',
  ]);
  expect(told('/etc/systemd/user/a.service', content, Platform.DEBIAN_13)).toEqual([
    'warning unit/deprecated-value at content, line 4, [Service] KillMode',
  ]);
  expect(told('/etc/systemd/system/redis-server.service.d/limits.conf', '[Service]\nLimitNOFIL=1\n')).toEqual([
    'error unit/unknown-directive at content, line 2, [Service] LimitNOFIL',
  ]);
  expect(told('/etc/systemd/system/README', 'Hello\n')).toEqual([]);
});

test('a control file is read as the host’s Monit will read it', () => {
  expect(told('/etc/monit/conf.d/a', 'check file a with path /srv/a\n')).toEqual([]);
  expect(told('/etc/monit/conf.d/a', 'check file a with path /srv/a\n  if size > 5 bananas then alert\n')).toEqual([
    'error monit/invalid-syntax at content, line 2',
  ]);
  // A file that others include retimes their checks; the main one does not.
  expect(told('/etc/monit/conf.d/a', 'set daemon 30\n')).toHaveLength(1);
  expect(told('/etc/monit/monitrc', 'set daemon 30\n')).toEqual([]);
});
