// Mistakes in directives of a unit file that are valid on their own but not together.

const { directives } = require('./clock');

exports.mistakes = [
  { mistake: 'no command', make: directives(() => ({ ExecStart: undefined })) },
  {
    mistake: 'two commands without Type=oneshot',
    make: directives(({ Exec }) => ({ ExecStart: [Exec.command('/bin/one'), Exec.command('/bin/two')] })),
  },
  { mistake: 'a oneshot service that always restarts', make: directives(() => ({ Type: 'oneshot', Restart: 'always' })) },
  { mistake: 'a D-Bus service without its bus name', make: directives(() => ({ Type: 'dbus' })) },
  {
    mistake: 'a pause between restarts that is too short for the start limit',
    make: directives(
      ({ Duration }) => ({ RestartSec: Duration.seconds(1) }),
      ({ Duration }) => ({ StartLimitIntervalSec: Duration.seconds(10), StartLimitBurst: 5 }),
    ),
  },
  {
    mistake: 'an ExecStop that does not wait',
    make: directives(({ Exec }) => ({ ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')]) })),
  },
  {
    mistake: 'a clean-up command that fails if the file is missing',
    make: directives(({ Exec }) => ({ ExecStopPost: Exec.command('/bin/rm', ['/run/clock.pid']) })),
  },
  { mistake: 'a notify service whose notifications are rejected', make: directives(() => ({ Type: 'notify', NotifyAccess: 'none' })) },
  {
    mistake: 'a watchdog for a service that sends no notifications',
    make: directives(({ Duration }) => ({ WatchdogSec: Duration.seconds(30) })),
  },
  { mistake: 'a watchdog of five seconds', make: directives(({ Duration }) => ({ Type: 'notify', WatchdogSec: Duration.seconds(5) })) },
  {
    mistake: 'a watchdog interval at which Sidekiq crashes',
    make: directives(({ Duration }) => ({ Type: 'notify', WatchdogSec: Duration.milliseconds(500) })),
  },
  { mistake: 'no user', make: directives(() => ({ User: undefined })) },
  {
    mistake: 'a MemoryHigh above MemoryMax',
    make: directives(({ Size }) => ({ MemoryHigh: Size.gibibytes(2), MemoryMax: Size.gibibytes(1) })),
  },
  { mistake: 'a real-time priority without a real-time policy', make: directives(() => ({ CPUSchedulingPriority: 50 })) },
  { mistake: 'processes that survive a stop', make: directives(() => ({ KillMode: 'none' })) },
  { mistake: 'output to syslog', make: directives(() => ({ StandardOutput: 'syslog' })) },
  {
    mistake: 'a dependency on a removed target',
    make: directives(
      () => ({}),
      () => ({ After: ['syslog.target'] }),
    ),
  },
  { mistake: 'a pidfile below /var/run', make: directives(() => ({ PIDFile: '/var/run/clock.pid' })) },
  { mistake: 'Puma without Type=notify', make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/puma') })) },
  {
    mistake: 'a shell as the main process, with KillMode=mixed',
    make: directives(({ Exec }) => ({ KillMode: 'mixed', ExecStart: Exec.command('/bin/sh', ['-c', 'clockwork clock.rb; echo done']) })),
  },
  { mistake: 'world-writable files', make: directives(() => ({ UMask: '0000' })) },
  { mistake: 'a password in the environment', make: directives(() => ({ Environment: { REDIS_PASSWORD: 'hunter2' } })) },
  {
    mistake: 'a password in a URL in the environment',
    make: directives(() => ({ Environment: { REDIS_URL: 'redis://:hunter2@127.0.0.1' } })),
  },
  {
    mistake: 'a sandbox without Unix sockets for a notify service',
    make: directives(() => ({ Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6'] })),
  },
  { mistake: 'a sandbox that hides the notification socket', make: directives(() => ({ Type: 'notify', TemporaryFileSystem: ['/run'] })) },
  {
    mistake: 'Sidekiq without a network',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq'), PrivateNetwork: true })),
  },
  {
    mistake: 'Sidekiq without IP address families',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq'), RestrictAddressFamilies: ['AF_UNIX'] })),
  },
  { mistake: 'a sandbox in which YJIT aborts', make: directives(() => ({ MemoryDenyWriteExecute: true })) },
  { mistake: 'a writable path that must already exist', make: directives(() => ({ ReadWritePaths: ['/opt/myapp/shared'] })) },
  {
    mistake: 'an app in a hidden home directory',
    make: directives(() => ({ ProtectHome: true, WorkingDirectory: '/home/deploy/clock' })),
  },
  {
    mistake: 'many threads with the default limit of open files',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq', ['-c', '150']) })),
  },
  {
    mistake: 'network-online.target without Wants',
    make: directives(
      () => ({}),
      () => ({ After: ['network-online.target'] }),
    ),
  },
  {
    mistake: 'an ordering cycle',
    make: (given) => {
      for (const [one, other] of [
        ['east', 'west'],
        ['west', 'east'],
      ]) {
        new given.SystemdService(given.stack, one, {
          host: given.host,
          unit: { After: [`${other}.service`] },
          service: { ExecStart: given.Exec.command('/usr/bin/clock'), User: 'deploy' },
        });
      }
    },
  },
  {
    mistake: 'a misspelt unit name',
    make: directives(
      () => ({}),
      () => ({ PartOf: ['clok.service'] }),
    ),
  },
  {
    mistake: 'a required unit that the stack does not install',
    make: directives(
      () => ({}),
      () => ({ Requires: ['redis-server.service'] }),
    ),
  },
];

// The reasons of rules about a single unit are part of the rules: LINT_RULES in lib/systemd.
exports.reasons = {
  'unit/ordering-cycle': 'systemd breaks the cycle by skipping one of the units, possibly a different one at each boot.',
  'unit/misspelt-unit':
    'A required unit that does not exist makes the start fail; any other dependency or ordering on it has no effect, without a warning.',
  'unit/required-unit-unknown': 'A unit fails to start if the host does not have a unit that it requires.',
};
