import { sidekiqCommandLineIssues, SidekiqVersion, SIDEKIQ_MINORS, type SidekiqCommandLineProps } from '../../lib/sidekiq';
import { Duration, formatIssue } from '../../lib/values';
import { placeText } from '../../lib/values';

const issuesOf = (props: Partial<SidekiqCommandLineProps>) =>
  sidekiqCommandLineIssues({ version: SidekiqVersion.parse('6.5'), timeout: Duration.seconds(25), ...props });
const codesOf = (props: Partial<SidekiqCommandLineProps>): string[] => issuesOf(props).map(({ code }) => code);

test.each<Partial<SidekiqCommandLineProps>>([
  {},
  { environment: 'production', configFile: '/opt/myapp/shared/config/sidekiq.yml', concurrency: 1, verbose: true },
  { configFile: 'config/sidekiq.yml', require: '.' },
  { require: './worker.rb' },
  { require: '../worker.rb' },
  { require: '/srv/worker.rb' },
  { queues: ['critical,2', 'default,1'], tag: 'größer & co' },
  { queues: ['critical', 'default', 'app:low-1'] },
  { daemonize: false },
])('%j is fine', (props) => {
  expect(issuesOf(props)).toEqual([]);
});

test.each<[string, string, Partial<SidekiqCommandLineProps>]>([
  ['sidekiq/invalid-version', 'version', { version: SidekiqVersion.parse('4.2') }],
  ['sidekiq/invalid-timeout', 'timeout', { timeout: Duration.seconds(0) }],
  ['sidekiq/invalid-timeout', 'timeout', { timeout: Duration.milliseconds(1500) }],
  ['sidekiq/invalid-timeout', 'timeout', { timeout: Duration.seconds(-1) }],
  ['sidekiq/invalid-timeout', 'timeout', { timeout: Duration.seconds(Number.NaN) }],
  ['sidekiq/invalid-timeout', 'timeout', { timeout: Duration.seconds(Number.POSITIVE_INFINITY) }],
  ['sidekiq/invalid-environment', 'environment', { environment: '' }],
  ['sidekiq/invalid-environment', 'environment', { environment: 'production ' }],
  ['sidekiq/invalid-environment', 'environment', { environment: '../staging' }],
  ['sidekiq/invalid-environment', 'environment', { environment: 'production\u0007' }],
  ['sidekiq/invalid-path', 'configFile', { configFile: '~/sidekiq.yml' }],
  ['sidekiq/invalid-path', 'configFile', { configFile: '' }],
  ['sidekiq/invalid-path', 'configFile', { configFile: '/a\nb' }],
  ['sidekiq/invalid-path', 'configFile', { configFile: '/a\ud800' }],
  ['sidekiq/invalid-path', 'require', { require: '~/app.rb' }],
  ['sidekiq/require-load-path', 'require', { require: 'worker.rb' }],
  ['sidekiq/require-load-path', 'require', { require: 'lib/worker.rb' }],
  ['sidekiq/invalid-concurrency', 'concurrency', { concurrency: 0 }],
  ['sidekiq/invalid-concurrency', 'concurrency', { concurrency: 2.5 }],
  ['sidekiq/invalid-concurrency', 'concurrency', { concurrency: Number.NaN }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['critical default'] }],
  ['sidekiq/invalid-queue', 'queues[1]', { queues: ['critical', ''] }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['critical,0'] }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['critical, 2'] }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['critical,2,3'] }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['critical\u0000'] }],
  ['sidekiq/invalid-queue', 'queues[0]', { queues: ['cafe\u0301'] }],
  ['sidekiq/duplicate-queue', 'queues[1]', { queues: ['critical', 'critical'] }],
  ['sidekiq/mixed-weights', 'queues', { queues: ['critical,2', 'default'] }],
  ['sidekiq/invalid-tag', 'tag', { tag: ' ' }],
  ['sidekiq/invalid-tag', 'tag', { tag: 'a\nb' }],
])('%s on %s', (code, place, props) => {
  expect(issuesOf(props).map((issue) => [issue.code, placeText(issue.place)])).toEqual([[code, place]]);
});

test('reports all of them at once', () => {
  expect(codesOf({ timeout: Duration.seconds(0), concurrency: 0, queues: [''], daemonize: true })).toEqual([
    'sidekiq/invalid-timeout',
    'sidekiq/invalid-concurrency',
    'sidekiq/invalid-queue',
    'sidekiq/removed-option',
  ]);
});

const DAEMON = { daemonize: true, pidfile: '/run/sidekiq.pid', logfile: '/var/log/sidekiq.log' };

test('5.2 has -d, -P and -L: only the one that cannot work under systemd is an error', () => {
  const found = issuesOf({ ...DAEMON, version: SidekiqVersion.parse('5.2') });
  expect(found.map(({ severity, code, place }) => [severity, code, placeText(place)])).toEqual([
    ['error', 'sidekiq/daemonize', 'daemonize'],
    ['warning', 'sidekiq/deprecated-option', 'pidfile'],
    ['warning', 'sidekiq/deprecated-option', 'logfile'],
  ]);
});

test.each(SIDEKIQ_MINORS.filter((text) => text !== '5.2'))('%s refuses them', (text) => {
  const found = issuesOf({ ...DAEMON, version: SidekiqVersion.parse(text) });
  expect(found.map(({ severity, code, place }) => [severity, code, placeText(place)])).toEqual([
    ['error', 'sidekiq/removed-option', 'daemonize'],
    ['error', 'sidekiq/removed-option', 'pidfile'],
    ['error', 'sidekiq/removed-option', 'logfile'],
  ]);
});

test('the messages describe the version’s behaviour and the replacement', () => {
  const message = (version: string, props: Partial<SidekiqCommandLineProps>): string =>
    issuesOf({ ...props, version: SidekiqVersion.parse(version) })
      .map(formatIssue)
      .join('\n');
  expect(message('6.5', { pidfile: '/run/sidekiq.pid' })).toBe(
    'pidfile: "/run/sidekiq.pid" sets -P, which Sidekiq 6.0 removed, so 6.5 prints an error and continues without it. ' +
      'Leave it out, and add PidfileHooks to the service if another program needs the pid. [sidekiq/removed-option]',
  );
  expect(message('7.3', { logfile: '/var/log/sidekiq.log' })).toBe(
    'logfile: "/var/log/sidekiq.log" sets -L, which Sidekiq 6.0 removed, so 7.3 exits with "invalid option". ' +
      'Leave it out: the journal records Sidekiq’s output, and StandardOutput=append:PATH writes it to a file. [sidekiq/removed-option]',
  );
  expect(message('4.2', {})).toBe(
    'version: "4.2" is older than 5.2, the oldest version known here. ' +
      "Use the version in the application's Gemfile.lock, from 5.2 to 8.1: '6.5' or '6.5.12'. [sidekiq/invalid-version]",
  );
  expect(message('6.5', { queues: ['a', 'a'] })).toContain('exits with "cannot be defined twice"');
  expect(message('7.0', { queues: ['a', 'a'] })).toContain('adds up their weights');
});
