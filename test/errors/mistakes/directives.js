// Mistakes in the values of single directives.

const { directives } = require('./clock');

const unit = (values) => directives(() => ({}), values);

exports.mistakes = [
  { mistake: 'a directive that systemd doesn’t have', make: directives(() => ({ MemoryMaximum: '2G' })) },
  { mistake: 'a directive in lower case', make: directives(() => ({ workingdirectory: '/opt/myapp' })) },
  { mistake: 'a directive in the wrong section', make: directives(() => ({ After: ['redis.service'] })) },
  { mistake: 'a boolean in systemd’s notation', make: directives(() => ({ PrivateTmp: 'yes' })) },
  { mistake: 'a boolean as text', make: directives(() => ({ NoNewPrivileges: 'true' })) },
  { mistake: 'a type in the wrong case', make: directives(() => ({ Type: 'Notify' })) },
  { mistake: 'a nice level out of range', make: directives(() => ({ Nice: 20 })) },
  { mistake: 'a umask with two digits', make: directives(() => ({ UMask: '27' })) },
  { mistake: 'a signal without SIG', make: directives(() => ({ KillSignal: 'TERM' })) },
  { mistake: 'a number instead of a Duration', make: directives(() => ({ RestartSec: 5 })) },
  { mistake: 'a timeout of zero', make: directives(({ Duration }) => ({ TimeoutStopSec: Duration.seconds(0) })) },
  { mistake: 'a size as text for a directive', make: directives(() => ({ MemoryMax: '2G' })) },
  { mistake: 'a percentage above 100', make: directives(({ Percent }) => ({ MemoryMax: Percent.of(120) })) },
  { mistake: 'a soft limit above the hard one', make: directives(() => ({ LimitNOFILE: { soft: 65536, hard: 1024 } })) },
  { mistake: 'a list instead of a user', make: directives(() => ({ User: ['deploy'] })) },
  { mistake: 'a line break in a directive', make: directives(() => ({ SyslogIdentifier: 'clock\nUser=root' })) },
  { mistake: 'a relative path in a directive', make: directives(() => ({ WorkingDirectory: 'current' })) },
  { mistake: 'a path with .. in a directive', make: directives(() => ({ ReadWritePaths: ['/opt/../srv'] })) },
  { mistake: 'an environment file with a pattern', make: directives(() => ({ EnvironmentFile: '/etc/myapp/*.env' })) },
  { mistake: 'a command as a single text', make: directives(() => ({ ExecStart: '/usr/bin/clockwork clock.rb' })) },
  { mistake: 'a relative path to a program', make: directives(({ Exec }) => ({ ExecStart: Exec.command('bin/clockwork') })) },
  {
    mistake: 'a program together with its arguments',
    make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/clockwork clock.rb') })),
  },
  {
    mistake: 'a variable in a command without expansion',
    make: directives(({ Exec }) => ({
      ExecStart: Exec.command('/usr/bin/clockwork', [Exec.env('CLOCK')], { noEnvironmentExpansion: true }),
    })),
  },
  { mistake: 'a number as an argument', make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/clockwork', [5]) })) },
  { mistake: 'an environment as a list', make: directives(() => ({ Environment: ['RAILS_ENV=production'] })) },
  { mistake: 'an environment variable with a hyphen', make: directives(() => ({ Environment: { 'RAILS-ENV': 'production' } })) },
  { mistake: 'a journal field in lower case', make: directives(() => ({ LogExtraFields: { app: 'clock' } })) },
  { mistake: 'a journal namespace with a space', make: directives(() => ({ LogNamespace: 'my app' })) },
  { mistake: 'a credential name with a slash', make: directives(() => ({ LoadCredential: { 'app/key': '/etc/key' } })) },
  { mistake: 'an absolute runtime directory', make: directives(() => ({ RuntimeDirectory: '/run/clock' })) },
  { mistake: 'an unknown capability', make: directives(() => ({ CapabilityBoundingSet: ['CAP_ROOT'] })) },
  { mistake: 'an exit status out of range', make: directives(() => ({ SuccessExitStatus: [256] })) },
  { mistake: 'a service instead of a slice', make: directives(() => ({ Slice: 'workers.service' })) },
  { mistake: 'a unit without its suffix', make: unit(() => ({ After: ['redis'] })) },
  { mistake: 'two units in one string', make: unit(() => ({ After: 'redis.service postgresql.service' })) },
  { mistake: 'a URI without its scheme', make: unit(() => ({ Documentation: 'example.com/clock' })) },
  { mistake: 'a D-Bus name without a dot', make: directives(() => ({ Type: 'dbus', BusName: 'clock' })) },
  {
    mistake: 'a directive too new for the host',
    make: directives(() => ({ RestartMode: 'direct' })),
  },
  {
    mistake: 'a line above 1 MiB',
    make: directives(({ Exec }) => ({
      ExecStop: Exec.command(
        '/bin/echo',
        Array.from({ length: 11 }, () => 'x'.repeat(100_000)),
      ),
    })),
  },
  { mistake: 'a service file without its suffix', make: ({ systemd }) => systemd.unitFileIssues(fileOf(systemd, 'sidekiq')) },
  { mistake: 'a NUL in an environment file', make: ({ systemd }) => systemd.environmentFileIssues({ KEY: 'a\0b' }) },
];

function fileOf(systemd, name) {
  const file = new systemd.ServiceUnit(name);
  file.service.set({ ExecStart: systemd.Exec.command('/bin/true'), User: 'deploy' });
  return file;
}

exports.reasons = {
  'unit/unknown-directive': 'systemd ignores an unknown directive, and starts the service without it.',
  'unit/invalid-boolean': 'Any non-empty text is true in JavaScript, even `"no"`.',
  'unit/unknown-value': 'systemd ignores the line or the value, which may leave a list of permissions empty.',
  'unit/invalid-number': 'systemd ignores the line, and its default applies.',
  'unit/unknown-signal': 'systemd ignores the line and sends SIGTERM.',
  'unit/invalid-duration': 'A number has no unit: systemd counts in seconds, JavaScript mostly in milliseconds.',
  'unit/zero-means-infinity': 'systemd reads 0 as no limit here, so a stop or start may take forever.',
  'unit/invalid-size': 'systemd ignores an invalid size, and then there is no limit.',
  'unit/invalid-percent': 'systemd ignores a percentage out of range, and then there is no limit.',
  'unit/invalid-limit': 'systemd ignores an invalid limit, and the process gets the default.',
  'unit/invalid-path': 'systemd ignores a path that is not absolute and normalised, or refuses the unit.',
  'unit/environment-file-pattern': 'systemd treats the path as a pattern, and reads every file that matches, or none.',
  'unit/invalid-command': 'systemd splits and unquotes a command differently from a shell, so a single text may run with other arguments.',
  'unit/arguments-in-program': 'systemd looks for a program whose file name contains the arguments, and the service fails to start.',
  'unit/invalid-program': 'systemd refuses a unit with a relative path: it needs an absolute path, or a bare name that it looks up.',
  'unit/environment-not-expanded': 'The program gets the name of the variable instead of its value.',
  'unit/invalid-map': 'Values are merged by name, and a list has no names.',
  'unit/invalid-journal-field': 'The journal drops a field with such a name.',
  'unit/invalid-log-namespace': 'systemd ignores the name, and the lines go to the default journal.',
  'unit/invalid-credential-name': 'systemd ignores a credential that can’t become a file of this name, and the service starts without it.',
  'unit/invalid-directory': 'systemd creates the directory below /run, /var/lib and so on, and ignores any other path.',
  'unit/invalid-exit-status': 'systemd drops it, so an exit that should count as success counts as a failure.',
  'unit/invalid-unit-name': 'systemd ignores a unit file with such a name, and drops the name from a list of units.',
  'unit/invalid-uri': 'systemd drops the link, and `systemctl status` doesn’t show it.',
  'unit/invalid-bus-name': 'systemd ignores the name, and then refuses the unit without one.',
  'host/too-old': 'An older systemd ignores the line and starts the service without it; an older Monit refuses the whole configuration.',
  'unit/line-too-long': 'systemd refuses the whole file.',
};
