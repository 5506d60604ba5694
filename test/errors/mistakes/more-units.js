// Mistakes in instances, timers, sockets, slices, drop-ins and user services.

const { clock } = require('./clock');

const own = (Kind, props) => (given) => new given[Kind](given.stack, 'clock', { host: given.host, ...props(given) });
const other = ({ Host, stack, address, ssh }) => new Host(stack, 'worker-2', { address, ssh });
const command = ({ Exec }) => ({ ExecStart: Exec.command('/usr/bin/prune'), User: 'deploy' });

const ofUser =
  (props = () => ({})) =>
  (given) => {
    const manager = new given.SystemdUserManager(given.stack, 'deploys', { host: given.host, user: 'deploy' });
    return new given.SystemdUserService(given.stack, 'clock', {
      manager,
      service: { ExecStart: given.Exec.command('/usr/bin/prune') },
      ...props(given),
    });
  };

exports.mistakes = [
  { mistake: 'no instances', make: clock(() => ({ instances: 0 })) },
  { mistake: 'an instance name with a space', make: clock(() => ({ instances: ['one', 'the other'] })) },
  { mistake: 'a duplicate instance', make: clock(() => ({ instances: ['one', 'one'] })) },
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
    mistake: 'a timer named like a service',
    make: own('SystemdTimer', (given) => ({
      unitName: 'clock.service',
      service: command(given),
      timer: { OnCalendar: given.systemd.Calendar.daily() },
    })),
  },
  {
    mistake: 'a timer without a service',
    make: own('SystemdTimer', (given) => ({ timer: { OnCalendar: given.systemd.Calendar.daily() } })),
  },
  { mistake: 'a slice with a misspelt suffix', make: own('SystemdSlice', () => ({ unitName: 'workers.slcie' })) },
  {
    mistake: 'a service in the slice of another host',
    make: (given) => own('SystemdSlice', () => ({ unitName: 'workers' }))({ ...given, host: other(given) }).addServices(clock()(given)),
  },
  {
    mistake: 'a socket without its service',
    make: ({ SystemdSocket, stack }) => new SystemdSocket(stack, 'clock', { socket: { ListenStream: 3000 } }),
  },
  { mistake: 'a drop-in for a unit name without a suffix', make: own('SystemdDropIn', () => ({ unitName: 'nginx' })) },
  {
    mistake: 'a drop-in with a section of another unit type',
    make: own('SystemdDropIn', () => ({ unitName: 'nginx.service', socket: { Backlog: 10 } })),
  },
  {
    mistake: 'a drop-in that resets a dependency',
    make: (given) => own('SystemdDropIn', () => ({ unitName: 'nginx.service' }))(given).extension.unit.reset('After'),
  },
  { mistake: 'a user service with User=', make: ofUser((given) => ({ service: command(given) })) },
  {
    mistake: 'a user service with a sandbox but no user namespace',
    make: ofUser(({ Exec }) => ({
      service: { ExecStart: Exec.command('/usr/bin/prune'), ProtectSystem: 'strict' },
    })),
  },
  {
    mistake: 'a user service ordered after a system unit',
    make: ofUser(() => ({ unit: { After: ['network.target'] } })),
  },
  {
    mistake: 'a user service with a longer stop timeout than its user manager',
    make: ofUser(({ Exec, Duration }) => ({ service: { ExecStart: Exec.command('/usr/bin/prune'), TimeoutStopSec: Duration.minutes(5) } })),
  },
  {
    mistake: 'an environment file that only root can read, for a user service',
    make: (given) =>
      ofUser()(given).addEnvironmentFile(
        new given.EnvironmentFile(given.stack, 'env', { host: given.host, path: '/etc/clock.env', variables: { A: 'a' } }),
      ),
  },
  {
    mistake: 'a user manager for a numeric user id',
    make: ({ SystemdUserManager, stack, host }) => new SystemdUserManager(stack, 'deploys', { host, user: '1000' }),
  },
  {
    mistake: 'a user service without a user manager',
    make: ({ SystemdUserService, Exec, stack }) =>
      new SystemdUserService(stack, 'clock', { service: { ExecStart: Exec.command('/usr/bin/prune') } }),
  },
];

exports.reasons = {
  'service/invalid-instances': 'Each instance is a unit of its own, and the instance name is part of the unit’s name.',
  'service/pidfile-of-instances': 'All instances would write the same pidfile, and Monit would watch only the one that wrote it last.',
  'monit/check-of-instances': 'Monit would watch only the first matching process that it finds, and none of the others.',
  'unit/other-section': 'systemd reads only the sections that belong to the unit’s type, and ignores all others.',
  'unit/not-in-user-service': 'A user manager does not run as root, so the service would fail at every start.',
  'unit/ignored-in-user-service':
    'A user manager starts the service without the directive and reports no error, so the sandbox or limit would be missing.',
  'unit/system-unit-in-user-service':
    'A user manager does not know the system’s units, so ordering after one, or wanting it, has no effect.',
  'service/long-user-stop':
    'At shutdown, systemd kills the user manager and all of its services when the user manager’s own stop timeout is over.',
  'service/unreadable-environment': 'The user manager reads the file without root’s rights, so the service would fail to start.',
  'unit/cannot-reset': 'systemd ignores the empty assignment, so the unit keeps its previous value.',
};
