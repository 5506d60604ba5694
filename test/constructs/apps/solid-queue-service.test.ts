import { Duration, Exec, SolidQueueService, type SolidQueueServiceProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { directive, filesOf } from '../../support/units';

const PROPS = { workingDirectory: '/srv/app', user: 'app' };

// Checks only the text, because the test hosts have no package of the gem.
function unit(props: Partial<SolidQueueServiceProps> = {}): string {
  const files = filesOf((stack, host) => new SolidQueueService(stack, 'jobs', { host, ...PROPS, ...props }));
  return files['/etc/systemd/system/jobs.service']!;
}

test('the unit file', () => {
  expect(unit()).toMatchInlineSnapshot(`
   "[Unit]
   Description=Solid Queue (jobs)
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=exec
   ExecStart=/usr/bin/bundle exec bin/jobs start
   Restart=always
   RestartSec=5s
   TimeoutStartSec=90s
   TimeoutStopSec=25s
   KillMode=mixed
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

test('sets the configuration file, and a TimeoutStopSec above the application’s shutdown timeout', () => {
  const text = unit({ configFile: 'config/calendar.yml', shutdownTimeout: Duration.seconds(30) });
  expect(directive(text, 'ExecStart')).toEqual(['/usr/bin/bundle exec bin/jobs start --config_file config/calendar.yml']);
  expect(directive(text, 'TimeoutStopSec')).toEqual(['50s']);
});

test('has a boot check if one is given', () => {
  const bootCheck = Exec.command('/srv/app/bin/jobs', ['check']);
  const { services } = bundleOf((stack, host) => new SolidQueueService(stack, 'jobs', { host, ...PROPS, bootCheck }));
  expect(services.find(({ unit: name }) => name === 'jobs.service')!.bootCheck).toEqual({
    until: 'ends',
    execStart: 'ExecStart=/srv/app/bin/jobs check',
  });
});
