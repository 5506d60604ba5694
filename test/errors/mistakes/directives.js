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
  'systemd/unknown-directive': 'systemd ignores an unknown directive, and starts the service without it.',
  'systemd/not-a-boolean': 'Any non-empty text is true in JavaScript, even `"no"`.',
  'systemd/unknown-value': 'systemd ignores the line, and its default applies.',
  'systemd/number-out-of-range': 'systemd ignores the line, and its default applies.',
  'systemd/unknown-signal': 'systemd ignores the line and sends SIGTERM.',
  'systemd/bad-duration': 'A bare number has no unit: systemd uses seconds, JavaScript mostly milliseconds.',
  'systemd/zero-means-infinity': 'systemd reads 0 as no limit here, the opposite of what it suggests.',
  'systemd/bad-size': 'systemd ignores an invalid size, and then there is no limit.',
  'systemd/bad-percent': 'systemd ignores a percentage out of range, and then there is no limit.',
  'systemd/bad-limit': 'systemd ignores an invalid limit, and the process gets the default.',
  'systemd/relative-path': 'systemd ignores a path that is not absolute, because there is no directory for it to start from.',
  'systemd/bad-path': 'systemd ignores a path that is not normalised, or uses a different path.',
  'systemd/environment-file-pattern': 'systemd treats the path as a pattern and reads all files that match, or none.',
  'systemd/not-a-command': 'A command as a single text must be split and unquoted again, which systemd and a shell do differently.',
  'systemd/arguments-in-program': 'Arguments belong in a separate list: the program is a single file, even if its name contains spaces.',
  'systemd/bad-program': 'systemd starts programs by their absolute path, or by a bare name that it finds itself.',
  'systemd/environment-not-expanded': 'The option disables the expansion of variables, and the argument is a variable.',
  'systemd/not-a-record': 'Values are merged by name, so that each can be changed; a list has no names.',
  'systemd/bad-journal-field': 'The journal drops a field with such a name.',
  'systemd/bad-log-namespace': 'systemd ignores the name, and the lines go to the default journal.',
  'systemd/bad-credential-name': 'The credential becomes a file with this name.',
  'systemd/bad-directory': 'systemd creates the directory below /run, /var/lib and so on, and ignores any other path.',
  'systemd/unknown-word': 'systemd drops an unknown word, which may leave a list of permissions empty.',
  'systemd/bad-exit-status': 'systemd drops it, so an exit that should count as success is a failure.',
  'systemd/bad-unit-name': 'systemd drops the name, and with it the ordering or dependency.',
  'systemd/bad-uri': 'systemd drops the line.',
  'systemd/bad-bus-name': 'systemd ignores the name, and then refuses the unit without one.',
  'systemd/too-new': 'The host’s systemd is too old for it, so it ignores the line and starts the service without it.',
  'systemd/line-too-long': 'systemd refuses the whole file.',
};
