// Mistakes about ready-made rules, checks of other things than services, and Monit's own settings.

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
  { mistake: 'a ready-made rule of percent without Percent', make: ruled(({ SidekiqRules }) => [SidekiqRules.cpuPerCore(90)]) },
  {
    mistake: 'a ready-made rule that is always met',
    make: ruled(({ SidekiqRules, Size }) => [SidekiqRules.memory(Size.mebibytes(0))]),
  },
  { mistake: 'a latency in seconds without Duration', make: ruled(({ SidekiqRules }) => [SidekiqRules.queueLatency(300)]) },
  {
    mistake: 'a latency of a queue without a name',
    make: ruled(({ SidekiqRules, Duration }) => [SidekiqRules.queueLatency(Duration.minutes(5), { queue: '' })]),
  },
  { mistake: 'a negative number of jobs', make: ruled(({ SidekiqRules }) => [SidekiqRules.dead(-1)]) },
  { mistake: 'a ready-made rule that tells by a word', make: ruled(({ SidekiqRules }) => [SidekiqRules.crashed({ tell: 'slack' })]) },
  {
    mistake: 'a ready-made rule over more cycles than Monit counts',
    make: ruled(({ SidekiqRules, Duration, Percent }) => [SidekiqRules.cpuPerCore(Percent.of(90), { over: Duration.hours(24) })]),
  },
  {
    mistake: 'a rule about queues for what is no Sidekiq',
    make: ({ MonitCheck, SystemdService, SidekiqRules, Exec, stack, host }) => {
      const service = new SystemdService(stack, 'web', { host, service: { ExecStart: Exec.command('/usr/bin/web'), User: 'deploy' } });
      new MonitCheck(stack, 'monit', { service, matching: 'web', rules: [SidekiqRules.retries(100)] });
    },
  },
  {
    mistake: 'two rules that look for one Redis in two variables',
    make: ruled(({ SidekiqRules }) => [
      SidekiqRules.dead(100, { redis: { urlVariable: 'QUEUE_URL' } }),
      SidekiqRules.retries(1000, { redis: { urlVariable: 'JOBS_URL' } }),
    ]),
  },
  {
    mistake: 'a Redis by its URL in the program',
    make: ruled(({ SidekiqRules }) => [SidekiqRules.redis({ redis: { url: 'redis://redis.example.com' } })]),
  },
  {
    mistake: 'a file’s check with a rule for a process',
    make: ({ MonitFileCheck, when, alert, stack, host }) =>
      new MonitFileCheck(stack, 'log', { host, path: '/var/log/app.log', rules: [when.threads.above(5).do(alert())] }),
  },
  {
    mistake: 'a file’s check that depends on a check of another host',
    make: (given) => {
      const { MonitFileCheck, stack, host } = given;
      const other = new MonitFileCheck(stack, 'other', { host: otherHost(given), path: '/etc/a' });
      new MonitFileCheck(stack, 'log', { host, path: '/var/log/app.log', dependsOn: [other] });
    },
  },
  {
    mistake: 'a program’s check by a command line',
    make: ({ MonitProgramCheck, when, alert, stack, host }) =>
      new MonitProgramCheck(stack, 'backup', { host, program: '/bin/backup --check', rules: [when.status.notEqual(0).do(alert())] }),
  },
  {
    mistake: 'a network’s check without an interface',
    make: ({ MonitNetworkCheck, stack, host }) => new MonitNetworkCheck(stack, 'uplink', { host }),
  },
  {
    mistake: 'a check every so often, as text',
    make: ({ MonitFileCheck, stack, host }) => new MonitFileCheck(stack, 'log', { host, path: '/a', every: '5 cycles' }),
  },
  { mistake: 'a start delay that is not taken over', make: daemon(({ Duration }) => ({ startDelay: Duration.seconds(60) })) },
  { mistake: 'a mail server’s password in the program', make: daemon(() => server({ username: 'monit', password: 'p4ss', ssl: true })) },
  {
    mistake: 'a mail server’s password from the host',
    make: daemon(({ Secret }) => server({ username: 'monit', password: Secret.fromHostFile('/etc/myapp/mail'), ssl: true })),
  },
  {
    mistake: 'a mail server’s password in clear',
    alsoTold: ['secret/in-control-file'],
    make: daemon(({ Secret, TerraformVariable, stack }) =>
      server({
        username: 'monit',
        password: Secret.fromVariable(new TerraformVariable(stack, 'mail', { type: 'string', sensitive: true })),
      }),
    ),
  },
  {
    mistake: 'Monit’s own unit where Debian has one',
    make: (given) => {
      const { Host, MonitDaemon, Platform, stack, ssh, address } = given;
      const host = new Host(stack, 'worker-2', { address, ssh, platform: Platform.DEBIAN_13 });
      new MonitDaemon(stack, 'monit-daemon', { host, nativeUnit: true });
    },
  },
];

exports.reasons = {
  'sidekiq/invalid-rule': 'The rule becomes a Monit limit, or an argument of the program that checks the queues.',
  'monit/conflicting-rules': 'The rules of a check share the programs and units that read for them.',
  'sidekiq/rule-without-sidekiq': 'Quiet, queues and Redis belong to Sidekiq: for another program, the rule would never fire.',
  'monit/no-interface': 'Monit finds an interface by its name or by an address that it has.',
  'monit/unused-start-delay': 'The delay is part of the same Monit statement as the interval, which is written only with takeOver.',
  'monit/invalid-mail':
    'Monit sends all of a host’s mail through one list of servers. A password belongs in its control file, never in your program.',
  'monit/native-unit-not-needed':
    'Since Debian 13, the host’s own unit runs Monit in a sandbox and restarts it: a unit without a sandbox would be less secure.',
};
