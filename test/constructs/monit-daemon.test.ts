import { Duration, MonitDaemon, type MonitDaemonProps } from '../../lib';
import { filesOf, codesRaised } from '../support/units';

const files = (props: Partial<MonitDaemonProps> = {}) => filesOf((stack, host) => new MonitDaemon(stack, 'daemon', { host, ...props }));

test('gives root a socket to ask Monit by, and leaves the cycle alone', () => {
  expect(files({ interval: Duration.seconds(30) })).toEqual({
    '/etc/monit/conf.d/cdktf-sidekiq-socket':
      'set httpd unixsocket "/run/monit.sock" uid "root" gid "root" permission 0600 allow "127.0.0.1"\n',
  });
});

test('takes the cycle over where it is told to, without a warning about it', () => {
  expect(files({ interval: Duration.seconds(30), takeOver: true })).toHaveProperty(
    ['/etc/monit/conf.d/cdktf-sidekiq-cycle'],
    'set daemon 30\n',
  );
  const codes = (takeOver: boolean) =>
    codesRaised((stack, host) => new MonitDaemon(stack, 'daemon', { host, interval: Duration.seconds(30), takeOver }));
  expect([codes(true), codes(false)]).toEqual([[], []]);
});

test('another socket', () => {
  expect(files({ socket: '/run/monit/other' })['/etc/monit/conf.d/cdktf-sidekiq-socket']).toContain('"/run/monit/other"');
});
