import { Exec, LINT_RULES, renderUnitFile, ServiceUnit, unitFileIssues, type LintExample } from '../../../lib/systemd';

function fileOf({ unit = {}, service = {}, install = {} }: LintExample): ServiceUnit {
  const file = new ServiceUnit('example.service');
  file.unit.set(unit);
  file.service.set({ ExecStart: Exec.command('/bin/true'), User: 'deploy' }).set(service);
  for (const [name, value] of Object.entries(service)) if (value === undefined) file.service.unset(name as 'User');
  file.install.set(install);
  return file;
}

test('each rule has a code of its own', () => {
  const codes = LINT_RULES.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(LINT_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, { reason, bad, good }) => {
  test('finds fault with its bad example, and there with nothing else', () => {
    expect(unitFileIssues(fileOf(bad())).map((issue) => issue.code)).toEqual([code]);
  });

  test('finds no fault with its good example, nor does any other rule', () => {
    expect(unitFileIssues(fileOf(good()))).toEqual([]);
  });

  test('has examples that differ, and a reason', () => {
    expect(renderUnitFile(fileOf(bad()))).not.toBe(renderUnitFile(fileOf(good())));
    expect(reason).toMatch(/^\S.*\.$/);
  });
});
