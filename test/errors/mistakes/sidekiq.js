// Mistakes in SidekiqService: versions, options, timeouts and Ruby.

const sidekiq =
  (props = () => ({}), change = () => undefined) =>
  (given) => {
    const service = new given.SidekiqService(given.stack, 'sidekiq', {
      host: given.host,
      version: '7.3',
      workingDirectory: '/opt/myapp/current',
      user: 'deploy',
      ...props(given),
    });
    change(service, given);
  };

exports.mistakes = [
  { mistake: 'a missing version', make: sidekiq(() => ({ version: undefined })) },
  { mistake: 'a version that is too old', make: sidekiq(() => ({ version: '4.2' })) },
  { mistake: 'a version as a number', make: sidekiq(() => ({ version: 7.3 })) },
  { mistake: 'a version with an operator, as in a Gemfile', make: sidekiq(() => ({ version: '~> 7.3' })) },
  { mistake: 'a misspelt property of a SidekiqService', make: sidekiq(() => ({ concurency: 10 })) },
  { mistake: 'a relative working directory', make: sidekiq(() => ({ workingDirectory: 'current' })) },
  { mistake: 'a user with a space', make: sidekiq(() => ({ user: 'deploy user' })) },
  { mistake: 'a user id as a number', make: sidekiq(() => ({ user: 1000 })) },
  { mistake: 'a group with a colon', make: sidekiq(() => ({ group: 'deploy:deploy' })) },
  { mistake: 'a configuration file in a home directory', make: sidekiq(() => ({ configFile: '~/sidekiq.yml' })) },
  { mistake: 'an environment with a space', make: sidekiq(() => ({ environment: 'production eu' })) },
  { mistake: 'a concurrency of zero', make: sidekiq(() => ({ concurrency: 0 })) },
  { mistake: 'a fractional concurrency', make: sidekiq(() => ({ concurrency: 2.5 })) },
  { mistake: 'a string as concurrency', make: sidekiq(() => ({ concurrency: '10' })) },
  { mistake: 'a string instead of a list of queues', make: sidekiq(() => ({ queues: 'critical,default' })) },
  { mistake: 'a queue with a space', make: sidekiq(() => ({ queues: ['critical', 'low priority'] })) },
  { mistake: 'a duplicate queue', make: sidekiq(() => ({ queues: ['default', 'default'] })) },
  { mistake: 'a weight on only one queue', make: sidekiq(() => ({ queues: ['critical,2', 'default'] })) },
  { mistake: 'a tag with a line break', make: sidekiq(() => ({ tag: 'my\napp' })) },
  { mistake: 'a specifier as literal text', make: sidekiq(() => ({ instances: ['1', '2'], configFile: '/etc/myapp/%i.yml' })) },
  { mistake: 'a required file without ./', make: sidekiq(() => ({ require: 'boot.rb' })) },
  { mistake: 'a shutdown timeout of half a second', make: sidekiq(({ Duration }) => ({ shutdownTimeout: Duration.seconds(0.5) })) },
  {
    mistake: 'a shutdown timeout in which a job can be lost',
    make: sidekiq(({ Duration }) => ({ shutdownTimeout: Duration.seconds(2) })),
  },
  {
    mistake: 'a drain timeout that is not longer than the shutdown timeout',
    make: sidekiq(({ Duration }) => ({ drainTimeout: Duration.seconds(25) })),
  },
  {
    mistake: 'a drain timeout longer than another deployment waits',
    make: sidekiq(({ Duration }) => ({ drainTimeout: Duration.minutes(15) })),
  },
  { mistake: 'true instead of a drain timeout', make: sidekiq(() => ({ drainTimeout: true })) },
  { mistake: 'a number as the shutdown timeout', make: sidekiq(() => ({ shutdownTimeout: 25 })) },
  {
    mistake: 'a TimeoutStopSec shorter than Sidekiq’s own timeout',
    make: sidekiq(undefined, (service, { Duration }) => service.unit.service.set({ TimeoutStopSec: Duration.seconds(20) })),
  },
  { mistake: 'a watchdog too short for a busy Sidekiq', make: sidekiq(({ Duration }) => ({ watchdog: Duration.seconds(5) })) },
  {
    mistake: 'a watchdog for a Sidekiq that does not notify systemd',
    make: sidekiq(({ Duration }) => ({ version: '5.2', watchdog: Duration.seconds(30) })),
  },
  { mistake: 'a Sidekiq that daemonizes', make: sidekiq(() => ({ version: '5.2', daemonize: true })) },
  { mistake: 'a pidfile written by Sidekiq', make: sidekiq(() => ({ version: '5.2', pidfile: '/run/sidekiq.pid' })) },
  { mistake: 'a log file written by Sidekiq', make: sidekiq(() => ({ version: '5.2', logfile: '/var/log/sidekiq.log' })) },
  { mistake: 'an option that Sidekiq 6 ignores', make: sidekiq(() => ({ version: '6.5', logfile: '/var/log/sidekiq.log' })) },
  { mistake: 'an option with which Sidekiq 7 exits', make: sidekiq(() => ({ daemonize: true })) },
  { mistake: 'a umask as a number', make: sidekiq(() => ({ umask: 0o27 })) },
  { mistake: 'a number as an environment variable', make: sidekiq(() => ({ environmentVariables: { MALLOC_ARENA_MAX: 2 } })) },
  { mistake: 'an object instead of an environment file', make: sidekiq(() => ({ environmentFiles: [{ path: '/etc/myapp/env' }] })) },
  { mistake: 'the name of a version manager instead of a Ruby', make: sidekiq(() => ({ ruby: 'rbenv' })) },
  { mistake: 'rbenv without its root', make: sidekiq(({ Ruby }) => ({ ruby: Ruby.rbenv() })) },
  { mistake: 'rbenv in a home directory', make: sidekiq(({ Ruby }) => ({ ruby: Ruby.rbenv({ root: '~/.rbenv' }) })) },
  {
    mistake: 'asdf with a space in the version',
    make: sidekiq(({ Ruby }) => ({ ruby: Ruby.asdf({ root: '/home/deploy/.asdf', version: 'ruby 3.3.4' }) })),
  },
  { mistake: 'a Ruby without its directory', make: sidekiq(({ Ruby }) => ({ ruby: Ruby.prefix() })) },
  { mistake: 'a Ruby in a directory with a colon', make: sidekiq(({ Ruby }) => ({ ruby: Ruby.prefix('/opt/ruby:3') })) },
  { mistake: 'a limit of zero arenas', make: sidekiq(({ MemoryAllocator }) => ({ memoryAllocator: MemoryAllocator.glibc(0) })) },
  { mistake: 'the name of an allocator instead of a MemoryAllocator', make: sidekiq(() => ({ memoryAllocator: 'jemalloc' })) },
  {
    mistake: 'Puma without a working directory',
    make: ({ PumaService, stack, host }) => new PumaService(stack, 'puma', { host, user: 'deploy' }),
  },
];

exports.reasons = {
  'sidekiq/invalid-version': 'Sidekiq’s command-line options, and whether it notifies systemd that it is ready, depend on its version.',
  'sidekiq/invalid-path':
    'systemd starts Sidekiq without a shell: nothing expands `~`, and only some paths may be relative to the working directory.',
  'sidekiq/invalid-environment': 'It is a single command-line argument (`-e`), and the name of a section in the application’s files.',
  'sidekiq/invalid-concurrency': 'Sidekiq starts this many threads, and does no work without any.',
  'sidekiq/invalid-queue':
    'Sidekiq reads a comma as the start of a weight and a space as part of the name, so it would serve a queue that never gets jobs.',
  'sidekiq/duplicate-queue': 'Sidekiq before 7 exits if a queue is listed twice; later versions add up the weights.',
  'sidekiq/mixed-weights':
    'Queues without weights are served in strict order, queues with weights at random: one weight changes it for all of them.',
  'sidekiq/invalid-tag': 'The tag is shown in the process title, which is a single line.',
  'sidekiq/require-load-path': 'Ruby looks up a bare name in its load path, not in the working directory, so Sidekiq would not start.',
  'sidekiq/invalid-timeout': 'Sidekiq counts whole seconds (`-t`), and with 0 it pushes every running job back at once.',
  'sidekiq/removed-option': 'Sidekiq removed this option in 6.0: later versions ignore it or exit.',
  'sidekiq/daemonize': 'If Sidekiq daemonizes, systemd takes the service as ended and kills the remaining processes.',
  'sidekiq/deprecated-option': 'Sidekiq 6.0 removed this option: after an upgrade, the file would no longer be written.',
  'service/invalid-ruby-path': 'systemd starts a program by its full path: nothing expands `~` or searches PATH.',
  'service/invalid-ruby-version': 'rbenv and asdf look for a directory of exactly this name.',
  'service/invalid-arena-max': 'glibc treats any other value as no limit.',
  'service/timeout-ladder': 'systemd would kill Sidekiq before it has pushed its jobs back to Redis, and they are lost.',
  'service/literal-specifier': 'Text is literal, so every instance would use a file or a queue with a percent sign in its name.',
  'sidekiq/short-shutdown': 'A job that Sidekiq pushes back during shutdown can be fetched by one of its own idle threads and be lost.',
  'service/short-drain': 'Draining is for jobs that outlast the shutdown timeout; all others finish within it.',
  'service/long-drain': 'Only one deployment at a time runs on a host, and a waiting one gives up after 15 minutes.',
  'unit/invalid-user-name': 'systemd loads a unit with such a name, but fails to start it (status 217/USER).',
  'unit/invalid-mode': 'systemd ignores a value that isn’t octal, and new files get systemd’s default mode.',
};
