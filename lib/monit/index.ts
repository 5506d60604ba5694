/**
 * Monit's language for process and program checks, without Terraform: a control file as data, its text, and what Monit would
 * refuse or misread.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/monit
 */
export { alert, exec, restart, start, stop, unmonitor } from './actions';
export type { Action, ExecAction, ExecOptions, ServiceAction } from './actions';
export { HOST_SCALED_LINE, scaleToHost } from './host-scaled';
export { controlFileIssues, type ControlFileContext } from './issues/control-file';
export type {
  Check,
  CheckBase,
  ControlFile,
  EventRule,
  Every,
  ProcessCheck,
  ProcessFinder,
  ProcessRule,
  Program,
  ProgramCheck,
  ProgramRule,
  Rate,
  Recovery,
  Rule,
  SetDaemon,
  SetHttpd,
  StateRule,
  Statement,
} from './model';
export { renderControlFile } from './render';
export type {
  CheckKind,
  Comparison,
  EventTestKind,
  Operands,
  Operator,
  ProgramTestKind,
  RecoveringTestKind,
  Test,
  TestKind,
  TestKindOf,
  TestOperands,
} from './tests';
export { when } from './when';
export type { Condition, CountThreshold, EventCondition, Rated, RecoverableRule, StateCondition, Threshold } from './when';
export { Duration, Percent, Size, type Issue, type Severity } from '../values';
