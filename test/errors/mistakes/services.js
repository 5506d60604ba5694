// Mistakes about services: their names, hosts, files, and who restarts them.

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
  { mistake: 'a unit name with a blank', make: service(() => ({ unitName: 'my clock' })) },
  { mistake: 'a unit name with a slash', make: service(() => ({ unitName: 'jobs/clock' })) },
  { mistake: 'a template for a unit', make: service(() => ({ unitName: 'clock@' })) },
  { mistake: 'a timer’s name for a service', make: service(() => ({ unitName: 'clock.timer' })) },
  { mistake: 'a misspelt suffix', make: service(() => ({ unitName: 'clock.sevice' })) },
  {
    mistake: 'an id that is no name for a unit',
    make: (given) =>
      new given.SystemdService(given.stack, 'the clock', { host: given.host, service: { ExecStart: start(given), User: 'deploy' } }),
  },
  {
    mistake: 'two services of one name',
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
  { mistake: 'no directives', make: ({ SystemdService, stack, host }) => new SystemdService(stack, 'clock', { host }) },
  { mistake: 'the text of a section for its directives', make: service(() => ({ service: '[Service]\nExecStart=/usr/bin/clock' })) },
  { mistake: 'a supervisor that there is not', make: service(() => ({ supervisor: 'god' })) },
  { mistake: 'enabled as text', make: service(() => ({ enabled: 'yes' })) },
  { mistake: 'a condition on a relative path', make: service(() => ({ startWhen: 'Gemfile' })) },
  { mistake: 'half a second of stability', make: service(({ Duration }) => ({ stability: Duration.seconds(0.5) })) },
  { mistake: 'seconds as a number', make: service(() => ({ stability: 3 })) },
  {
    mistake: 'both supervisors',
    make: (given) => {
      const clock = service(
        () => ({ supervisor: 'monit' }),
        () => ({ Restart: 'always' }),
      )(given);
      new given.MonitCheck(given.stack, 'monit', { service: clock, matching: 'clockwork' });
    },
  },
  { mistake: 'Monit as the supervisor, and no check', make: service(() => ({ supervisor: 'monit' })) },
  {
    mistake: 'an environment file in the application’s own directory',
    make: service(undefined, () => ({ WorkingDirectory: '/opt/clock/current', EnvironmentFile: ['/opt/clock/shared/app.env'] })),
  },
  {
    mistake: 'a restart on failure alone',
    make: service(undefined, ({ Duration }) => ({ Restart: 'on-failure', RestartSec: Duration.seconds(5) })),
  },
  { mistake: 'no restart', make: service(undefined, () => ({ Restart: 'no' })) },
  { mistake: 'the login user as the service’s user', make: service(undefined, () => ({ User: 'ops' })) },
  {
    mistake: 'Sidekiq by its directives alone',
    make: service(undefined, ({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']) })),
  },
  { mistake: 'a path where a file of this library is needed', make: (given) => service()(given).addFile('/etc/motd') },
  {
    mistake: 'a file of another host',
    make: (given) => {
      const { Host, HostFile, stack, ssh, address } = given;
      const other = new Host(stack, 'worker-2', { address, ssh });
      service()(given).addFile(new HostFile(stack, 'motd', { host: other, path: '/etc/motd', content: '' }));
    },
  },
  { mistake: 'a pidfile by a relative path', make: pidfile('tmp/pids/clock.pid') },
  { mistake: 'a pidfile where the application can write', make: pidfile('/opt/myapp/shared/pids/clock.pid') },
  { mistake: 'a pidfile in a directory that a boot removes', make: pidfile('/run/myapp/clock.pid') },
  {
    mistake: 'a pidfile where a sandboxed Monit is blind',
    make: (given) => {
      const { Host, PidfileHooks, Platform, stack, ssh, address } = given;
      const other = new Host(stack, 'worker-2', { address, ssh, platform: Platform.DEBIAN_13 });
      new PidfileHooks(stack, 'pidfile', { service: service()({ ...given, host: other }), path: '/home/deploy/clock.pid' });
    },
  },
  {
    mistake: 'two pidfiles of one service',
    make: (given) => {
      const clock = service()(given);
      for (const id of ['one', 'two']) new given.PidfileHooks(given.stack, id, { service: clock, path: `/run/${id}.pid` });
    },
  },
  {
    mistake: 'one pidfile of two services',
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
  { mistake: 'a pidfile of no service', make: ({ PidfileHooks, stack }) => new PidfileHooks(stack, 'pidfile', {}) },
  {
    mistake: 'the name of a service for the service',
    make: ({ PidfileHooks, stack }) => new PidfileHooks(stack, 'pidfile', { service: 'clock.service' }),
  },
  {
    mistake: 'an acknowledgement of what is not there',
    make: (given) => given.Issues.of(service()(given)).acknowledge('systemd/no-usr', 'It needs all of the machine.'),
  },
  {
    mistake: 'an acknowledgement of an error',
    alsoTold: ['stack/acknowledged-error'],
    make: (given) =>
      given.Issues.of(service(undefined, () => ({ ExecStart: undefined }))(given)).acknowledge(
        'unit/exec-start-missing',
        'It is to start nothing.',
      ),
  },
  {
    mistake: 'an acknowledgement without a reason',
    make: (given) => given.Issues.of(service(undefined, () => ({ User: undefined }))(given)).acknowledge('unit/no-user', ''),
  },
];

exports.reasons = {
  'stack/unused-acknowledgement': 'An acknowledgement without an issue hides the next issue with that code.',
  'stack/acknowledged-error': 'A configuration with an error doesn’t work, whether acknowledged or not.',
  'stack/acknowledged-without-reason': 'Later readers need the reason to judge whether it still holds.',
  'service/invalid-start-when': 'The service is started only if this path exists, and systemd requires an absolute path.',
  'service/invalid-stability': 'A deployment waits this many whole seconds to check that the service stays up.',
  'service/two-supervisors':
    'systemd and Monit would both restart the service: Monit would undo an operator’s stop, and restart a service that boots slowly.',
  'service/unsupervised': 'The service relies on Monit to restart it, but no Monit check covers it, so nothing would start it again.',
  'service/no-automatic-restart': 'A worker that exits by itself with code 0, or with any code, is not restarted, and the queue grows.',
  'service/login-user-runs-service': 'The login user can become root through sudo. So could an attacker in the application.',
  'service/environment-in-application':
    'systemd reads environment files as root and follows links: a user who can change the path to one controls what the service gets.',
  'host/other-host': 'A file or program on one host can’t be read or run from another.',
  'service/pidfile-in-application':
    'Monit runs as root and signals the process in this file: any user who can write to the directory can choose the process.',
  'service/no-runtime-directory':
    '/run is empty after each boot: without its directory, the pidfile can’t be written and the service fails to start.',
  'service/duplicate-pidfile-hooks': 'A service has one main process, and therefore one pidfile.',
  'host/duplicate-pidfile': 'Two services would write the same pidfile, so a check would watch and restart the wrong process.',
};
