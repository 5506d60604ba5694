import { Exec, LINT_RULES, renderUnitFile, ServiceUnit, unitFileIssues, type LintExample } from '../../../lib/systemd';

function fileOf({ unit = {}, service = {}, install = {} }: LintExample): ServiceUnit {
  const file = new ServiceUnit('example.service');
  file.unit.set(unit);
  file.service.set({ ExecStart: Exec.command('/bin/true'), User: 'deploy' }).set(service);
  for (const [name, value] of Object.entries(service)) if (value === undefined) file.service.unset(name as 'User');
  file.install.set(install);
  return file;
}

test('no two rules have the same code', () => {
  const codes = LINT_RULES.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(LINT_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, { reason, bad, good }) => {
  test('reports its bad example, which has no other issue', () => {
    expect(unitFileIssues(fileOf(bad())).map((issue) => issue.code)).toEqual([code]);
  });

  test('finds no issue in its good example, nor does any other rule', () => {
    expect(unitFileIssues(fileOf(good()))).toEqual([]);
  });

  test('has two different examples, and a reason of one sentence', () => {
    expect(renderUnitFile(fileOf(bad()))).not.toBe(renderUnitFile(fileOf(good())));
    expect(reason).toMatch(/^\S.*\.$/);
  });
});
