/**
 * systemd's language for services, without Terraform: a unit file as a model, its text, and what systemd would ignore or refuse
 * of it.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/systemd
 */
export { UnitFile, type UnitType } from './unit-file';
export { ServiceUnit } from './units/service-unit';
export { TimerUnit } from './units/timer-unit';
export { SocketUnit } from './units/socket-unit';
export { PathUnit } from './units/path-unit';
export { MountUnit } from './units/mount-unit';
export { AutomountUnit } from './units/automount-unit';
export { SwapUnit } from './units/swap-unit';
export { SliceUnit } from './units/slice-unit';
export { ScopeUnit } from './units/scope-unit';
export { TargetUnit } from './units/target-unit';
export { Section, type AnySection, type Appendable } from './section';
export type { UnitDirectives } from './sections/unit.generated';
export type { ServiceDirectives } from './sections/service';
export type { ServiceOnlyDirectives } from './sections/service.generated';
export type { TimerDirectives } from './sections/timer.generated';
export type { SocketDirectives } from './sections/socket';
export type { SocketOnlyDirectives } from './sections/socket.generated';
export type { PathDirectives } from './sections/path.generated';
export type { MountDirectives } from './sections/mount';
export type { MountOnlyDirectives } from './sections/mount.generated';
export type { AutomountDirectives } from './sections/automount.generated';
export type { SwapDirectives } from './sections/swap';
export type { SwapOnlyDirectives } from './sections/swap.generated';
export type { SliceDirectives } from './sections/slice';
export type { SliceOnlyDirectives } from './sections/slice.generated';
export type { ScopeDirectives } from './sections/scope';
export type { ScopeOnlyDirectives } from './sections/scope.generated';
export type { ExecDirectives } from './sections/exec.generated';
export type { KillDirectives } from './sections/kill.generated';
export type { ResourceControlDirectives } from './sections/resource-control.generated';
export type { InstallDirectives } from './sections/install.generated';
export type { JobMode, SyslogFacility, SyslogLevel, SystemAction } from './kinds/vocabulary';
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
export type { Row } from './table/row';
export type { SectionName } from './table/section-groups';
export { renderUnitFile } from './render';
export { unitFileIssues, type UnitFileIssuesOptions } from './issues';
export { environmentFileIssues, renderEnvironmentFile } from './environment-file';
export { escapeEnvironmentFileValue } from './escape';
export { Duration, Percent, Size, type Issue, type Severity } from '../values';
