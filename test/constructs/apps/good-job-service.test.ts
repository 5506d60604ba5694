import { Duration, GoodJobService, type GoodJobServiceProps } from '../../../lib';
import { directive, filesOf } from '../../support/units';

// Checks only the text, because the test hosts have no package of the gem.
function unit(props: Partial<GoodJobServiceProps> = {}): string {
  const files = filesOf((stack, host) => new GoodJobService(stack, 'jobs', { host, workingDirectory: '/srv/app', user: 'app', ...props }));
  return files['/etc/systemd/system/jobs.service']!;
}

test('the unit file', () => {
  expect(unit()).toMatchInlineSnapshot(`
   "[Unit]
   Description=GoodJob (jobs)
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=notify
   ExecStart=/usr/bin/bundle exec good_job start --shutdown-timeout 25
   Restart=always
   RestartSec=5s
   TimeoutStartSec=90s
   TimeoutStopSec=45s
   WatchdogSec=30s
   User=app
   WorkingDirectory=/srv/app
   UMask=0027
   Environment=MALLOC_ARENA_MAX=2
   Environment=RAILS_ENV=production
   SyslogIdentifier=jobs

   [Install]
   WantedBy=multi-user.target
   "
  `);
});

test('systemd waits longer than GoodJob’s own shutdown timeout', () => {
  const text = unit({ shutdownTimeout: Duration.minutes(5), queues: 'mailers:2;default' });
  expect(directive(text, 'ExecStart')).toEqual(['/usr/bin/bundle exec good_job start --shutdown-timeout 300 --queues "mailers:2;default"']);
  expect(directive(text, 'TimeoutStopSec')).toEqual(['320s']);
});
