import { alert, exec, restart, start, stop, unmonitor, when, type Action, type ProcessCheck } from '../../../lib/monit';
import { Size } from '../../../lib/values';
import { codesOf, processCheck, withRule } from './sample';

const memory = when.memory.above(Size.mebibytes(1));

describe('a rate', () => {
  it.each([0, 65, 1.5, -1, NaN])('is not %d cycles', (n) => {
    expect(codesOf(withRule(memory.forCycles(n).do(alert())))).toEqual(['monit/invalid-rate at x.rules[0].rate.cycles']);
  });

  it.each([1, 64])('may be %d cycles', (n) => {
    expect(codesOf(withRule(memory.forCycles(n).do(alert())))).toEqual([]);
  });

  it.each([
    [3, 2, 'times'],
    [0, 2, 'times'],
    [1.5, 2, 'times'],
    [2, 65, 'within'],
  ])('is not %d times within %d cycles', (times, within, property) => {
    expect(codesOf(withRule(memory.forTimes(times, { within }).do(alert())))).toEqual([
      `monit/invalid-rate at x.rules[0].rate.${property}`,
    ]);
  });

  it('is validated in a recovery too', () => {
    expect(codesOf(withRule(memory.do(alert()).onRecovery(alert(), { cycles: 0 })))).toEqual([
      'monit/invalid-rate at x.rules[0].recovery.rate.cycles',
    ]);
  });
});

describe('an action', () => {
  it('with a program has the same issues as a check’s program', () => {
    const bad = exec(['x'], { uid: 'deploy', repeatEvery: 0 });
    expect(codesOf(withRule(memory.do(bad).onRecovery(bad)))).toEqual(
      ['action', 'recovery.action'].flatMap((place) => [
        `monit/invalid-path at x.rules[0].${place}.argv[0]`,
        `monit/uid-without-gid at x.rules[0].${place}.gid`,
        `monit/invalid-repeat-every at x.rules[0].${place}.repeatEvery`,
      ]),
    );
  });

  it('needs the check’s program for it', () => {
    const bare = (action: Action): ProcessCheck => ({ statement: 'check process', name: 'x', pidfile: '/x', rules: [memory.do(action)] });
    for (const action of [start(), stop(), restart()])
      expect(codesOf(bare(action))).toEqual(['monit/missing-program at x.rules[0].action']);
    for (const action of [alert(), unmonitor()]) expect(codesOf(bare(action))).toEqual([]);
    const startOnly: ProcessCheck = { ...bare(restart()), start: { argv: ['/x'] }, mode: 'passive' };
    expect(codesOf(startOnly)).toEqual(['monit/missing-program at x.rules[0].action', 'monit/no-restart-limit at x.rules[0]']);
    expect(codesOf({ ...startOnly, stop: { argv: ['/x'] } })).toEqual([
      'monit/no-restart-limit at x.rules[0]',
      'monit/restart-without-program at x.rules[0].action',
    ]);
    expect(codesOf(processCheck({ rules: [memory.do(restart())] }))).toEqual([]);
  });
});

describe('two rules', () => {
  it('of which Monit would keep only the last are reported', () => {
    const rules = [when.uid.isNot('a').do(alert()), when.gid.isNot('a').do(alert()), when.uid.isNot('b').do(alert())];
    expect(codesOf(processCheck({ rules }))).toEqual(['monit/replaced-rule at x.rules[0]']);
  });

  it('with other repeated tests are fine', () => {
    expect(codesOf(processCheck({ rules: [memory.do(alert()), memory.do(restart())] }))).toEqual([]);
  });
});
