/**
 * systemd's unit-file language, without Terraform: a unit file as a model, its text, and the issues systemd would have with it.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/systemd
 */
export { UnitFile } from './unit-file';
export type { UnitType } from './unit-type';
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
export type { WithoutDelegation, WithoutOomd, WithoutSlice } from './sections/unsupported';
export type { SliceDirectives } from './sections/slice';
export type { SliceOnlyDirectives } from './sections/slice.generated';
export type { ScopeDirectives } from './sections/scope';
export type { ScopeOnlyDirectives } from './sections/scope.generated';
export type { ExecDirectives } from './sections/exec.generated';
export type { KillDirectives } from './sections/kill.generated';
export type { ResourceControlDirectives } from './sections/resource-control.generated';
export type { InstallDirectives } from './sections/install.generated';
export type { JobMode, SyslogFacility, SyslogLevel, SystemAction } from './kinds/vocabulary';
export { Exec, ExecCommand, type ExecArgument, type ExecOptions } from './exec';
export { EnvironmentReference } from './values/environment-reference';
export { Specifier } from './values/specifier';
export {
  plainText,
  specified,
  SpecifiedText,
  unitString,
  type SpecifiableText,
  type SpecifiedPart,
  type UnitString,
} from './values/specified';
export { AllExcept } from './values/all-except';
export type { BindMount } from './values/bind-mount';
export type { ResourceLimit, SoftHard } from './values/limit';
export { EXIT_NAMES, type ExitName, type ExitStatus } from './values/exit-status';
export type { OneOrMany } from './values/one-or-many';
export { OptionalPath } from './values/optional-path';
export { Output, type OutputMode } from './values/output';
export { UnitCondition } from './values/unit-condition';
export { Calendar } from './values/calendar';
export { Compared, type ConditionOperator } from './values/compared';
export type { PressureLimit } from './values/pressure';
export type { DeviceAccess, DeviceRule } from './values/device-rule';
export { IMAGE_PARTITIONS, type ExtensionImage, type ImageOptions, type ImagePartition, type MountImage } from './values/image';
export type { OpenFile } from './values/open-file';
export { BPF_ATTACHMENTS, type BpfAttachment } from './values/bpf-program';
export type { Virtualization } from './kinds/conditions';
export type { Controller } from './kinds/filters';
export { ADDRESS_FAMILIES, type AddressFamily } from './values/address-family';
export { CAPABILITIES, type Capability } from './values/capability';
export { NAMESPACES, type Namespace } from './values/namespace';
export { SIGNALS, type Signal } from './values/signal';
export type { InputWord, OutputWord } from './kinds/output';
export type { EscapeClass } from './kinds/kind';
export { directiveTable, type DirectiveRow } from './directives';
export type { Row } from './table/row';
export type { SectionName } from './table/section-groups';
export type { ParsedIssue } from './parse/parsed-issue';
export { ParsedUnitFile, type ParseOptions } from './parse/parsed-unit-file';
export type { ParsedLine } from './parse/parsed-line';
export { renderUnitFile } from './render';
export { unitNameOfPath } from './unit-name-of-path';
export { unitFileIssues, type UnitFileIssuesOptions } from './issues';
export { hardeningDirectives, type HardeningLevel, type HardeningOptions } from './hardening';
export { LINT_RULES } from './lint/catalogue';
export { lintUnits } from './lint/between-units';
export type { LintExample, LintRule } from './lint/rule';
export { readUnits, type ReadUnits } from './read-units';
export { readUnitText, type ReadUnit } from './read-unit-text';
export { environmentFileIssues, renderEnvironmentFile } from './environment-file';
export { escapeEnvironmentFileValue } from './escape';
export { Duration, Percent, placeText, Size, type Issue, type Place, type Severity } from '../values';
