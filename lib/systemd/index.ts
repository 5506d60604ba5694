/**
 * systemd's language for services, without Terraform: a unit file as a model, its text, and what systemd would ignore or refuse
 * of it.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/systemd
 */
export { UnitFile } from './unit-file';
export { Section, type Appendable } from './section';
export type { UnitDirectives, SystemAction } from './sections/unit';
export type { ServiceDirectives } from './sections/service';
export type { ServiceOnlyDirectives } from './sections/service-only';
export type { ExecDirectives, SyslogFacility, SyslogLevel } from './sections/exec';
export type { KillDirectives } from './sections/kill';
export type { ResourceControlDirectives } from './sections/resource-control';
export type { InstallDirectives } from './sections/install';
export { Exec, ExecCommand, EnvironmentReference, type ExecArgument, type ExecOptions } from './exec';
export { AllExcept } from './values/all-except';
export type { BindMount } from './values/bind-mount';
export type { ResourceLimit, SoftHard } from './values/limit';
export { EXIT_NAMES, type ExitName, type ExitStatus } from './values/exit-status';
export type { OneOrMany } from './values/one-or-many';
export { OptionalPath } from './values/optional-path';
export { Output, type OutputMode } from './values/output';
export { PathCondition } from './values/path-condition';
export { ADDRESS_FAMILIES, type AddressFamily } from './values/address-family';
export { CAPABILITIES, type Capability } from './values/capability';
export { NAMESPACES, type Namespace } from './values/namespace';
export { SIGNALS, type Signal } from './values/signal';
export type { InputWord, OutputWord } from './kinds/output';
export type { EscapeClass } from './kinds/kind';
export { directiveTable, type DirectiveRow } from './directives';
export { renderUnitFile } from './render';
export { unitFileIssues, type UnitFileIssuesOptions } from './issues';
export { hardeningDirectives, type HardeningLevel, type HardeningOptions } from './hardening';
export { LINT_RULES } from './lint/catalogue';
export { lintUnits } from './lint/between-units';
export type { LintExample, LintRule } from './lint/rule';
export { readUnits, type ReadUnits } from './read-units';
export { readUnitText, type ReadUnit } from './read-unit-text';
export { environmentFileIssues, renderEnvironmentFile } from './environment-file';
export { escapeEnvironmentFileValue } from './escape';
export { Duration, Percent, Size, type Issue, type Severity } from '../values';
