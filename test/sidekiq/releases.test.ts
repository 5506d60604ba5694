import { SidekiqVersion, SIDEKIQ_MINORS, type SidekiqRelease } from '../../lib/sidekiq';

const COMMON = ['-C', '-V', '-c', '-e', '-g', '-q', '-r', '-t', '-v'];
const DAEMON = ['-L', '-P', '-d', '-i'];

interface Row {
  readonly version: string;
  readonly daemonOptions: SidekiqRelease['daemonOptions'];
  readonly sdNotify: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly redis: string;
  readonly ruby: string;
  readonly quiet: string;
  readonly programs: string;
}

const row = (text: string): Row => {
  const [version, daemonOptions, sdNotify, concurrency, timeout, redis, ruby, quiet, programs] = text.split(/\s*\|\s*/) as [
    string,
    SidekiqRelease['daemonOptions'],
    ...string[],
  ];
  return {
    version,
    daemonOptions,
    sdNotify: sdNotify === 'notify',
    concurrency: Number(concurrency),
    timeout: Number(timeout),
    redis: redis!,
    ruby: ruby!,
    quiet: quiet!,
    programs: programs!,
  };
};

// Copied by hand from the release tags, one row per minor and per patch that changed something: not derived from the table under test.
const ROWS = [
  '5.2     | work    | -      | 10 |  8 | 2.8.0 | 2.2.2 | TSTP USR1 | sidekiq sidekiqctl',
  '5.2.10  | work    | -      | 10 |  8 | 2.8.0 | 2.2.2 | TSTP USR1 | sidekiq sidekiqctl',
  '6.0     | ignored | -      | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq',
  '6.0.4   | ignored | -      | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.0.5   | ignored | -      | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.0.6   | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.1     | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.2     | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.3     | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.4     | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.5     | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '6.5.12  | ignored | notify | 10 | 25 | 4.0.0 | 2.5.0 | TSTP      | sidekiq sidekiqmon',
  '7.0     | refused | notify |  5 | 25 | 6.2.0 | 2.7.0 | TSTP      | sidekiq sidekiqmon',
  '7.1     | refused | notify |  5 | 25 | 6.2.0 | 2.7.0 | TSTP      | sidekiq sidekiqmon',
  '7.2     | refused | notify |  5 | 25 | 6.2.0 | 2.7.0 | TSTP      | sidekiq sidekiqmon',
  '7.3     | refused | notify |  5 | 25 | 6.2.0 | 2.7.0 | TSTP      | sidekiq sidekiqmon',
  '7.3.10  | refused | notify |  5 | 25 | 6.2.0 | 2.7.0 | TSTP      | sidekiq sidekiqmon',
  '8.0     | refused | notify |  5 | 25 | 7.2.0 | 3.2.0 | TSTP      | sidekiq sidekiqmon',
  '8.0.1   | refused | notify |  5 | 25 | 7.0.0 | 3.2.0 | TSTP      | sidekiq sidekiqmon',
  '8.1     | refused | notify |  5 | 25 | 7.0.0 | 3.2.0 | TSTP      | sidekiq sidekiqmon',
  '8.1.7   | refused | notify |  5 | 25 | 7.0.0 | 3.2.0 | TSTP      | sidekiq sidekiqmon kiq',
].map(row);

test.each(ROWS)('Sidekiq $version', (expected) => {
  const { facts } = SidekiqVersion.parse(expected.version);
  expect({
    version: expected.version,
    daemonOptions: facts.daemonOptions,
    sdNotify: facts.sdNotify,
    concurrency: facts.defaultConcurrency,
    timeout: facts.defaultTimeoutSeconds,
    redis: facts.minimumRedis,
    ruby: facts.minimumRuby,
    quiet: facts.quietSignals.join(' '),
    programs: facts.programs.join(' '),
  }).toEqual(expected);
  expect([...facts.options].sort()).toEqual([...COMMON, ...(expected.daemonOptions === 'work' ? DAEMON : [])].sort());
});

test('every minor has a row above', () => {
  const minors = ROWS.map(({ version }) => version).filter((version) => version.split('.').length === 2);
  expect(minors).toEqual([...SIDEKIQ_MINORS]);
});

test('signals: TTIN everywhere, USR2 (reopen the log file) in 5.2 only, INFO from 8.0.10', () => {
  const having = (signal: 'TTIN' | 'USR2' | 'INFO'): string[] =>
    ROWS.map(({ version }) => version).filter((version) => SidekiqVersion.parse(version).facts.signals.includes(signal));
  expect(having('TTIN')).toHaveLength(ROWS.length);
  expect(having('USR2')).toEqual(['5.2', '5.2.10']);
  expect(having('INFO')).toEqual(['8.1', '8.1.7']);
  expect(SidekiqVersion.parse('8.0.9').facts.signals).not.toContain('INFO');
  expect(SidekiqVersion.parse('8.0.10').facts.signals).toContain('INFO');
});
