import { alert, renderControlFile, when, type NetworkCheck } from '../../../lib/monit';
import { Duration, Percent, Size } from '../../../lib/values';
import { codesOf, issuesOf, programCheck, withRule } from './sample';

const LIMIT = 'x.rules[0].test.limit';

describe('a limit', () => {
  it.each([-1, NaN, Infinity, 100.5, 0.00000012])('is not %d %%', (n) => {
    expect(codesOf(withRule(when.memory.above(Percent.of(n)).do(alert())))).toEqual([`monit/invalid-percent at ${LIMIT}`]);
  });

  it('per core is above zero, and may exceed one core', () => {
    expect(codesOf(withRule(when.cpuPerCore.above(Percent.of(0)).do(alert())))).toEqual([`monit/invalid-percent at ${LIMIT}`]);
    expect(codesOf(withRule(when.cpuPerCore.above(Percent.of(250)).do(alert())))).toEqual([]);
  });

  it.each(
    [Size.bytes(5_000_000_001), Size.bytes(2 ** 31), Size.kibibytes(2 ** 31 + 1)]
      .slice(0, 1)
      .concat(Size.kibibytes(2 ** 31 + 1), Size.bytes(-1), Size.bytes(0.5)),
  )('is not %s', (size) => {
    expect(codesOf(withRule(when.memory.above(size).do(alert())))).toEqual([`monit/invalid-size at ${LIMIT}`]);
  });

  it.each([Size.bytes(1), Size.bytes(2 ** 31 - 1), Size.bytes(2 ** 31), Size.gibibytes(5000)])('may be %s', (size) => {
    expect(codesOf(withRule(when.memory.above(size).do(alert())))).toEqual([]);
  });

  it.each([0.5, -1, NaN, 2 ** 31])('is not %d seconds', (n) => {
    expect(codesOf(withRule(when.uptime.above(Duration.seconds(n)).do(alert())))).toEqual([`monit/invalid-duration at ${LIMIT}`]);
  });

  it('needs a unit, which TypeScript checks and JavaScript does not', () => {
    const bare = 800 as never;
    const wrong = [when.totalMemory.above(bare), when.cpuPerCore.above(bare), when.uptime.above(bare), when.diskRead.above(bare)];
    for (const rule of [...wrong, when.threads.above(Size.bytes(8) as never), when.memory.above(Duration.hours(1) as never)]) {
      expect(codesOf(withRule(rule.do(alert())))).toEqual([`monit/invalid-limit at ${LIMIT}`]);
    }
  });

  it('of zero is rejected if it is always met', () => {
    const { memory, totalMemory } = when;
    for (const rule of [totalMemory.above(Size.mebibytes(0)), memory.above(Percent.of(0)), memory.atLeast(Size.bytes(0))]) {
      expect(codesOf(withRule(rule.do(alert())))).toEqual([`monit/always-true at ${LIMIT}`]);
    }
    for (const rule of [memory.below(Percent.of(1)), memory.atMost(Size.bytes(0)), when.children.above(0)]) {
      expect(codesOf(withRule(rule.do(alert())))).toEqual([]);
    }
  });

  it.each([-1, 0.5, NaN, 2 ** 31])('is not %d threads', (n) => {
    expect(codesOf(withRule(when.threads.above(n).do(alert())))).toEqual([`monit/invalid-limit at ${LIMIT}`]);
  });

  it.each([undefined, null, 20, '20 ms', Size.bytes(1), {}])('of a response time, which is no Duration but %s, is reported', (bare) => {
    const rule = when.failed.port(80, { host: '::1', responseTime: { operator: '>', limit: bare as never } }).do(alert());
    expect(codesOf(withRule(rule))).toEqual(['monit/invalid-limit at x.rules[0].test.responseTime.limit']);
    expect(renderControlFile({ statements: [withRule(rule)] })).toContain('responsetime > 0 seconds then alert');
  });
});

describe('a period of traffic', () => {
  const over = (within: unknown): NetworkCheck => ({
    statement: 'check network',
    name: 'x',
    interface: 'eth0',
    rules: [
      when
        .totalUpload(within as Duration)
        .above(Size.gibibytes(1))
        .do(alert()),
    ],
  });

  it.each([Duration.minutes(1), Duration.minutes(60), Duration.hours(24)])('may be %s', (within) => {
    expect(codesOf(over(within))).toEqual([]);
  });

  it.each([Duration.seconds(90), Duration.hours(25), Duration.hours(-1), Duration.seconds(NaN)])('is not %s', (within) => {
    expect(codesOf(over(within))).toEqual(['monit/invalid-traffic-window at x.rules[0].test.within']);
  });

  it.each([undefined, null, 3600, '1 hour', Size.bytes(1), {}])('that is no Duration but %s is reported', (within) => {
    expect(codesOf(over(within))).toEqual(['monit/invalid-traffic-window at x.rules[0].test.within']);
    expect(renderControlFile({ statements: [over(within)] })).toContain('total upload > 1 GB in last 0 minutes then alert');
  });
});

describe('a test', () => {
  it('has a valid user, text or pattern', () => {
    expect(codesOf(withRule(when.uid.isNot('no such').do(alert())))).toEqual(['monit/invalid-account at x.rules[0].test.account']);
    expect(codesOf(withRule(when.securityAttribute.isNot('\0').do(alert())))).toEqual([
      'monit/unrepresentable-text at x.rules[0].test.attribute',
    ]);
    expect(codesOf(programCheck({ rules: [when.content.matches('').do(alert())] }))).toEqual([
      'monit/empty-pattern at x.rules[0].test.pattern',
    ]);
  });

  it('that the host’s Monit lacks is reported with both versions', () => {
    const check = programCheck({ rules: [when.content.matches('x').do(alert())] });
    const [issue] = issuesOf(check, { monitVersion: '5.27.2' });
    expect(issue).toMatchObject({
      code: 'host/too-old',
      severity: 'error',
      problem: '"if content" needs Monit 5.29, and the host has 5.27.2',
    });
    expect(codesOf(check, { monitVersion: '5.33.0' })).toEqual([]);
    expect(codesOf(check)).toEqual([]);
  });

  it('of a share of all cores is reported, and of a share of one core is not', () => {
    const [issue, ...rest] = issuesOf(withRule(when.cpu.above(Percent.of(65)).do(alert())));
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ code: 'monit/cpu-is-share-of-all-cores', severity: 'warning' });
    expect(issue?.remedy).toContain('when.cpuPerCore');
    expect(codesOf(withRule(when.cpuPerCore.above(Percent.of(65)).do(alert())))).toEqual([]);
  });

  it('of the process id is reported, because deployments change it', () => {
    expect(issuesOf(withRule(when.pid.changes().do(alert())))).toMatchObject([
      { code: 'monit/changed-pid-fires-on-deploy', severity: 'info' },
    ]);
    expect(codesOf(withRule(when.ppid.changes().do(alert())))).toEqual([]);
  });
});
