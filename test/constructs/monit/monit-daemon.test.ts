import { TerraformVariable } from 'cdktf';
import { alert, Duration, MonitDaemon, MonitSystemCheck, Secret, Size, when, type MonitDaemonProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { filesOf, codesRaised } from '../../support/units';

const files = (props: Partial<MonitDaemonProps> = {}) => filesOf((stack, host) => new MonitDaemon(stack, 'daemon', { host, ...props }));

test('adds a socket for root, and doesn’t set the cycle', () => {
  expect(files({ interval: Duration.seconds(30) })).toEqual({
    '/etc/monit/conf.d/cdktf-sidekiq-socket':
      'set httpd unixsocket "/run/monit.sock" uid "root" gid "root" permission 0600 allow "127.0.0.1"\n',
  });
});

test('sets the cycle with takeOver, without a warning', () => {
  expect(files({ interval: Duration.seconds(30), takeOver: true })).toHaveProperty(
    ['/etc/monit/conf.d/cdktf-sidekiq-cycle'],
    'set daemon 30\n',
  );
  const codes = (takeOver: boolean) =>
    codesRaised((stack, host) => new MonitDaemon(stack, 'daemon', { host, interval: Duration.seconds(30), takeOver }));
  expect([codes(true), codes(false)]).toEqual([[], []]);
});

test('the socket’s path can be set', () => {
  expect(files({ socket: '/run/monit/other' })['/etc/monit/conf.d/cdktf-sidekiq-socket']).toContain('"/run/monit/other"');
});

const settings = (props: Partial<MonitDaemonProps>) => files(props)['/etc/monit/conf.d/cdktf-sidekiq-settings'];

test('writes mail, alert, limit and event queue settings only if they are given', () => {
  expect(settings({})).toBeUndefined();
  expect(
    settings({
      mail: {
        servers: [{ host: 'mail.example.com', port: 587, ssl: true }, { host: 'backup.example.com' }],
        timeout: Duration.seconds(60),
        format: { from: { address: 'monit@example.com' }, subject: '$HOST: $EVENT' },
      },
      alerts: ['ops@example.com', { mail: 'boss@example.com', events: { only: ['nonexist'] } }],
      limits: { programOutput: Size.kibibytes(4) },
      eventQueue: { directory: '/var/lib/monit/events', slots: 50 },
    }),
  ).toMatchInlineSnapshot(`
   "set limits { programOutput: 4 KB }

   set eventqueue basedir "/var/lib/monit/events" slots 50

   set mailserver "mail.example.com" port 587 using ssl, "backup.example.com" with timeout 60 seconds

   set mail-format { from: monit@example.com
   subject: $HOST: $EVENT
   }

   set alert ops@example.com

   set alert boss@example.com only on { nonexist }
   "
  `);
});

test('a password is written as a token', () => {
  const text = filesOf((stack, host) => {
    const password = Secret.fromVariable(new TerraformVariable(stack, 'mail_password', { type: 'string', sensitive: true }));
    new MonitDaemon(stack, 'daemon', { host, mail: { servers: [{ host: 'mail', username: 'monit', password, ssl: true }] } });
  })['/etc/monit/conf.d/cdktf-sidekiq-settings'];
  expect(text).toMatch(/^set mailserver "mail" username "monit" password "\$\{var\.mail_password\}" using ssl/);
});

test('the start delay is part of the cycle’s statement', () => {
  expect(files({ interval: Duration.seconds(30), startDelay: Duration.seconds(90), takeOver: true })).toHaveProperty(
    ['/etc/monit/conf.d/cdktf-sidekiq-cycle'],
    'set daemon 30 with start delay 90\n',
  );
});

test('includeDirectory applies to all checks of the host, including those created earlier', () => {
  const made = filesOf((stack, host) => {
    new MonitSystemCheck(stack, 'load', { host, rules: [when.loadAverage(5).above(8).do(alert())] });
    new MonitDaemon(stack, 'daemon', { host, includeDirectory: '/etc/monit.d' });
  });
  expect(Object.keys(made)).toEqual(['/etc/monit.d/cdktf-sidekiq-socket', '/etc/monit.d/load']);
});

test('nativeUnit replaces the init script with a unit that always restarts Monit', () => {
  const { services, files: inBundle } = bundleOf((stack, host) => new MonitDaemon(stack, 'daemon', { host, nativeUnit: true }));
  expect(services.map(({ unit }) => unit)).toEqual(['monit.service']);
  const unit = inBundle.find(({ kind }) => kind === 'unit')!;
  expect(unit.adopt).toBe(true);
  expect(unit.lines.join('\n')).toMatchInlineSnapshot(`
   "[Unit]
   Description=Monit, which watches services
   Documentation=man:monit(1)
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s

   [Service]
   Type=simple
   ExecStart=/usr/bin/monit -I
   ExecReload=/usr/bin/monit reload
   Restart=always
   RestartSec=5s
   TimeoutStopSec=90s
   KillMode=process
   User=root

   [Install]
   WantedBy=multi-user.target
   "
  `);
  expect(codesRaised((stack, host) => new MonitDaemon(stack, 'daemon', { host, nativeUnit: true }))).toEqual([]);
});
