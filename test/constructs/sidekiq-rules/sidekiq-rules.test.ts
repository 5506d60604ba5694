import {
  alert,
  Duration,
  exec,
  MonitCheck,
  MonitDaemon,
  Percent,
  Ruby,
  Secret,
  SidekiqRules,
  SidekiqService,
  Size,
  SystemdService,
  Exec,
  when,
  type Bundle,
  type MonitCheckProps,
  type SidekiqServiceProps,
} from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { codesRaised } from '../../support/units';

const notify = exec(['/bin/notify']);

/** Returns the bundle of a Sidekiq that stops and starts within 135 s, on a host with a cycle of 30 s. */
function bundle(props: Partial<MonitCheckProps>, sidekiq: Partial<SidekiqServiceProps> = {}): Bundle {
  return bundleOf((stack, host) => {
    new MonitDaemon(stack, 'daemon', { host, interval: Duration.seconds(30) });
    const service = new SidekiqService(stack, 'sidekiq', {
      host,
      version: '7.3',
      workingDirectory: '/srv/app',
      user: 'deploy',
      ...sidekiq,
    });
    new MonitCheck(stack, 'check', { service, matching: '^sidekiq', ...props });
  });
}

const textOf = ({ files }: Bundle, path: string): string => files.find((file) => file.path === path)!.lines.join('\n');
const controlFile = (props: Partial<MonitCheckProps>): string => textOf(bundle(props), '/etc/monit/conf.d/sidekiq');

test('the recommended rules', () => {
  expect(controlFile({ rules: SidekiqRules.recommended({ notify }) })).toMatchInlineSnapshot(`
   "check process "sidekiq" matching "^sidekiq"
     start program = "/bin/systemctl start sidekiq.service" with timeout 100 seconds
     stop program = "/bin/systemctl stop sidekiq.service" with timeout 55 seconds
     restart program = "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard restart sidekiq.service 600" with timeout 145 seconds
     group "sidekiq"
     if totalmem > 80% for 10 cycles then restart
     if totalmem > 80% for 10 cycles then exec "/bin/notify" else if succeeded then exec "/bin/notify"
     if cpu > 95% per core for 20 cycles then exec "/bin/notify" else if succeeded then exec "/bin/notify"
     if does not exist for 5 cycles then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-state" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard check sidekiq.service" with timeout 30 seconds
     group "sidekiq"
     if status = 3 then exec "/bin/notify"
     if status = 1 then exec "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard revive sidekiq.service 600" repeat every 1 cycles
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-quiet" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq quiet sidekiq.service 900" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-redis" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq redis sidekiq.service" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-latency" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq latency sidekiq.service 300" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-retries" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq retries sidekiq.service 1000" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-dead" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq dead sidekiq.service 100" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check filesystem "sidekiq-log-disk" with path "/var/log"
     group "sidekiq"
     if does not exist then alert
     if space > 90% then exec "/bin/notify" else if succeeded then exec "/bin/notify"
   "
  `);
});

test('recommended rules with other limits, and without some', () => {
  const rules = SidekiqRules.recommended({
    memory: Size.mebibytes(800),
    cpuPerCore: false,
    queueLatency: Duration.seconds(90),
    retries: false,
    dead: 0,
    quiet: false,
    logDisk: false,
  });
  const { checks } = bundle({ rules });
  expect(checks).toEqual(['sidekiq', 'sidekiq-dead', 'sidekiq-latency', 'sidekiq-redis', 'sidekiq-state']);
  expect(controlFile({ rules })).toContain('if totalmem > 800 MB for 10 cycles then restart');
});

test('work alongside rules of `when`; two of a kind have different names', () => {
  const rules = [
    when.threads.above(100).do(alert()),
    SidekiqRules.queueLatency(Duration.minutes(1), { queue: 'critical jobs', notify }),
    SidekiqRules.queueLatency(Duration.minutes(5), { queue: 'critical jobs', over: Duration.minutes(2) }),
    SidekiqRules.memory(Percent.of(50), { restart: false, over: Duration.seconds(30) }),
  ];
  expect(controlFile({ rules })).toMatchInlineSnapshot(`
   "check process "sidekiq" matching "^sidekiq"
     start program = "/bin/systemctl start sidekiq.service" with timeout 100 seconds
     stop program = "/bin/systemctl stop sidekiq.service" with timeout 55 seconds
     restart program = "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard restart sidekiq.service 600" with timeout 145 seconds
     group "sidekiq"
     if does not exist for 5 cycles then alert
     if threads > 100 then alert
     if totalmem > 50% then alert else if succeeded then alert

   check program "sidekiq-latency-critical-jobs" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq latency sidekiq.service 60 'critical jobs'" with timeout 60 seconds
     group "sidekiq"
     if status = 1 then exec "/bin/notify" else if succeeded then exec "/bin/notify"

   check program "sidekiq-latency-critical-jobs-2" with path "/usr/local/lib/cdktf-sidekiq/sidekiq.service/sidekiq latency sidekiq.service 300 'critical jobs'" with timeout 60 seconds
     group "sidekiq"
     if status = 1 for 4 cycles then alert else if succeeded then alert
   "
  `);
});

test('each rule adds only the files that it needs', () => {
  const names = (rules: MonitCheckProps['rules']): string[] =>
    bundle({ rules })
      .files.map(({ path }) => path.replace('/usr/local/lib/cdktf-sidekiq/sidekiq.service/', ''))
      .filter((path) => !/^\/etc\/monit|start-when/.test(path));
  expect(names([SidekiqRules.crashed()])).toEqual(['/etc/systemd/system/sidekiq.service', 'guard']);
  expect(names([SidekiqRules.quiet(Duration.minutes(5))])).toEqual(['/etc/systemd/system/sidekiq.service', 'guard', 'sidekiq']);
  expect(names([SidekiqRules.redis()])).toEqual([
    '/etc/systemd/system/sidekiq-queues.service',
    '/etc/systemd/system/sidekiq.service',
    'guard',
    'queues',
    'queues.rb',
    'sidekiq',
  ]);
});

test('the unit that reads Redis has the user, the environment and the Ruby of the service', () => {
  const made = bundle(
    { rules: [SidekiqRules.redis({ redis: { urlVariable: 'QUEUE_URL', namespace: 'app', url: Secret.fromHostFile('/etc/redis-url') } })] },
    { ruby: Ruby.rbenv({ root: '/home/deploy/.rbenv' }), environmentFiles: ['/etc/myapp/env'], group: 'jobs' },
  );
  expect(textOf(made, '/etc/systemd/system/sidekiq-queues.service')).toMatchInlineSnapshot(`
   "[Unit]
   Description=Reads the queues of sidekiq.service for Monit
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=oneshot
   ExecStart=/usr/local/lib/cdktf-sidekiq/sidekiq.service/queues QUEUE_URL app /home/deploy/.rbenv/bin/rbenv exec ruby
   TimeoutStartSec=20s
   User=deploy
   Group=jobs
   WorkingDirectory=/srv/app
   Environment=MALLOC_ARENA_MAX=2
   Environment=RBENV_ROOT=/home/deploy/.rbenv
   EnvironmentFile=/etc/myapp/env
   UnsetEnvironment=RUBYOPT
   StandardOutput=file:/run/cdktf-sidekiq/queues/sidekiq.service
   StandardError=inherit
   LogLevelMax=notice
   LimitFSIZE=262144
   LoadCredential=redis-url:/etc/redis-url
   "
  `);
  expect(made.requires.files).toEqual(['/etc/redis-url']);
  expect(made.services.map(({ unit }) => unit)).toEqual(['sidekiq-start-when.path', 'sidekiq.service']);
});

test('as the supervisor, Monit starts a missing process, and notifies', () => {
  const { files } = bundle({ rules: [SidekiqRules.gone({ notify })] }, { supervisor: 'monit' });
  const text = files.find(({ kind }) => kind === 'monit')!.lines.join('\n');
  expect(text.match(/if does not exist for 5 cycles then exec .*/g)).toEqual([
    expect.stringContaining('guard revive sidekiq.service 600" repeat every 5 cycles'),
    'if does not exist for 5 cycles then exec "/bin/notify" else if succeeded then exec "/bin/notify"',
  ]);
});

test('a service is revived once, even if the option and a rule both ask for it', () => {
  const text = controlFile({ revive: true, rules: [SidekiqRules.gaveUp(), SidekiqRules.gaveUp({ notify })] });
  expect(text.match(/revive/g)).toHaveLength(1);
});

test('some rules work for any service', () => {
  const codes = (rules: MonitCheckProps['rules'], ...command: readonly string[]) =>
    codesRaised((stack, host) => {
      const ExecStart = Exec.command('/usr/local/bin/bundle', ['exec', ...command]);
      const service = new SystemdService(stack, 'app', { host, service: { ExecStart, User: 'app' } });
      new MonitCheck(stack, 'check', { service, matching: 'app', rules });
    }).filter((code) => code.startsWith('sidekiq/'));
  expect(codes([SidekiqRules.crashed(), SidekiqRules.gaveUp(), SidekiqRules.memory(Size.mebibytes(800))])).toEqual([]);
  expect(codes([SidekiqRules.dead(5)], 'puma')).toEqual(['sidekiq/rule-without-sidekiq']);
  expect(codes([SidekiqRules.dead(5)], 'sidekiq')).toEqual([]);
});
