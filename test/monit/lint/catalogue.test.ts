import { controlFileIssues, LINT_RULES, renderControlFile, type LintExample } from '../../../lib/monit';

const codesOf = ({ statements, context }: LintExample): string[] => controlFileIssues({ statements }, context).map(({ code }) => code);

test('each rule has a code of its own', () => {
  const codes = LINT_RULES.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(LINT_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, { severity, reason, bad, good }) => {
  test('finds fault with its bad example, and there with nothing else', () => {
    const issues = controlFileIssues({ statements: bad().statements }, bad().context);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]!.severity).toBe(severity);
  });

  test('finds no fault with its good example, nor does any other rule', () => {
    expect(codesOf(good())).toEqual([]);
  });

  test('has examples that differ, and a reason', () => {
    const { context, ...example } = good();
    const same = renderControlFile(bad()) === renderControlFile(example);
    // What differs may also be what is known of the host.
    expect(same && context === undefined).toBe(false);
    expect(reason).toMatch(/^\S.*\.$/);
  });
});
