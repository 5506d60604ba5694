import { alert, exec, Percent, restart, Size, when } from '../../../lib';
import { ruleProblem } from '../../../lib/constructs/monit/rule-problem';

test.each([
  [when.totalMemory.above(Size.mebibytes(1)).forCycles(3).do(restart())],
  [
    when.cpuPerCore
      .above(Percent.of(65))
      .do(exec(['/bin/true']))
      .onRecovery(alert(), { cycles: 2 }),
  ],
  [when.uid.isNot(0).forTimes(2, { within: 3 }).do(alert())],
  [when.pid.changes().do(alert())],
])('%j is a rule', (rule) => {
  expect(ruleProblem(rule)).toBeUndefined();
});

test.each<[unknown, string]>([
  [undefined, 'is not an object'],
  [when.pid, 'has no test'],
  [when.pid.changes(), 'has no action yet'],
  [when.pid.changes().forCycles(2), 'has no action yet'],
  [when.status.notEqual(0).do(alert()), 'is for a program check, not a process check'],
  [{ test: { test: 'mood' }, action: alert() }, 'has the test "mood", which Monit does not have'],
  [{ test: { test: 'failedUid' }, action: alert() }, 'has an account that is neither a name nor an id'],
  [{ test: { test: 'doesNotExist' }, action: { action: 'cheer' } }, 'has the action "cheer", which Monit does not have'],
  [{ test: { test: 'doesNotExist' }, action: { action: 'exec', argv: '/bin/true' } }, 'runs a command that is not a list of strings'],
  [{ test: { test: 'doesNotExist' }, action: alert(), rate: 3 }, 'has a rate that is not an object'],
  [{ test: { test: 'exists' }, action: alert(), recovery: 'alert' }, 'has a recovery that is not an object'],
])('%j %s', (rule, problem) => {
  expect(ruleProblem(rule)).toBe(problem);
});
