// Mistakes about units of other types than service, and about what only newer types of values have.

const { directives } = require('./clock');

const unit = (values) => directives(() => ({}), values);

/** A unit file of a type of its own, without a construct. */
const file = (Kind, name, change) => (given) => {
  const made = new given.systemd[Kind](name);
  change(made, given);
  return given.systemd.unitFileIssues(made, { systemdVersion: 262 });
};
const daily = (timer, { systemd }) => timer.set({ OnCalendar: systemd.Calendar.daily() });

exports.mistakes = [
  {
    mistake: 'a time of day that there is not',
    make: file('TimerUnit', 'clock.timer', ({ timer }, { systemd }) => timer.set({ OnCalendar: systemd.Calendar.of('Mon..Fri 25:00') })),
  },
  { mistake: 'a calendar as text', make: file('TimerUnit', 'clock.timer', ({ timer }) => timer.set({ OnCalendar: 'daily' })) },
  { mistake: 'a timer without a time', make: file('TimerUnit', 'clock.timer', ({ timer }) => timer.set({ Persistent: true })) },
  {
    mistake: 'a timer for a timer',
    make: file('TimerUnit', 'clock.timer', ({ timer }, given) => daily(timer, given).set({ Unit: 'other.timer' })),
  },
  {
    mistake: 'a port out of range',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: '127.0.0.1:70000' })),
  },
  {
    mistake: 'links of a socket that has only a port',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: 3000, Symlinks: ['/run/clock'] })),
  },
  {
    mistake: 'a mount of another name',
    make: file('MountUnit', 'data.mount', ({ mount }) => mount.set({ What: '/dev/sdb1', Where: '/srv/data' })),
  },
  { mistake: 'a slice in no slice', make: file('SliceUnit', 'app--workers.slice', () => undefined) },
  {
    mistake: 'an attribute of a socket that is not a user’s',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: '/run/clock', XAttrListen: { 'system.a': 'b' } })),
  },
  {
    mistake: 'a directive that does nothing in a socket',
    make: file('SocketUnit', 'clock.socket', ({ socket }) => socket.set({ ListenStream: 3000, Delegate: true })),
  },
  {
    mistake: 'an instance for what is no template',
    make: file('TimerUnit', 'clock.timer', ({ timer, install }, given) => {
      daily(timer, given);
      install.set({ DefaultInstance: '1' });
    }),
  },
  {
    mistake: 'an instance with a slash',
    make: file('TimerUnit', 'clock@.timer', ({ timer, install }, given) => {
      daily(timer, given);
      install.set({ DefaultInstance: 'a/b' });
    }),
  },
  {
    mistake: 'a limit that its host’s systemd has given up',
    make: file('SliceUnit', 'app.slice', ({ slice }, { Size }) => slice.set({ DefaultMemoryLow: Size.mebibytes(1) })),
  },
  { mistake: 'a limit by its old name', make: directives(({ Size }) => ({ MemoryLimit: Size.gibibytes(1) })) },
  { mistake: 'a start limit in the wrong section', make: directives(() => ({ StartLimitBurst: 5 })) },
  { mistake: 'what systemd has long forgotten', make: directives(() => ({ SysVStartPriority: 5 })) },
  { mistake: 'privileges for all commands', make: directives(() => ({ PermissionsStartOnly: true })) },
  { mistake: 'memory to compare as text', make: unit(() => ({ ConditionMemory: '4G' })) },
  { mistake: 'a virtualization that there is not', make: unit(() => ({ ConditionVirtualization: 'KVM' })) },
  { mistake: 'a device outside /dev', make: directives(() => ({ DeviceAllow: ['/opt/disk'] })) },
  { mistake: 'mount options with a blank', make: directives(() => ({ RootImageOptions: { root: 'ro, noatime' } })) },
  {
    mistake: 'a policy of images that is none',
    make: file('MountUnit', 'srv.mount', ({ mount }) => mount.set({ What: 'a', Where: '/srv', RootImagePolicy: 'root' })),
  },
  { mistake: 'input as a text where bytes are asked for', make: directives(() => ({ StandardInputData: 'hello' })) },
  { mistake: 'a secret that is not encrypted', make: directives(() => ({ SetCredentialEncrypted: { token: 'hunter two' } })) },
  {
    mistake: 'a mode of an open file that there is not',
    make: (given) => {
      const made = new given.systemd.ServiceUnit('clock.service');
      made.service.set({ ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy', OpenFile: { path: '/a', mode: 'write' } });
      return given.systemd.unitFileIssues(made);
    },
  },
  {
    mistake: 'a variable of the environment in a path',
    make: directives(({ Exec, systemd }) => ({ WorkingDirectory: systemd.specified`/srv/${Exec.env('APP')}` })),
  },
];

exports.reasons = {
  'unit/invalid-calendar': 'systemd ignores an invalid time, and the timer does not elapse then.',
  'unit/missing-directive': 'systemd refuses a unit that has nothing to do.',
  'unit/invalid-address': 'systemd ignores an invalid address, and nothing listens there.',
  'unit/links-without-node': 'The links point to one socket or pipe in the file system: systemd refuses a unit with none or several.',
  'unit/mount-name-mismatch': 'systemd finds the unit of a path by its name, and refuses a unit with the name of another path.',
  'unit/invalid-attribute': 'systemd ignores an invalid attribute.',
  'unit/ignored-directive': 'systemd logs a notice, and the line has no effect.',
  'unit/invalid-instance-name': 'The instance’s name becomes part of a unit’s name.',
  'unit/invalid-condition': 'systemd drops an invalid condition, or takes it as never met.',
  'unit/invalid-device': 'systemd ignores an invalid device, and the service gets no access to it.',
  'unit/invalid-mount-options': 'systemd ignores invalid options.',
  'unit/invalid-image-policy': 'systemd ignores an invalid policy, and accepts every image.',
  'unit/invalid-bytes': 'Text has an encoding, which is not specified here.',
  'unit/invalid-base64': 'systemd ignores a credential that it can’t decode.',
  'unit/invalid-open-file': 'systemd ignores the line, and the service doesn’t get the file.',
};
