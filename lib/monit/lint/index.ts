export { LINT_RULES, lintControlFile } from './catalogue';
export type { ControlFileContext, LintExample, LintRule, LintSubject, UnitTimeouts } from './rule';
