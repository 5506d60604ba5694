// Mistakes about the values of single directives of a unit file.

const { directives } = require('./clock');

const unit = (values) => directives(() => ({}), values);

exports.mistakes = [
  { mistake: 'a directive that systemd lacks', make: directives(() => ({ MemoryMaximum: '2G' })) },
  { mistake: 'a directive in small letters', make: directives(() => ({ workingdirectory: '/opt/myapp' })) },
  { mistake: 'a directive of another section', make: directives(() => ({ After: ['redis.service'] })) },
  { mistake: 'a boolean as systemd writes it', make: directives(() => ({ PrivateTmp: 'yes' })) },
  { mistake: 'a boolean as text where nothing else is taken', make: directives(() => ({ NoNewPrivileges: 'true' })) },
  { mistake: 'a type that there is not', make: directives(() => ({ Type: 'Notify' })) },
  { mistake: 'a niceness out of range', make: directives(() => ({ Nice: 20 })) },
  { mistake: 'a umask of two digits', make: directives(() => ({ UMask: '27' })) },
  { mistake: 'a signal without SIG', make: directives(() => ({ KillSignal: 'TERM' })) },
  { mistake: 'seconds as a number for a directive', make: directives(() => ({ RestartSec: 5 })) },
  { mistake: 'a time-out of zero', make: directives(({ Duration }) => ({ TimeoutStopSec: Duration.seconds(0) })) },
  { mistake: 'a size as text', make: directives(() => ({ MemoryMax: '2G' })) },
  { mistake: 'a share above the whole', make: directives(({ Percent }) => ({ MemoryMax: Percent.of(120) })) },
  { mistake: 'a soft limit above the hard one', make: directives(() => ({ LimitNOFILE: { soft: 65536, hard: 1024 } })) },
  { mistake: 'a user that is a list', make: directives(() => ({ User: ['deploy'] })) },
  { mistake: 'a line break in a directive', make: directives(() => ({ SyslogIdentifier: 'clock\nUser=root' })) },
  { mistake: 'a relative path in a directive', make: directives(() => ({ WorkingDirectory: 'current' })) },
  { mistake: 'a path with .. in a directive', make: directives(() => ({ ReadWritePaths: ['/opt/../srv'] })) },
  { mistake: 'a pattern for an environment file', make: directives(() => ({ EnvironmentFile: '/etc/myapp/*.env' })) },
  { mistake: 'a command as text', make: directives(() => ({ ExecStart: '/usr/bin/clockwork clock.rb' })) },
  { mistake: 'a relative path of a program', make: directives(({ Exec }) => ({ ExecStart: Exec.command('bin/clockwork') })) },
  { mistake: 'a program with its arguments', make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/clockwork clock.rb') })) },
  {
    mistake: 'a variable in a command that is not expanded',
    make: directives(({ Exec }) => ({
      ExecStart: Exec.command('/usr/bin/clockwork', [Exec.env('CLOCK')], { noEnvironmentExpansion: true }),
    })),
  },
  { mistake: 'a number as an argument', make: directives(({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/clockwork', [5]) })) },
  { mistake: 'an environment as a list', make: directives(() => ({ Environment: ['RAILS_ENV=production'] })) },
  { mistake: 'an environment’s name with a hyphen', make: directives(() => ({ Environment: { 'RAILS-ENV': 'production' } })) },
  { mistake: 'a field of the journal in small letters', make: directives(() => ({ LogExtraFields: { app: 'clock' } })) },
  { mistake: 'a namespace of the journal with a blank', make: directives(() => ({ LogNamespace: 'my app' })) },
  { mistake: 'a credential’s name with a slash', make: directives(() => ({ LoadCredential: { 'app/key': '/etc/key' } })) },
  { mistake: 'a runtime directory by its whole path', make: directives(() => ({ RuntimeDirectory: '/run/clock' })) },
  { mistake: 'a capability that there is not', make: directives(() => ({ CapabilityBoundingSet: ['CAP_ROOT'] })) },
  { mistake: 'an exit status out of range', make: directives(() => ({ SuccessExitStatus: [256] })) },
  { mistake: 'a slice that is a service', make: directives(() => ({ Slice: 'workers.service' })) },
  { mistake: 'a unit without its suffix', make: unit(() => ({ After: ['redis'] })) },
  { mistake: 'two units in one text', make: unit(() => ({ After: 'redis.service postgresql.service' })) },
  { mistake: 'a URI without its scheme', make: unit(() => ({ Documentation: 'example.com/clock' })) },
  { mistake: 'a bus name without a dot', make: directives(() => ({ Type: 'dbus', BusName: 'clock' })) },
  {
    mistake: 'a directive that is too new for the host',
    make: directives(() => ({ RestartMode: 'direct' })),
  },
  {
    mistake: 'a line that is too long',
    make: directives(({ Exec }) => ({
      ExecStop: Exec.command(
        '/bin/echo',
        Array.from({ length: 11 }, () => 'x'.repeat(100_000)),
      ),
    })),
  },
  { mistake: 'a unit file of a name that is no service’s', make: ({ systemd }) => systemd.unitFileIssues(fileOf(systemd, 'sidekiq')) },
  { mistake: 'a variable with NUL in an environment file', make: ({ systemd }) => systemd.environmentFileIssues({ KEY: 'a\0b' }) },
];

function fileOf(systemd, name) {
  const file = new systemd.ServiceUnit(name);
  file.service.set({ ExecStart: systemd.Exec.command('/bin/true'), User: 'deploy' });
  return file;
}

exports.reasons = {
  'unit/unknown-directive': 'systemd ignores an unknown directive, and starts the service without it.',
  'unit/invalid-boolean': 'Any non-empty text is true in JavaScript, even `"no"`.',
  'unit/unknown-value': 'systemd ignores the line or the word, which may leave a list of permissions empty.',
  'unit/invalid-number': 'systemd ignores the line, and its default applies.',
  'unit/unknown-signal': 'systemd ignores the line and sends SIGTERM.',
  'unit/invalid-duration': 'A bare number has no unit: systemd uses seconds, JavaScript mostly milliseconds.',
  'unit/zero-means-infinity': 'systemd reads 0 as no limit here, the opposite of what it suggests.',
  'unit/invalid-size': 'systemd ignores an invalid size, and then there is no limit.',
  'unit/invalid-percent': 'systemd ignores a percentage out of range, and then there is no limit.',
  'unit/invalid-limit': 'systemd ignores an invalid limit, and the process gets the default.',
  'unit/invalid-path': 'systemd ignores a path that is not absolute and normalised, or uses a different one.',
  'unit/environment-file-pattern': 'systemd treats the path as a pattern and reads all files that match, or none.',
  'unit/invalid-command': 'A command as a single text must be split and unquoted again, which systemd and a shell do differently.',
  'unit/arguments-in-program': 'Arguments belong in a separate list: the program is a single file, even if its name contains spaces.',
  'unit/invalid-program': 'systemd starts programs by their absolute path, or by a bare name that it finds itself.',
  'unit/environment-not-expanded': 'The option disables the expansion of variables, and the argument is a variable.',
  'unit/invalid-map': 'Values are merged by name, so that each can be changed; a list has no names.',
  'unit/invalid-journal-field': 'The journal drops a field with such a name.',
  'unit/invalid-log-namespace': 'systemd ignores the name, and the lines go to the default journal.',
  'unit/invalid-credential-name': 'The credential becomes a file with this name.',
  'unit/invalid-directory': 'systemd creates the directory below /run, /var/lib and so on, and ignores any other path.',
  'unit/invalid-exit-status': 'systemd drops it, so an exit that should count as success is a failure.',
  'unit/invalid-unit-name': 'systemd can’t have a unit with such a name, and drops it from a list of units.',
  'unit/invalid-uri': 'systemd drops the line.',
  'unit/invalid-bus-name': 'systemd ignores the name, and then refuses the unit without one.',
  'host/too-old': 'An older systemd ignores the line and starts the service without it; an older Monit refuses the whole configuration.',
  'unit/line-too-long': 'systemd refuses the whole file.',
};
