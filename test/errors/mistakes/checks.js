// Mistakes about Monit checks: their processes, programs and restarts.

const serviceOf = (given, { props = {}, directives = {} } = {}) =>
  new given.SystemdService(given.stack, 'clock', {
    host: given.host,
    service: {
      ExecStart: given.Exec.command('/usr/bin/clockwork'),
      User: 'deploy',
      TimeoutStartSec: given.Duration.seconds(10),
      TimeoutStopSec: given.Duration.seconds(10),
      ...directives,
    },
    ...props,
  });
const check =
  (props, service = () => ({})) =>
  (given) => {
    const clock = serviceOf(given, service(given));
    const pidfile = new given.PidfileHooks(given.stack, 'pidfile', { service: clock });
    return new given.MonitCheck(given.stack, 'monit', { service: clock, pidfile, ...props(given) });
  };
const on = (platform, make) => (given) => {
  const { Host, Platform, stack, ssh, address } = given;
  return make({ ...given, host: new Host(stack, 'worker-2', { address, ssh, platform: Platform[platform] }) });
};
const otherNotifier = ({ Host, SlackNotifier, Secret, stack, ssh, address }) =>
  new SlackNotifier(stack, 'slack', {
    host: new Host(stack, 'worker-2', { address, ssh }),
    webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook'),
  });

exports.mistakes = [
  { mistake: 'a check without a service', make: ({ MonitCheck, stack }) => new MonitCheck(stack, 'monit', { matching: 'clockwork' }) },
  { mistake: 'a check without a pidfile or a pattern', make: check(() => ({ pidfile: undefined })) },
  { mistake: 'a check with both a pidfile and a pattern', make: check(() => ({ matching: 'clockwork' })) },
  { mistake: 'a check with an empty pattern', make: check(() => ({ pidfile: undefined, matching: '' })) },
  {
    mistake: 'the pidfile of another service',
    make: (given) => {
      const { MonitCheck, PidfileHooks, SystemdService, Exec, stack, host } = given;
      const other = new SystemdService(stack, 'other', { host, service: { ExecStart: Exec.command('/usr/bin/other'), User: 'deploy' } });
      new MonitCheck(stack, 'monit', { service: serviceOf(given), pidfile: new PidfileHooks(stack, 'pidfile', { service: other }) });
    },
  },
  {
    mistake: 'the pidfile of another host',
    make: (given) => {
      const { Host, MonitCheck, PidfileHooks, SystemdService, Exec, stack, ssh, address } = given;
      const host = new Host(stack, 'worker-2', { address, ssh });
      const other = new SystemdService(stack, 'other', { host, service: { ExecStart: Exec.command('/usr/bin/other'), User: 'deploy' } });
      new MonitCheck(stack, 'monit', { service: serviceOf(given), pidfile: new PidfileHooks(stack, 'pidfile', { service: other }) });
    },
  },
  {
    mistake: 'a pidfile that is never written',
    make: (given) => new given.MonitCheck(given.stack, 'monit', { service: serviceOf(given), pidfile: '/run/clock.pid' }),
  },
  { mistake: 'a check name with a slash', make: check(() => ({ checkName: 'jobs/clock' })) },
  { mistake: 'a check name with a control character', make: check(() => ({ checkName: 'cl\tock' })) },
  {
    mistake: 'two checks of one service',
    make: (given) => {
      const clock = serviceOf(given);
      for (const id of ['one', 'two']) new given.MonitCheck(given.stack, id, { service: clock, matching: 'clockwork' });
    },
  },
  {
    mistake: 'two checks with one name',
    make: ({ MonitCheck, SystemdService, Exec, stack, host }) => {
      for (const [id, checkName] of [
        ['one', 'jobs'],
        ['two', 'Jobs'],
      ]) {
        const service = new SystemdService(stack, id, { host, service: { ExecStart: Exec.command('/usr/bin/jobs'), User: 'deploy' } });
        new MonitCheck(stack, `${id}-monit`, { service, matching: id, checkName });
      }
    },
  },
  { mistake: 'an incomplete rule', make: check(({ when }) => ({ rules: [when.doesNotExist().forCycles(9)] })) },
  { mistake: 'a string as a rule', make: check(() => ({ rules: ['if totalmem > 800 MB then restart'] })) },
  { mistake: 'a rule instead of a list of rules', make: check(({ when, alert }) => ({ rules: when.threads.above(100).do(alert()) })) },
  { mistake: 'a string as an action', make: check(({ when }) => ({ rules: [when.threads.above(100).do('restart')] })) },
  {
    mistake: 'a rule of a program check',
    make: check(({ when, alert }) => ({ rules: [when.status.notEqual(0).do(alert())] })),
  },
  {
    mistake: 'a notifier of another host in a rule',
    make: check((given) => ({ rules: [given.when.threads.above(100).do(otherNotifier(given).notify())] })),
  },
  { mistake: 'a notifier of another host in whenGone', make: check((given) => ({ whenGone: otherNotifier(given).notify() })) },
  { mistake: 'a string as whenGone', make: check(() => ({ whenGone: 'alert' })) },
  {
    mistake: 'whenGone together with a rule for the same event',
    make: check(({ when, alert }) => ({ whenGone: alert(), rules: [when.doesNotExist().forCycles(9).do(alert())] })),
  },
  {
    mistake: 'whenGone for a service that Monit supervises',
    make: check(
      ({ alert }) => ({ whenGone: alert() }),
      () => ({ props: { supervisor: 'monit' } }),
    ),
  },
  {
    mistake: 'a restart by both Monit and systemd',
    make: check(({ when, restart }) => ({ rules: [when.doesNotExist().forCycles(9).do(restart())] })),
  },
  {
    mistake: 'a check that fires during a normal restart',
    make: check(
      ({ when, alert }) => ({ rules: [when.doesNotExist().forCycles(1).do(alert())] }),
      ({ Duration }) => ({ directives: { TimeoutStopSec: Duration.minutes(5) } }),
    ),
  },
  {
    mistake: 'a service without a stop timeout',
    make: check(
      () => ({}),
      () => ({ directives: { TimeoutStopSec: 'infinity' } }),
    ),
  },
  {
    mistake: 'a stop program with a shorter timeout than the unit',
    make: check(({ Duration }) => ({ stop: { argv: ['/bin/systemctl', 'stop', 'clock.service'], timeout: Duration.seconds(5) } })),
  },
  {
    mistake: 'a restart action without a limit',
    make: check(({ when, restart }) => ({
      restart: { argv: ['/bin/systemctl', 'restart', 'clock.service'] },
      rules: [when.threads.above(100).do(restart())],
    })),
  },
  {
    mistake: 'a restart by the stop and start programs',
    make: check(({ when, restart }) => ({ restart: 'stop-start', rules: [when.threads.above(100).do(restart())] })),
    alsoReported: ['monit/no-restart-limit'],
  },
  { mistake: 'a restart cooldown of 0', make: check(({ Duration }) => ({ restartCooldown: Duration.seconds(0) })) },
  { mistake: 'a string as a program', make: check(() => ({ start: '/bin/systemctl start clock.service' })) },
  {
    mistake: 'a program without its path',
    make: check(({ Duration }) => ({ start: { argv: ['systemctl', 'start', 'clock.service'], timeout: Duration.seconds(60) } })),
  },
  {
    mistake: 'a program with too many words',
    make: check(({ Duration }) => ({
      start: { argv: ['/bin/echo', ...Array.from({ length: 63 }, () => 'x')], timeout: Duration.seconds(60) },
    })),
  },
  {
    mistake: 'a program with a NUL character in an argument',
    make: check(({ Duration }) => ({ start: { argv: ['/bin/echo', 'a\0b'], timeout: Duration.seconds(60) } })),
  },
  {
    mistake: 'a program with an argument that exceeds Monit’s buffer',
    make: check(({ Duration }) => ({ start: { argv: ['/bin/echo', 'x'.repeat(17_000)], timeout: Duration.seconds(60) } })),
  },
  {
    mistake: 'a program with a fractional timeout',
    make: check(({ Duration }) => ({ start: { argv: ['/bin/true'], timeout: Duration.seconds(60.5) } })),
  },
  {
    mistake: 'a program with a user but no group',
    make: check(({ Duration }) => ({ start: { argv: ['/bin/true'], uid: 'deploy', timeout: Duration.seconds(60) } })),
  },
  {
    mistake: 'a program with a space in its user name',
    make: check(({ Duration }) => ({ start: { argv: ['/bin/true'], uid: 'my user', gid: 'deploy', timeout: Duration.seconds(60) } })),
  },
  {
    mistake: 'a program with another user in Monit’s sandbox',
    make: on(
      'DEBIAN_13',
      check(({ Duration }) => ({ start: { argv: ['/bin/true'], uid: 'deploy', gid: 'deploy', timeout: Duration.seconds(60) } })),
    ),
  },
  {
    mistake: 'a pidfile that Monit can’t see from its sandbox',
    make: on(
      'DEBIAN_13',
      (given) =>
        new given.MonitCheck(given.stack, 'monit', {
          service: serviceOf(given, { directives: { Type: 'forking', PIDFile: '/home/deploy/clock.pid' } }),
          pidfile: '/home/deploy/clock.pid',
        }),
    ),
  },
  {
    mistake: 'an interval of half a second',
    make: ({ MonitDaemon, Duration, stack, host }) => new MonitDaemon(stack, 'monit', { host, interval: Duration.seconds(0.5) }),
  },
  {
    mistake: 'a socket path that is too long',
    make: ({ MonitDaemon, stack, host }) => new MonitDaemon(stack, 'monit', { host, socket: `/run/${'x'.repeat(110)}` }),
  },
  {
    mistake: 'two Monit daemons on one host',
    make: ({ MonitDaemon, stack, host }) => {
      for (const id of ['one', 'two']) new MonitDaemon(stack, id, { host });
    },
  },
];

exports.reasons = {
  'monit/no-process': 'Monit finds a process either by its pidfile or by its command line.',
  'monit/pidfile-of-other-service': 'The check would monitor one process and restart another.',
  'monit/invalid-check-name': 'The check’s file has the same name, and Monit skips files that start with a dot or end with ~.',
  'monit/duplicate-daemon': 'A host has one Monit, with one cycle and one socket.',
  'monit/invalid-rule': 'Monit rejects the whole file, including all other checks in it.',
  'monit/invalid-cooldown': 'Between two restarts, the service needs time to do some work.',
  'monit/invalid-interval': 'Monit counts its cycle in whole seconds.',
  'monit/fires-too-early': 'The check fires during a normal restart.',
  'monit/grace-too-long': 'The check must wait longer than a stop and a start may take, and Monit remembers only 64 cycles.',
  'monit/unused-when-gone': 'Only one action can apply when the process isn’t running, so whenGone has no effect.',
  'monit/pidfile-never-written': 'Monit reports the process as not running from the first cycle on.',
  'monit/invalid-account': 'Monit looks the name up when it reads the file, and rejects the whole configuration if it doesn’t exist.',
  'monit/empty-pattern': 'An empty pattern matches every process, so Monit monitors the first one that it finds.',
  'monit/invalid-path': 'Monit runs in /, without a shell and without PATH, so it needs absolute paths.',
  'monit/too-many-words': 'Monit accepts 63 words, and rejects the whole configuration for more.',
  'monit/unrepresentable-text': 'Such an argument can’t be passed to a program or written to a control file.',
  'monit/text-too-long': 'The text exceeds Monit’s buffer: Monit rejects all control files, without naming one.',
  'monit/invalid-timeout': 'Monit counts whole seconds, and exits on 0.',
  'monit/uid-without-gid': 'With only a user, the program keeps root’s group; with only a group, it keeps running as root.',
  'monit/socket-path-too-long': 'The kernel allows no longer socket path, so `monit status` can’t reach the daemon.',
};
