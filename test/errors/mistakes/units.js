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
];

exports.reasons = {
  'systemd/exec-start-missing': 'systemd refuses a service that starts nothing.',
  'systemd/exec-start-several': 'systemd refuses a service with several commands, unless it is a oneshot.',
  'systemd/oneshot-restart': 'systemd refuses a oneshot that would be restarted after success: it would never end.',
  'systemd/dbus-without-name': 'systemd waits for this name on the bus to call the service started, and refuses the unit without it.',
  'systemd/restart-gives-up':
    'A service that crashes at boot, while Redis is away for a minute say, uses up its starts and stays down until somebody comes.',
  'systemd/stop-does-not-wait':
    'systemd sends the signal of its own as soon as this command has ended, so that the one sent here changes nothing.',
  'systemd/stop-post-fails': 'The file may be gone already: an ordinary stop then counts as a failure.',
  'systemd/notify-access-none': 'The service says that it is ready and nobody listens: systemd overrules the setting.',
  'systemd/watchdog-without-notify': 'A service that does not report is taken for dead, and aborted, at each interval.',
  'systemd/no-user': 'The service runs as root, and so does whoever breaks into it.',
  'systemd/memory-high-above-max': 'MemoryHigh slows down, MemoryMax kills; above it the brake comes after the wall.',
  'systemd/kill-mode-none': 'Processes outlive a stop, and those of the next start run beside them; systemd has deprecated it.',
  'systemd/legacy-output': 'syslog has meant the journal since systemd 246, which says so at each load of the unit.',
  'systemd/legacy-target': 'There is no syslog.target since systemd 198: the line does nothing.',
  'systemd/legacy-run': '/var/run is a link to /run; systemd rewrites the path and says so at each load of the unit.',
};
