// Mistakes about instances, timers, sockets, slices, targets and drop-ins.

const { clock } = require('./clock');

const own = (Kind, props) => (given) => new given[Kind](given.stack, 'clock', { host: given.host, ...props(given) });
const other = ({ Host, stack, address, ssh }) => new Host(stack, 'worker-2', { address, ssh });
const command = ({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/prune'), User: 'deploy' });

exports.mistakes = [
  { mistake: 'no instances', make: clock(() => ({ instances: 0 })) },
  { mistake: 'an instance with a blank', make: clock(() => ({ instances: ['one', 'the other'] })) },
  { mistake: 'an instance twice', make: clock(() => ({ instances: ['one', 'one'] })) },
  { mistake: 'instances of an instance', make: clock(() => ({ unitName: 'clock@1', instances: 2 })) },
  {
    mistake: 'one pidfile for all instances',
    make: (given) =>
      new given.PidfileHooks(given.stack, 'pidfile', { service: clock(() => ({ instances: 2 }))(given), path: '/run/clock.pid' }),
  },
  {
    mistake: 'one pattern for all instances',
    make: (given) => new given.MonitCheck(given.stack, 'monit', { service: clock(() => ({ instances: 2 }))(given), matching: 'clockwork' }),
  },
  {
    mistake: 'a timer with the name of a service',
    make: own('SystemdTimer', (given) => ({
      unitName: 'clock.service',
      service: command(given),
      timer: { OnCalendar: given.systemd.Calendar.daily() },
    })),
  },
  { mistake: 'a timer for no program', make: own('SystemdTimer', (given) => ({ timer: { OnCalendar: given.systemd.Calendar.daily() } })) },
  { mistake: 'a slice with a name of its own kind', make: own('SystemdSlice', () => ({ unitName: 'workers.slcie' })) },
  {
    mistake: 'a service in the slice of another host',
    make: (given) => own('SystemdSlice', () => ({ unitName: 'workers' }))({ ...given, host: other(given) }).addServices(clock()(given)),
  },
  {
    mistake: 'a socket without its service',
    make: ({ SystemdSocket, stack }) => new SystemdSocket(stack, 'clock', { socket: { ListenStream: 3000 } }),
  },
  { mistake: 'a drop-in on a unit without its suffix', make: own('SystemdDropIn', () => ({ unitName: 'nginx' })) },
  {
    mistake: 'a drop-in with another type’s section',
    make: own('SystemdDropIn', () => ({ unitName: 'nginx.service', socket: { Backlog: 10 } })),
  },
  {
    mistake: 'a drop-in that empties a dependency',
    make: (given) => own('SystemdDropIn', () => ({ unitName: 'nginx.service' }))(given).extension.unit.reset('After'),
  },
];

exports.reasons = {
  'constructs/bad-instances': 'Each instance is a unit of its own, whose name the instance’s name is a part of.',
  'constructs/pidfile-of-instances':
    'A file that several processes write names the one that came last: Monit would watch, and restart, that one alone.',
  'constructs/check-of-instances': 'Monit takes the first process that it finds for the service: the others would go unwatched.',
  'constructs/other-section': 'systemd reads of a unit file what belongs to the unit’s type, and ignores the rest.',
  'systemd/cannot-reset': 'systemd takes the empty line for nothing, and the unit keeps what it had.',
};
