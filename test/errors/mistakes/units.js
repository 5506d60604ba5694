// Mistakes between the directives of a unit file that are fine one by one.

const { directives } = require('./clock');

exports.mistakes = [
  { mistake: 'no command', make: directives(() => ({ ExecStart: undefined })) },
  { mistake: 'two commands', make: directives(({ Exec }) => ({ ExecStart: [Exec.command('/bin/one'), Exec.command('/bin/two')] })) },
  { mistake: 'a oneshot that is always restarted', make: directives(() => ({ Type: 'oneshot', Restart: 'always' })) },
  { mistake: 'a bus service without its name', make: directives(() => ({ Type: 'dbus' })) },
  {
    mistake: 'restarts that give up',
    make: directives(
      ({ Duration }) => ({ RestartSec: Duration.seconds(1) }),
      ({ Duration }) => ({ StartLimitIntervalSec: Duration.seconds(10), StartLimitBurst: 5 }),
    ),
  },
  {
    mistake: 'a stop that does not wait',
    make: directives(({ Exec }) => ({ ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')]) })),
  },
  { mistake: 'a clean-up that fails', make: directives(({ Exec }) => ({ ExecStopPost: Exec.command('/bin/rm', ['/run/clock.pid']) })) },
  { mistake: 'notifications that are not listened to', make: directives(() => ({ Type: 'notify', NotifyAccess: 'none' })) },
  { mistake: 'a watchdog for a service that is silent', make: directives(({ Duration }) => ({ WatchdogSec: Duration.seconds(30) })) },
  { mistake: 'a watchdog of five seconds', make: directives(({ Duration }) => ({ Type: 'notify', WatchdogSec: Duration.seconds(5) })) },
  {
    mistake: 'a watchdog at which Sidekiq crashes',
    make: directives(({ Duration }) => ({ Type: 'notify', WatchdogSec: Duration.milliseconds(500) })),
  },
  { mistake: 'no user', make: directives(() => ({ User: undefined })) },
  { mistake: 'a brake behind the wall', make: directives(({ Size }) => ({ MemoryHigh: Size.gibibytes(2), MemoryMax: Size.gibibytes(1) })) },
  { mistake: 'a priority without a policy that has any', make: directives(() => ({ CPUSchedulingPriority: 50 })) },
  { mistake: 'processes that outlive their service', make: directives(() => ({ KillMode: 'none' })) },
  { mistake: 'output to syslog', make: directives(() => ({ StandardOutput: 'syslog' })) },
  {
    mistake: 'a target that is gone',
    make: directives(
      () => ({}),
      () => ({ After: ['syslog.target'] }),
    ),
  },
  { mistake: 'a pidfile below /var/run', make: directives(() => ({ PIDFile: '/var/run/clock.pid' })) },
  { mistake: 'Puma that is called started before it is', make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/puma') })) },
  {
    mistake: 'a shell that stays between systemd and its program',
    make: directives(({ Exec }) => ({ KillMode: 'mixed', ExecStart: Exec.command('/bin/sh', ['-c', 'clockwork clock.rb; echo done']) })),
  },
  { mistake: 'files that everybody can write', make: directives(() => ({ UMask: '0000' })) },
  { mistake: 'a password in the environment', make: directives(() => ({ Environment: { REDIS_PASSWORD: 'hunter2' } })) },
  {
    mistake: 'a password in a URL in the environment',
    make: directives(() => ({ Environment: { REDIS_URL: 'redis://:hunter2@127.0.0.1' } })),
  },
  {
    mistake: 'no socket to tell systemd on',
    make: directives(() => ({ Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6'] })),
  },
  { mistake: 'a hidden socket to tell systemd on', make: directives(() => ({ Type: 'notify', TemporaryFileSystem: ['/run'] })) },
  {
    mistake: 'Sidekiq without a network',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq'), PrivateNetwork: true })),
  },
  {
    mistake: 'Sidekiq without the families of the network',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq'), RestrictAddressFamilies: ['AF_UNIX'] })),
  },
  { mistake: 'no YJIT', make: directives(() => ({ MemoryDenyWriteExecute: true })) },
  { mistake: 'a path that must be there already', make: directives(() => ({ ReadWritePaths: ['/opt/myapp/shared'] })) },
  {
    mistake: 'an application in a home that is hidden',
    make: directives(() => ({ ProtectHome: true, WorkingDirectory: '/home/deploy/clock' })),
  },
  {
    mistake: 'many threads and few files',
    make: directives(({ Exec }) => ({ Type: 'notify', ExecStart: Exec.command('/usr/bin/sidekiq', ['-c', '150']) })),
  },
  {
    mistake: 'a network that nothing waits for',
    make: directives(
      () => ({}),
      () => ({ After: ['network-online.target'] }),
    ),
  },
  {
    mistake: 'an order without a first unit',
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
    mistake: 'a unit that is misspelt',
    make: directives(
      () => ({}),
      () => ({ PartOf: ['clok.service'] }),
    ),
  },
  {
    mistake: 'a unit that somebody else has to bring',
    make: directives(
      () => ({}),
      () => ({ Requires: ['redis-server.service'] }),
    ),
  },
];

// Those of the rules about one unit are with the rules: LINT_RULES in lib/systemd.
exports.reasons = {
  'unit/ordering-cycle': 'systemd breaks the cycle by skipping one of the units, possibly a different one at each boot.',
  'unit/misspelt-unit':
    'systemd assumes that the unit may be installed later, so the ordering and dependency have no effect, without a warning.',
  'unit/required-unit-unknown': 'A service that requires a unit missing on the host fails to start.',
};
