import { controlFileIssues, LINT_RULES, renderControlFile, type LintExample } from '../../../lib/monit';

const codesOf = ({ statements, context }: LintExample): string[] => controlFileIssues({ statements }, context).map(({ code }) => code);

test('no two rules have the same code', () => {
  const codes = LINT_RULES.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(LINT_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, { severity, reason, bad, good }) => {
  test('reports its bad example, which has no other issue', () => {
    const issues = controlFileIssues({ statements: bad().statements }, bad().context);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]!.severity).toBe(severity);
  });

  test('reports nothing in its good example, nor does any other rule', () => {
    expect(codesOf(good())).toEqual([]);
  });

  test('has examples that differ, and a reason', () => {
    const { context, ...example } = good();
    const same = renderControlFile(bad()) === renderControlFile(example);
    // The known facts about the host may be what differs.
    expect(same && context === undefined).toBe(false);
    expect(reason).toMatch(/^\S.*\.$/);
  });
});
