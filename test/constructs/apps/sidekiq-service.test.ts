import {
  Duration,
  EnvironmentFile,
  MemoryAllocator,
  OptionalPath,
  Ruby,
  SidekiqService,
  Size,
  specified,
  Specifier,
  type SidekiqServiceProps,
} from '../../../lib';
import { issuesOf } from '../../support/issues';
import { bundleOf } from '../../support/bundles';
import { codesRaised, directive, filesOf } from '../../support/units';

const PROPS = { version: '7.3.2', workingDirectory: '/srv/app', user: 'app' };

function unit(props: Partial<SidekiqServiceProps> = {}, change: (service: SidekiqService) => void = () => undefined): string {
  const files = filesOf((stack, host) => change(new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props })));
  return files['/etc/systemd/system/sidekiq.service']!;
}

const codes = (props: Partial<SidekiqServiceProps>) =>
  codesRaised((stack, host) => new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props }));

test.each([
  ['5.2', 'simple', []],
  ['6.0.4', 'simple', []],
  ['6.0.6', 'notify', ['30s']],
  ['6.4.1', 'notify', ['30s']],
  ['6.5', 'notify', ['30s']],
  ['7.0', 'notify', ['30s']],
  ['7.3.2', 'notify', ['30s']],
  ['8.0', 'notify', ['30s']],
  ['8.1.7', 'notify', ['30s']],
])('Sidekiq %s is Type=%s with WatchdogSec %j', (version, type, watchdog) => {
  const text = unit({ version });
  expect(directive(text, 'Type')).toEqual([type]);
  expect(directive(text, 'WatchdogSec')).toEqual(watchdog);
  expect(directive(text, 'ExecStart')).toEqual(['/usr/bin/bundle exec sidekiq -e production -t 25']);
  expect(directive(text, 'TimeoutStopSec')).toEqual(['45s']);
});

test('the unit is the same for every version from 6.0.6 on', () => {
  const units = ['6.0.6', '6.5', '7.0', '7.3', '8.0', '8.1.7'].map((version) => unit({ version }));
  expect(new Set(units).size).toBe(1);
});

test('the unit file', () => {
  expect(unit()).toMatchInlineSnapshot(`
   "[Unit]
   Description=Sidekiq (sidekiq)
   Documentation=https://github.com/sidekiq/sidekiq/wiki
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=notify
   ExecStart=/usr/bin/bundle exec sidekiq -e production -t 25
   ExecReload=/bin/kill -TSTP \${MAINPID}
   Restart=always
   RestartSec=5s
   TimeoutStartSec=90s
   TimeoutStopSec=45s
   WatchdogSec=30s
   User=app
   WorkingDirectory=/srv/app
   UMask=0027
   Environment=MALLOC_ARENA_MAX=2
   SyslogIdentifier=sidekiq

   [Install]
   WantedBy=multi-user.target
   "
  `);
});

test.each<[string, Partial<SidekiqServiceProps>, string]>([
  [
    'all options',
    { environment: 'staging', configFile: 'config/jobs.yml', require: './app.rb', concurrency: 8, tag: 'jobs', verbose: true },
    '-e staging -C config/jobs.yml -r ./app.rb -c 8 -g jobs -t 25 -v',
  ],
  ['queues with weights', { queues: ['critical,2', 'default,1'] }, '-e production -q critical,2 -q default,1 -t 25'],
  ['characters that systemd would interpret', { tag: '100% $HOME "x"' }, '-e production -g "100%% $$HOME \\"x\\"" -t 25'],
])('the command line has %s', (_, props, args) => {
  expect(directive(unit(props), 'ExecStart')).toEqual([`/usr/bin/bundle exec sidekiq ${args}`]);
});

test.each([
  [1, '21s'],
  [25, '45s'],
  [120, '140s'],
])('systemd waits 20 s longer than -t %s', (seconds, stop) => {
  const text = unit({ shutdownTimeout: Duration.seconds(seconds) });
  expect(directive(text, 'ExecStart')).toEqual([expect.stringMatching(new RegExp(` -t ${seconds}$`))]);
  expect(directive(text, 'TimeoutStopSec')).toEqual([stop]);
});

test.each<[string, Ruby, string, string[]]>([
  ['the system’s', Ruby.system({ bundler: '/usr/local/bin/bundle' }), '/usr/local/bin/bundle exec sidekiq', []],
  [
    'rbenv',
    Ruby.rbenv({ root: '/home/app/.rbenv', version: '3.3.4' }),
    '/home/app/.rbenv/bin/rbenv exec bundle exec sidekiq',
    ['RBENV_ROOT=/home/app/.rbenv', 'RBENV_VERSION=3.3.4'],
  ],
  [
    'asdf',
    Ruby.asdf({ root: '/home/app/.asdf', program: '/usr/local/bin/asdf' }),
    '/usr/local/bin/asdf exec bundle exec sidekiq',
    ['ASDF_DATA_DIR=/home/app/.asdf'],
  ],
  [
    'one in its own directory',
    Ruby.prefix('/opt/rubies/ruby-3.3.4'),
    '/opt/rubies/ruby-3.3.4/bin/bundle exec sidekiq',
    ['PATH=/opt/rubies/ruby-3.3.4/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
  ],
  ['none, only a program', Ruby.program('/usr/bin/sidekiq'), '/usr/bin/sidekiq', []],
])('Ruby: %s', (_, ruby, program, environment) => {
  const text = unit({ ruby });
  expect(directive(text, 'ExecStart')).toEqual([`${program} -e production -t 25`]);
  expect(directive(text, 'Environment').sort()).toEqual(['MALLOC_ARENA_MAX=2', ...environment].sort());
});

test.each<[string, MemoryAllocator, string[]]>([
  ['glibc with more arenas', MemoryAllocator.glibc(4), ['MALLOC_ARENA_MAX=4']],
  ['jemalloc', MemoryAllocator.jemalloc(), ['LD_PRELOAD=libjemalloc.so.2']],
  ['the host’s own', MemoryAllocator.host(), []],
])('memory: %s', (_, memoryAllocator, environment) => {
  expect(directive(unit({ memoryAllocator }), 'Environment')).toEqual(environment);
});

test('given variables override the defaults, files keep their order, and the umask can be changed', () => {
  const text = unit({
    environmentVariables: { MALLOC_ARENA_MAX: '3', GREETING: 'a "b" $c %d' },
    environmentFiles: ['/etc/a.env', OptionalPath.of('/etc/b.env')],
    umask: '0022',
    group: 'jobs',
  });
  expect(directive(text, 'Environment')).toEqual(['MALLOC_ARENA_MAX=3', '"GREETING=a \\"b\\" $c %%d"']);
  expect(directive(text, 'EnvironmentFile')).toEqual(['/etc/a.env', '-/etc/b.env']);
  expect([directive(text, 'UMask'), directive(text, 'Group')]).toEqual([['0022'], ['jobs']]);
});

test('a change of an EnvironmentFile restarts it', () => {
  const files = filesOf((stack, host) => {
    const file = new EnvironmentFile(stack, 'env', { host, path: '/etc/app.env', variables: { A: 'a' } });
    const service = new SidekiqService(stack, 'sidekiq', { host, ...PROPS, environmentFiles: [file] });
    expect(service.unit.service.get('EnvironmentFile')).toEqual(['/etc/app.env']);
  });
  expect(files['/etc/app.env']).toBe('A="a"\n');
});

test('waits for the Gemfile, for a given path, or for nothing without a bundle', () => {
  const condition = (props: Partial<SidekiqServiceProps>) => directive(unit(props), 'ConditionPathExists');
  expect(condition({})).toEqual(['/srv/app/Gemfile']);
  expect(condition({ startWhen: '/srv/app/REVISION' })).toEqual(['/srv/app/REVISION']);
  expect(condition({ ruby: Ruby.program('/usr/bin/sidekiq') })).toEqual([]);
});

test('the watchdog can be longer, or turned off', () => {
  expect(directive(unit({ watchdog: Duration.minutes(1) }), 'WatchdogSec')).toEqual(['60s']);
  expect(directive(unit({ watchdog: false }), 'WatchdogSec')).toEqual([]);
});

test.each<[string, Partial<SidekiqServiceProps>, number | undefined]>([
  ['not at all', {}, undefined],
  ['for the given time', { drainTimeout: Duration.minutes(5) }, 300],
  ['for a time rounded up to whole seconds', { drainTimeout: Duration.seconds(30.2) }, 31],
])('a deployment drains it %s', (_, props, drainSeconds) => {
  const { services } = bundleOf((stack, host) => new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props }));
  expect(services.find(({ unit }) => unit === 'sidekiq.service')!.drainSeconds).toBe(drainSeconds);
});

test('draining must be longer than the shutdown timeout, and end before a waiting deployment gives up', () => {
  const drain = (seconds: number, props: Partial<SidekiqServiceProps> = {}) => codes({ drainTimeout: Duration.seconds(seconds), ...props });
  expect(drain(25)).toEqual(['service/short-drain']);
  expect(drain(26)).toEqual([]);
  // The other deployment waits 900 s: 45 s to stop, 90 s to start and 120 s for everything besides leave 645 s.
  expect(drain(645)).toEqual([]);
  expect(drain(646)).toEqual(['service/long-drain']);
  expect(drain(646, { startTimeout: Duration.seconds(30) })).toEqual([]);
});

test('the unit can be changed until synthesis', () => {
  const text = unit({}, (service) => service.unit.service.set({ MemoryMax: Size.gibibytes(2), RestartSec: Duration.seconds(1) }));
  expect([directive(text, 'MemoryMax'), directive(text, 'RestartSec')]).toEqual([['2G'], ['1s']]);
});

test('an issue names the construct’s property, not the command-line option', () => {
  const issues = issuesOf((stack, host) => {
    new SidekiqService(stack, 'sidekiq', { host, ...PROPS, shutdownTimeout: Duration.seconds(0.5) });
  });
  expect(issues).toContainEqual(expect.objectContaining({ code: 'sidekiq/invalid-timeout', property: 'shutdownTimeout' }));
});

test.each<[string, Partial<SidekiqServiceProps>]>([
  ['sidekiq/invalid-version', { version: '5.1' }],
  ['sidekiq/invalid-version', { version: '8.2' }],
  ['sidekiq/invalid-timeout', { shutdownTimeout: Duration.seconds(0) }],
  ['sidekiq/invalid-concurrency', { concurrency: 0 }],
  ['sidekiq/invalid-queue', { queues: ['a,b'] }],
  ['sidekiq/removed-option', { version: '6.0', pidfile: '/run/sidekiq.pid' }],
  ['sidekiq/removed-option', { version: '7.0', logfile: '/var/log/sidekiq.log' }],
  ['sidekiq/daemonize', { version: '5.2', daemonize: true }],
  ['service/invalid-arena-max', { memoryAllocator: MemoryAllocator.glibc(0) }],
  ['service/invalid-ruby-path', { ruby: Ruby.rbenv({ root: '~/.rbenv' }) }],
])('%s: %j', (code, props) => {
  expect(codes(props)).toContain(code);
});

test('each instance can have its own configuration file, queues, tag and variables', () => {
  const props: Partial<SidekiqServiceProps> = {
    instances: ['mail', 'default'],
    configFile: specified`/etc/myapp/${Specifier.INSTANCE}.yml`,
    queues: [Specifier.INSTANCE, specified`${Specifier.INSTANCE}-low,2`],
    tag: Specifier.INSTANCE,
    environment: specified`production-${Specifier.INSTANCE}`,
    environmentVariables: { POOL: Specifier.INSTANCE, SHARE: '100%' },
  };
  const files = filesOf((stack, host) => {
    new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props });
  });
  const text = files['/etc/systemd/system/sidekiq@.service']!;
  expect(directive(text, 'ExecStart')).toEqual([
    '/usr/bin/bundle exec sidekiq -e production-%i -C /etc/myapp/%i.yml -q %i -q %i-low,2 -g %i -t 25',
  ]);
  expect(directive(text, 'Environment')).toEqual(['MALLOC_ARENA_MAX=2', 'POOL=%i', '"SHARE=100%%"']);
});

test('plain text is validated next to specifiers as well', () => {
  expect(
    codes({ instances: ['1'], queues: [specified`${Specifier.INSTANCE},none`], configFile: specified`${Specifier.HOME}/sidekiq.yml` }),
  ).toEqual(['sidekiq/invalid-queue']);
});

test('a literal specifier is reported if the service has instances', () => {
  const props = { configFile: '/etc/myapp/%i.yml', queues: ['%i'], tag: '100%', environmentVariables: { POOL: '%i' } };
  expect(codes(props)).toEqual([]);
  const issues = issuesOf((stack, host) => new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props, instances: ['1', '2'] }));
  expect(issues.map(({ code, property }) => [code, property])).toEqual([
    ['service/literal-specifier', 'environmentVariables.POOL'],
    ['service/literal-specifier', 'configFile'],
    ['service/literal-specifier', 'queues[0]'],
  ]);
});
