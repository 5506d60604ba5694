// Mistakes in units of types other than service, and in less common types of values.

const { directives } = require('./clock');

const unit = (values) => directives(() => ({}), values);

/** A unit file without a construct. */
const file = (Kind, name, change) => (given) => {
  const made = new given.systemd[Kind](name);
  change(made, given);
  return given.systemd.unitFileIssues(made, { systemdVersion: 262 });
};
const daily = (timer, { systemd }) => timer.set({ OnCalendar: systemd.Calendar.daily() });

exports.mistakes = [
  {
    mistake: 'an hour out of range',
    make: file('TimerUnit', 'clock.timer', ({ timer }, { systemd }) => timer.set({ OnCalendar: systemd.Calendar.of('Mon..Fri 25:00') })),
  },
  { mistake: 'a calendar as text', make: file('TimerUnit', 'clock.timer', ({ timer }) => timer.set({ OnCalendar: 'daily' })) },
  { mistake: 'a timer without a time', make: file('TimerUnit', 'clock.timer', ({ timer }) => timer.set({ Persistent: true })) },
  {
    mistake: 'a timer that starts a timer',
    make: file('TimerUnit', 'clock.timer', ({ timer }, given) => daily(timer, given).set({ Unit: 'other.timer' })),
  },
  {
    mistake: 'a port out of range',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: '127.0.0.1:70000' })),
  },
  {
    mistake: 'symlinks for a socket that only has a port',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: 3000, Symlinks: ['/run/clock'] })),
  },
  {
    mistake: 'a mount with the wrong name',
    make: file('MountUnit', 'data.mount', ({ mount }) => mount.set({ What: '/dev/sdb1', Where: '/srv/data' })),
  },
  { mistake: 'a slice with two hyphens in a row', make: file('SliceUnit', 'app--workers.slice', () => undefined) },
  {
    mistake: 'an extended attribute outside the user namespace',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: '/run/clock', XAttrListen: { 'system.a': 'b' } })),
  },
  {
    mistake: 'a directive that has no effect in a socket',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: 3000, Delegate: true })),
  },
  {
    mistake: 'a default instance for a unit that isn’t a template',
    make: file('TimerUnit', 'clock.timer', ({ timer, install }, given) => {
      daily(timer, given);
      install.set({ DefaultInstance: '1' });
    }),
  },
  {
    mistake: 'a default instance with a slash',
    make: file('TimerUnit', 'clock@.timer', ({ timer, install }, given) => {
      daily(timer, given);
      install.set({ DefaultInstance: 'a/b' });
    }),
  },
  {
    mistake: 'a limit that the host’s systemd no longer supports',
    make: file('SliceUnit', 'app.slice', ({ slice }, { Size }) => slice.set({ DefaultMemoryLow: Size.mebibytes(1) })),
  },
  { mistake: 'a limit with an outdated name', make: directives(({ Size }) => ({ MemoryLimit: Size.gibibytes(1) })) },
  { mistake: 'a start limit in the wrong section', make: directives(() => ({ StartLimitBurst: 5 })) },
  { mistake: 'a directive for SysV init', make: directives(() => ({ SysVStartPriority: 5 })) },
  { mistake: 'privileges for all commands', make: directives(() => ({ PermissionsStartOnly: true })) },
  { mistake: 'an amount of memory as text in a condition', make: unit(() => ({ ConditionMemory: '4G' })) },
  { mistake: 'a type of virtualization in the wrong case', make: unit(() => ({ ConditionVirtualization: 'KVM' })) },
  { mistake: 'a device outside /dev', make: directives(() => ({ DeviceAllow: ['/opt/disk'] })) },
  { mistake: 'mount options with a space', make: directives(() => ({ RootImageOptions: { root: 'ro, noatime' } })) },
  {
    mistake: 'an invalid image policy',
    make: file('MountUnit', 'srv.mount', ({ mount }) => mount.set({ What: 'a', Where: '/srv', RootImagePolicy: 'root' })),
  },
  { mistake: 'text instead of bytes as standard input', make: directives(() => ({ StandardInputData: 'hello' })) },
  { mistake: 'a secret that is not encrypted', make: directives(() => ({ SetCredentialEncrypted: { token: 'hunter two' } })) },
  {
    mistake: 'an unknown mode for an open file',
    make: (given) => {
      const made = new given.systemd.ServiceUnit('clock.service');
      made.service.set({ ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy', OpenFile: { path: '/a', mode: 'write' } });
      return given.systemd.unitFileIssues(made);
    },
  },
  {
    mistake: 'an environment variable in a path',
    make: directives(({ Exec, systemd }) => ({ WorkingDirectory: systemd.specified`/srv/${Exec.env('APP')}` })),
  },
];

exports.reasons = {
  'unit/invalid-calendar': 'systemd ignores an invalid time, and the timer doesn’t elapse then.',
  'unit/missing-directive': 'systemd refuses a unit that has nothing to do.',
  'unit/invalid-address': 'systemd ignores an invalid address, and nothing listens there.',
  'unit/links-without-node': 'systemd refuses a unit with links unless it has exactly one socket or pipe in the file system.',
  'unit/mount-name-mismatch': 'systemd finds the unit for a path by its name, and refuses a unit with the name of another path.',
  'unit/invalid-attribute': 'systemd ignores an invalid attribute.',
  'unit/ignored-directive': 'The line has no effect, and systemd at most logs a notice.',
  'unit/invalid-instance-name': 'systemctl can’t enable the template, because the instance’s name becomes part of a unit’s name.',
  'unit/invalid-condition': 'systemd drops an invalid condition, or treats it as never met.',
  'unit/invalid-device': 'systemd ignores an invalid device, and the service gets no access to it.',
  'unit/invalid-mount-options': 'systemd mounts the image without the options.',
  'unit/invalid-image-policy': 'systemd refuses a unit with an invalid image policy.',
  'unit/invalid-bytes': 'systemd decodes the value from base64, so text would arrive as other bytes, or not at all.',
  'unit/invalid-base64': 'systemd ignores a credential that it can’t decode.',
  'unit/invalid-open-file': 'systemd ignores the line, and the service doesn’t get the file.',
};
