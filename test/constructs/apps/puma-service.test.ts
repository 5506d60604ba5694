import { PumaService, Ruby, type PumaServiceProps } from '../../../lib';
import { directive, filesOf } from '../../support/units';

// Checks only the text, because the test hosts have no package of Puma.
function unit(props: Partial<PumaServiceProps> = {}): string {
  const files = filesOf((stack, host) => new PumaService(stack, 'web', { host, workingDirectory: '/srv/app', user: 'app', ...props }));
  return files['/etc/systemd/system/web.service']!;
}

test('the unit file', () => {
  expect(unit({ configFile: 'config/puma.rb' })).toMatchInlineSnapshot(`
   "[Unit]
   Description=Puma (web)
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=notify
   ExecStart=/usr/bin/bundle exec puma -e production -C config/puma.rb
   ExecReload=/bin/kill -USR1 \${MAINPID}
   Restart=always
   RestartSec=5s
   TimeoutStartSec=90s
   WatchdogSec=30s
   KillMode=mixed
   User=app
   WorkingDirectory=/srv/app
   UMask=0027
   Environment=MALLOC_ARENA_MAX=2
   SyslogIdentifier=web

   [Install]
   WantedBy=multi-user.target
   "
  `);
});

test('runs without a bundle if Ruby.program is given', () => {
  const text = unit({ ruby: Ruby.program('/usr/bin/puma') });
  expect(directive(text, 'ExecStart')).toEqual(['/usr/bin/puma -e production']);
  expect(directive(text, 'ConditionPathExists')).toEqual([]);
});
