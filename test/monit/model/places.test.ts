import { alert, controlFileIssues, exec, when } from '../../../lib/monit';
import { nameOf, placeOf, placeOfRule, placeOfWhole } from '../../../lib/monit/model/places';
import { brief, processCheck } from '../issues/sample';

const check = processCheck({ rules: [when.uid.isNot('a').do(alert()), when.uid.isNot('b').do(alert())] });
const [first, second] = check.rules;

test.each([
  [processCheck({ name: 'sidekiq@1' }), 'sidekiq@1'],
  [processCheck({ name: 'a b' }), '"a b"'],
  [{ statement: 'set daemon' } as never, 'set daemon'],
])('the name of %j', (statement, name) => {
  expect(nameOf(statement)).toBe(name);
  expect(placeOf(statement)).toEqual([name]);
});

test('the place of a rule is its origin, otherwise that in the check', () => {
  expect(placeOfRule(second!, 1, ['x'])).toEqual(['x', 'rules', 1]);
  expect(placeOfRule(second!, 1, ['x'], new Map([[second!, ['rules', 4]]]))).toEqual(['rules', 4]);
});

test('a check with an empty origin keeps its name as a whole', () => {
  const origins = new Map([[check, []]]);
  expect(placeOf(check, origins)).toEqual([]);
  expect(placeOfWhole(check, origins)).toEqual(['x']);
});

test('issues and findings have these places, in their messages too', () => {
  const page = when.pid.changes().do(exec(['page']));
  const file = { ...check, groups: ['a b'], rules: [first!, page, second!] } as typeof check;
  const origins = new Map<object, (string | number)[]>([
    [file, ['web']],
    [first!, ['rules', 3]],
    [page, ['extra', 'rule']],
    [second!, ['rules', 7]],
  ]);
  const issues = controlFileIssues({ statements: [file] }, { origins });
  expect(brief(issues)).toEqual([
    'monit/invalid-group-name at web.groups[0]',
    'monit/invalid-path at extra.rule.action.argv[0]',
    'monit/replaced-rule at rules[3]',
    'monit/changed-pid-fires-on-deploy at extra.rule.test',
  ]);
  expect(issues[2]?.problem).toBe('"if failed uid" is repeated in rules[7]');
});
