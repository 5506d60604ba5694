// Mistakes about instances, timers, sockets, slices, targets and drop-ins.

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
  { mistake: 'a user’s service that becomes somebody', make: ofUser((given) => ({ service: command(given) })) },
  {
    mistake: 'a user’s service with a sandbox and no namespace',
    make: ofUser(({ Exec }) => ({
      service: { ExecStart: Exec.command('/usr/bin/prune'), ProtectSystem: 'strict' },
    })),
  },
  {
    mistake: 'a user’s service after the network',
    make: ofUser(() => ({ unit: { After: ['network.target'] } })),
  },
  {
    mistake: 'a user’s service that stops for longer than its systemd',
    make: ofUser(({ Exec, Duration }) => ({ service: { ExecStart: Exec.command('/usr/bin/prune'), TimeoutStopSec: Duration.minutes(5) } })),
  },
  {
    mistake: 'variables that only root can read for a user’s service',
    make: (given) =>
      ofUser()(given).addEnvironmentFile(
        new given.EnvironmentFile(given.stack, 'env', { host: given.host, path: '/etc/clock.env', variables: { A: 'a' } }),
      ),
  },
  {
    mistake: 'the systemd of a user by number',
    make: ({ SystemdUserManager, stack, host }) => new SystemdUserManager(stack, 'deploys', { host, user: '1000' }),
  },
  {
    mistake: 'a user’s service without its systemd',
    make: ({ SystemdUserService, Exec, stack }) =>
      new SystemdUserService(stack, 'clock', { service: { ExecStart: Exec.command('/usr/bin/prune') } }),
  },
];

exports.reasons = {
  'service/invalid-instances': 'Each instance is a separate unit, and its name is part of the unit’s name.',
  'service/pidfile-of-instances':
    'If several processes write one pidfile, it names the last one: Monit would watch and restart only that process.',
  'monit/check-of-instances': 'Monit takes the first process that it finds as the service, so the others would not be watched.',
  'unit/other-section': 'systemd reads only the sections that belong to the unit’s type, and ignores the rest.',
  'unit/not-in-user-service': 'A user’s systemd does not run as root, so the service would fail at every start.',
  'unit/ignored-in-user-service':
    'A user’s systemd starts the service without it and reports nothing, so the sandbox or limit would be missing.',
  'unit/system-unit-in-user-service':
    'A user’s systemd has its own units: a dependency on a system unit orders nothing and waits for nothing.',
  'service/long-user-stop': 'At shutdown, the system’s systemd kills the user’s systemd and all of its services when their time is over.',
  'service/unreadable-environment': 'The service would fail to start, because its user, not root, reads its variables.',
  'unit/cannot-reset': 'systemd ignores the empty assignment, and the unit keeps its value.',
};
