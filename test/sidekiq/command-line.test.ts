import * as fc from 'fast-check';
import { sidekiqCommandLine, SidekiqVersion, SIDEKIQ_MINORS } from '../../lib/sidekiq';
import { Duration } from '../../lib/values';
import { runs } from '../support/runs';

const timeout = Duration.seconds(25);
const everything = {
  timeout,
  environment: 'production',
  configFile: '/opt/myapp/shared/config/sidekiq.yml',
  require: '/opt/myapp/current',
  concurrency: 10,
  queues: ['critical,2', 'default,1'],
  tag: 'my app',
  verbose: true,
  daemonize: true,
  pidfile: '/run/sidekiq.pid',
  logfile: '/var/log/sidekiq.log',
};
const daemon = ['-d', '-P', '/run/sidekiq.pid', '-L', '/var/log/sidekiq.log'];

test.each(SIDEKIQ_MINORS)('every option, Sidekiq %s', (text) => {
  expect(sidekiqCommandLine({ ...everything, version: SidekiqVersion.parse(text) })).toEqual([
    '-e',
    'production',
    '-C',
    '/opt/myapp/shared/config/sidekiq.yml',
    '-r',
    '/opt/myapp/current',
    '-c',
    '10',
    '-q',
    'critical,2',
    '-q',
    'default,1',
    '-g',
    'my app',
    '-t',
    '25',
    '-v',
    ...(text === '5.2' ? daemon : []),
  ]);
});

test.each(SIDEKIQ_MINORS)('no option that Sidekiq %s lacks', (text) => {
  const version = SidekiqVersion.parse(text);
  const known: readonly string[] = version.facts.options;
  const given = sidekiqCommandLine({ ...everything, version }).filter((word) => word.startsWith('-'));
  expect(given.filter((word) => !known.includes(word))).toEqual([]);
});

test('always writes the timeout, and nothing else by default', () => {
  expect(sidekiqCommandLine({ version: SidekiqVersion.parse('6.5'), timeout: Duration.minutes(2) })).toEqual(['-t', '120']);
});

test('each value is one unchanged word, with any content', () => {
  const version = SidekiqVersion.parse('8.1');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, queues) => {
      const words = sidekiqCommandLine({ version, timeout, environment: text, configFile: text, tag: text, queues });
      expect(words).toEqual(['-e', text, '-C', text, ...queues.flatMap((queue) => ['-q', queue]), '-g', text, '-t', '25']);
    }),
    { numRuns: runs(100) },
  );
});
