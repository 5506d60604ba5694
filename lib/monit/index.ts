/**
 * Monit's configuration language, without Terraform: control files as data, their text, and the issues for which Monit would reject or
 * misread them.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/monit
 */
export { alert, exec, ignore, restart, start, stop, unmonitor } from './actions';
export type { Action, ExecAction, ExecOptions, ServiceAction } from './actions';
export { CHECK_KINDS, type CheckKind } from './check-kind';
export type { Comparison, Operator, PatternComparison, PatternFileComparison } from './comparison';
export * from './connections';
export { ControlFile } from './control-file';
export { HOST_SCALED_LINE, scaleToHost } from './host-scaled';
export type { HashType } from './hash';
export { controlFileIssues } from './issues/control-file';
export type { ParseIssue } from './kinds/parse/issue';
export { LINT_RULES, type ControlFileContext, type LintExample, type LintRule, type LintSubject, type UnitTimeouts } from './lint';
export * from './model';
export type { Within } from './operands/limits';
export type { Operands } from './operands/table';
export type { ParsedControlFile } from './parse';
export * from './protocols';
export { renderControlFile } from './render';
export type { EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind, TestKindOf, TestRow } from './test-table';
export { TESTS } from './test-table';
export type { Certificate, Fingerprint } from './tls/certificate';
export type { SslOptions } from './tls/table';
export { TLS_VERSIONS, type TlsVersion } from './tls/versions';
export { when } from './when';
export type {
  Condition,
  CountThreshold,
  EventCondition,
  LoadMinutes,
  PatternCondition,
  Rated,
  RecoverableRule,
  StateCondition,
  Threshold,
} from './when';
export { Duration, Percent, placeText, Size, type Issue, type Place, type Severity } from '../values';
