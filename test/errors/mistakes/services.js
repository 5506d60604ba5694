// Mistakes in services: names, hosts, files and supervisors.

const start = ({ Exec }) => Exec.command('/usr/bin/clockwork', ['clock.rb']);
const service =
  (props = () => ({}), directives = () => ({})) =>
  (given) =>
    new given.SystemdService(given.stack, 'clock', {
      host: given.host,
      service: { ExecStart: start(given), User: 'deploy', ...directives(given) },
      ...props(given),
    });
const pidfile = (path, directives) => (given) =>
  new given.PidfileHooks(given.stack, 'pidfile', { service: service(undefined, directives)(given), path });

exports.mistakes = [
  { mistake: 'a unit name with a space', make: service(() => ({ unitName: 'my clock' })) },
  { mistake: 'a unit name with a slash', make: service(() => ({ unitName: 'jobs/clock' })) },
  { mistake: 'a template as the unit name of a service', make: service(() => ({ unitName: 'clock@' })) },
  { mistake: 'a timer’s name as the unit name of a service', make: service(() => ({ unitName: 'clock.timer' })) },
  { mistake: 'a misspelt suffix of a unit name', make: service(() => ({ unitName: 'clock.sevice' })) },
  {
    mistake: 'a construct id that is not a unit name',
    make: (given) =>
      new given.SystemdService(given.stack, 'the clock', { host: given.host, service: { ExecStart: start(given), User: 'deploy' } }),
  },
  {
    mistake: 'two services with one unit name',
    make: (given) =>
      ['one', 'two']
        .map(
          (id) =>
            new given.SystemdService(given.stack, id, {
              host: given.host,
              unitName: 'clock',
              service: { ExecStart: start(given), User: 'deploy' },
            }),
        )
        .at(-1),
  },
  { mistake: 'missing directives', make: ({ SystemdService, stack, host }) => new SystemdService(stack, 'clock', { host }) },
  { mistake: 'the text of a section instead of directives', make: service(() => ({ service: '[Service]\nExecStart=/usr/bin/clock' })) },
  { mistake: 'an unknown supervisor', make: service(() => ({ supervisor: 'god' })) },
  { mistake: 'a string as enabled', make: service(() => ({ enabled: 'yes' })) },
  { mistake: 'a relative path in startWhen', make: service(() => ({ startWhen: 'Gemfile' })) },
  { mistake: 'a stability of half a second', make: service(({ Duration }) => ({ stability: Duration.seconds(0.5) })) },
  { mistake: 'a number as the stability', make: service(() => ({ stability: 3 })) },
  {
    mistake: 'Restart=always with Monit as the supervisor',
    make: (given) => {
      const clock = service(
        () => ({ supervisor: 'monit' }),
        () => ({ Restart: 'always' }),
      )(given);
      new given.MonitCheck(given.stack, 'monit', { service: clock, matching: 'clockwork' });
    },
  },
  { mistake: 'Monit as the supervisor without a check', make: service(() => ({ supervisor: 'monit' })) },
  {
    mistake: 'an environment file in the application’s directory',
    make: service(undefined, () => ({ WorkingDirectory: '/opt/clock/current', EnvironmentFile: ['/opt/clock/shared/app.env'] })),
  },
  {
    mistake: 'a restart only on failure',
    make: service(undefined, ({ Duration }) => ({ Restart: 'on-failure', RestartSec: Duration.seconds(5) })),
  },
  { mistake: 'a service that is never restarted', make: service(undefined, () => ({ Restart: 'no' })) },
  { mistake: 'the login user as the user of a service', make: service(undefined, () => ({ User: 'ops' })) },
  {
    mistake: 'Sidekiq in a SystemdService',
    make: service(undefined, ({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']) })),
  },
  { mistake: 'a path passed to addFile', make: (given) => service()(given).addFile('/etc/motd') },
  {
    mistake: 'a file on another host passed to addFile',
    make: (given) => {
      const { Host, HostFile, stack, ssh, address } = given;
      const other = new Host(stack, 'worker-2', { address, ssh });
      service()(given).addFile(new HostFile(stack, 'motd', { host: other, path: '/etc/motd', content: '' }));
    },
  },
  { mistake: 'a relative path of a pidfile', make: pidfile('tmp/pids/clock.pid') },
  { mistake: 'a pidfile in the application’s directory', make: pidfile('/opt/myapp/shared/pids/clock.pid') },
  { mistake: 'a pidfile in a directory that no unit creates', make: pidfile('/run/myapp/clock.pid') },
  {
    mistake: 'a pidfile that Monit’s sandbox hides',
    make: (given) => {
      const { Host, PidfileHooks, Platform, stack, ssh, address } = given;
      const other = new Host(stack, 'worker-2', { address, ssh, platform: Platform.DEBIAN_13 });
      new PidfileHooks(stack, 'pidfile', { service: service()({ ...given, host: other }), path: '/home/deploy/clock.pid' });
    },
  },
  {
    mistake: 'two PidfileHooks for one service',
    make: (given) => {
      const clock = service()(given);
      for (const id of ['one', 'two']) new given.PidfileHooks(given.stack, id, { service: clock, path: `/run/${id}.pid` });
    },
  },
  {
    mistake: 'one pidfile for two services',
    make: (given) => {
      for (const unitName of ['one', 'two']) {
        const each = new given.SystemdService(given.stack, unitName, {
          host: given.host,
          service: { ExecStart: start(given), User: 'deploy' },
        });
        new given.PidfileHooks(given.stack, `${unitName}-pidfile`, { service: each, path: '/run/clock.pid' });
      }
    },
  },
  { mistake: 'PidfileHooks without a service', make: ({ PidfileHooks, stack }) => new PidfileHooks(stack, 'pidfile', {}) },
  {
    mistake: 'a unit name instead of a service',
    make: ({ PidfileHooks, stack }) => new PidfileHooks(stack, 'pidfile', { service: 'clock.service' }),
  },
  {
    mistake: 'an acknowledgement of a code that does not occur',
    make: (given) => given.Issues.of(service()(given)).acknowledge('unit/no-usr', 'It needs access to all devices.'),
  },
  {
    mistake: 'an acknowledgement of an error',
    alsoReported: ['stack/acknowledged-error'],
    make: (given) =>
      given.Issues.of(service(undefined, () => ({ ExecStart: undefined }))(given)).acknowledge(
        'unit/exec-start-missing',
        'It only groups other units.',
      ),
  },
  {
    mistake: 'an acknowledgement without a reason',
    make: (given) => given.Issues.of(service(undefined, () => ({ User: undefined }))(given)).acknowledge('unit/no-user', ''),
  },
];

exports.reasons = {
  'stack/unused-acknowledgement': 'An acknowledgement without an issue would hide the next issue with that code.',
  'stack/acknowledged-error': 'A configuration with an error doesn’t work, whether acknowledged or not.',
  'stack/acknowledged-without-reason': 'Later readers need the reason to judge whether the issue is still acceptable.',
  'service/invalid-start-when': 'The service is started only if this path exists, and systemd requires an absolute path.',
  'service/invalid-stability': 'A deployment waits this many seconds, in whole numbers, to check that the service stays up.',
  'service/two-supervisors':
    'systemd and Monit would both restart the service: Monit would undo an operator’s stop, and restart a service that boots slowly.',
  'service/unsupervised': 'The service relies on Monit to restart it, but no Monit check covers it, so nothing would start it again.',
  'service/no-automatic-restart': 'systemd doesn’t restart a worker that exits by itself, so its queues grow.',
  'service/login-user-runs-service': 'The login user can become root through sudo, and so could an attacker in the application.',
  'service/environment-in-application':
    'systemd reads environment files as root and follows links: a user who can change the path to one controls what the service gets.',
  'host/other-host': 'A file or program on one host can’t be read or run from another.',
  'service/pidfile-in-application':
    'Monit runs as root and signals the process in this file: any user who can write to the directory can choose the process.',
  'service/no-runtime-directory':
    '/run is empty after each boot: without its directory, the pidfile can’t be written and the service fails to start.',
  'service/duplicate-pidfile-hooks': 'A service has one main process, so a second pidfile would only repeat the first.',
  'host/duplicate-pidfile': 'Two services would write the same pidfile, so a check would watch and restart the wrong process.',
};
