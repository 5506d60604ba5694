// Mistakes about ready-made rules, checks other than those of services, and Monit's own settings.

const sidekiqOf = (given) =>
  new given.SidekiqService(given.stack, 'sidekiq', {
    host: given.host,
    version: '7.3',
    workingDirectory: '/opt/myapp/current',
    user: 'deploy',
  });
const ruled = (rules) => (given) =>
  new given.MonitCheck(given.stack, 'monit', { service: sidekiqOf(given), matching: '^sidekiq', rules: rules(given) });
const daemon = (props) => (given) => new given.MonitDaemon(given.stack, 'monit-daemon', { host: given.host, ...props(given) });
const server = (more) => ({ mail: { servers: [{ host: 'mail.example.com', ...more }] } });
const otherHost = ({ Host, stack, ssh, address }) => new Host(stack, 'worker-2', { address, ssh });

exports.mistakes = [
  { mistake: 'a percentage without Percent in a ready-made rule', make: ruled(({ SidekiqRules }) => [SidekiqRules.cpuPerCore(90)]) },
  {
    mistake: 'a ready-made rule that is always true',
    make: ruled(({ SidekiqRules, Size }) => [SidekiqRules.memory(Size.mebibytes(0))]),
  },
  { mistake: 'a latency without Duration', make: ruled(({ SidekiqRules }) => [SidekiqRules.queueLatency(300)]) },
  {
    mistake: 'a latency rule with an empty queue name',
    make: ruled(({ SidekiqRules, Duration }) => [SidekiqRules.queueLatency(Duration.minutes(5), { queue: '' })]),
  },
  { mistake: 'a negative number of jobs', make: ruled(({ SidekiqRules }) => [SidekiqRules.dead(-1)]) },
  {
    mistake: 'a string as the notifier of a ready-made rule',
    make: ruled(({ SidekiqRules }) => [SidekiqRules.crashed({ notify: 'slack' })]),
  },
  {
    mistake: 'a longer period in a ready-made rule than Monit remembers',
    make: ruled(({ SidekiqRules, Duration, Percent }) => [SidekiqRules.cpuPerCore(Percent.of(90), { over: Duration.hours(24) })]),
  },
  {
    mistake: 'a rule about queues for a service other than Sidekiq',
    make: ({ MonitCheck, SystemdService, SidekiqRules, Exec, stack, host }) => {
      const service = new SystemdService(stack, 'web', { host, service: { ExecStart: Exec.command('/usr/bin/web'), User: 'deploy' } });
      new MonitCheck(stack, 'monit', { service, matching: 'web', rules: [SidekiqRules.retries(100)] });
    },
  },
  {
    mistake: 'two rules that read the Redis URL from different variables',
    make: ruled(({ SidekiqRules }) => [
      SidekiqRules.dead(100, { redis: { urlVariable: 'QUEUE_URL' } }),
      SidekiqRules.retries(1000, { redis: { urlVariable: 'JOBS_URL' } }),
    ]),
  },
  {
    mistake: 'a Redis URL in the program',
    make: ruled(({ SidekiqRules }) => [SidekiqRules.redis({ redis: { url: 'redis://redis.example.com' } })]),
  },
  {
    mistake: 'a process rule in a file check',
    make: ({ MonitFileCheck, when, alert, stack, host }) =>
      new MonitFileCheck(stack, 'log', { host, path: '/var/log/app.log', rules: [when.threads.above(5).do(alert())] }),
  },
  {
    mistake: 'a file check that depends on a check of another host',
    make: (given) => {
      const { MonitFileCheck, stack, host } = given;
      const other = new MonitFileCheck(stack, 'other', { host: otherHost(given), path: '/etc/a' });
      new MonitFileCheck(stack, 'log', { host, path: '/var/log/app.log', dependsOn: [other] });
    },
  },
  {
    mistake: 'a command line in a program check',
    make: ({ MonitProgramCheck, when, alert, stack, host }) =>
      new MonitProgramCheck(stack, 'backup', { host, program: '/bin/backup --check', rules: [when.status.notEqual(0).do(alert())] }),
  },
  {
    mistake: 'a network check without an interface',
    make: ({ MonitNetworkCheck, stack, host }) => new MonitNetworkCheck(stack, 'uplink', { host }),
  },
  {
    mistake: 'a string as a check’s schedule',
    make: ({ MonitFileCheck, stack, host }) => new MonitFileCheck(stack, 'log', { host, path: '/a', every: '5 cycles' }),
  },
  { mistake: 'a start delay without takeOver', make: daemon(({ Duration }) => ({ startDelay: Duration.seconds(60) })) },
  { mistake: 'a mail server’s password in the program', make: daemon(() => server({ username: 'monit', password: 'p4ss', ssl: true })) },
  {
    mistake: 'a mail server’s password from the host',
    make: daemon(({ Secret }) => server({ username: 'monit', password: Secret.fromHostFile('/etc/myapp/mail'), ssl: true })),
  },
  {
    mistake: 'a mail server’s password in plaintext',
    alsoReported: ['secret/in-control-file'],
    make: daemon(({ Secret, TerraformVariable, stack }) =>
      server({
        username: 'monit',
        password: Secret.fromVariable(new TerraformVariable(stack, 'mail', { type: 'string', sensitive: true })),
      }),
    ),
  },
  {
    mistake: 'a native unit where Debian has its own',
    make: (given) => {
      const { Host, MonitDaemon, Platform, stack, ssh, address } = given;
      const host = new Host(stack, 'worker-2', { address, ssh, platform: Platform.DEBIAN_13 });
      new MonitDaemon(stack, 'monit-daemon', { host, nativeUnit: true });
    },
  },
];

exports.reasons = {
  'sidekiq/invalid-rule': 'The rule becomes a limit of Monit, or an argument of the program that checks the queues.',
  'monit/conflicting-rules': 'The rules of a check share the programs and units that read from Redis.',
  'sidekiq/rule-without-sidekiq': 'Quieting, queues and Redis belong to Sidekiq: for another program, the rule never fires.',
  'monit/no-interface': 'Monit finds an interface by its name or by one of its addresses.',
  'monit/unused-start-delay': 'The delay is part of the same Monit statement as the interval, which is written only with takeOver.',
  'monit/invalid-mail':
    'Monit sends all mail of a host through one list of servers, and a password in your program ends up in its repository.',
  'monit/native-unit-not-needed':
    'Since Debian 13, the host’s own unit sandboxes and restarts Monit: a unit without the sandbox is less secure.',
};
