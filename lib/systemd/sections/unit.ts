import type { Duration } from '../../values';
import { timeSpan } from '../kinds/amounts';
import { path, pathConditions, plainPaths } from '../kinds/paths';
import { oneOf, wholeNumber, yesNo } from '../kinds/plain';
import { text } from '../kinds/text';
import { units } from '../kinds/units';
import { uris } from '../kinds/uris';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';
import type { PathCondition } from '../values/path-condition';

/** What systemd does to the whole machine (systemd.unit(5), FailureAction=). */
export type SystemAction =
  'none' | 'reboot' | 'reboot-force' | 'reboot-immediate' | 'poweroff' | 'poweroff-force' | 'poweroff-immediate' | 'exit' | 'exit-force';

/** The [Unit] section: what the unit is, and how it relates to others. Source: systemd.unit(5). */
export interface UnitDirectives {
  /** A title that systemctl and the journal show. Default: the unit's name. Since 201. systemd.unit(5) */
  readonly Description?: string;
  /** Where its documentation is: URIs (http, https, file, info, man). Since 201. systemd.unit(5) */
  readonly Documentation?: OneOrMany<string>;
  /** The file that a generator made this unit from. Since 201. systemd.unit(5) */
  readonly SourcePath?: string;
  /** Units that are started along and whose stop stops this one; if one fails, ordered before, this unit is not started. Since 201. systemd.unit(5) */
  readonly Requires?: OneOrMany<string>;
  /** Units that must be running already; they are not started. Since 201. systemd.unit(5) */
  readonly Requisite?: OneOrMany<string>;
  /** Units that are started along; their failure does not matter. Since 201. systemd.unit(5) */
  readonly Wants?: OneOrMany<string>;
  /** Like Requires, and this unit stops when one of them goes away for any reason. Since 201. systemd.unit(5) */
  readonly BindsTo?: OneOrMany<string>;
  /** Units whose stop or restart stops or restarts this one. Since 201. systemd.unit(5) */
  readonly PartOf?: OneOrMany<string>;
  /** Units that are started, and started again, as long as this one is up. Since 249. systemd.unit(5) */
  readonly Upholds?: OneOrMany<string>;
  /** Units that are stopped when this one starts. Since 201. systemd.unit(5) */
  readonly Conflicts?: OneOrMany<string>;
  /** Units that start after this one, when both start; starts nothing by itself. Since 201. systemd.unit(5) */
  readonly Before?: OneOrMany<string>;
  /** Units that start before this one, when both start; starts nothing by itself: see Wants. Since 201. systemd.unit(5) */
  readonly After?: OneOrMany<string>;
  /** Units that are started when this one ends well. Since 249. systemd.unit(5) */
  readonly OnSuccess?: OneOrMany<string>;
  /** Units that are started when this one fails. Since 201. systemd.unit(5) */
  readonly OnFailure?: OneOrMany<string>;
  /** Units that are reloaded when this one is. Since 201. systemd.unit(5) */
  readonly PropagatesReloadTo?: OneOrMany<string>;
  /** Units whose reload reloads this one. Since 201. systemd.unit(5) */
  readonly ReloadPropagatedFrom?: OneOrMany<string>;
  /** Units whose private /tmp and network this one shares. Since 209. systemd.unit(5) */
  readonly JoinsNamespaceOf?: OneOrMany<string>;
  /** Absolute paths whose mounts are needed and waited for. Since 201. systemd.unit(5) */
  readonly RequiresMountsFor?: OneOrMany<string>;
  /** Whether it stops when no running unit needs it. Default: false. Since 201. systemd.unit(5) */
  readonly StopWhenUnneeded?: boolean;
  /** Whether only other units may start it. Default: false. Since 201. systemd.unit(5) */
  readonly RefuseManualStart?: boolean;
  /** Whether only other units may stop it. Default: false. Since 201. systemd.unit(5) */
  readonly RefuseManualStop?: boolean;
  /** Whether it gets the usual ordering after basic.target and before shutdown. Default: true. Since 201. systemd.unit(5) */
  readonly DefaultDependencies?: boolean;
  /** When systemd forgets the unit. Default: inactive, so that failed units stay visible. Since 236. systemd.unit(5) */
  readonly CollectMode?: 'inactive' | 'inactive-or-failed';
  /** How long a queued start or stop may take before it is given up. Default: infinity for services. Since 201. systemd.unit(5) */
  readonly JobTimeoutSec?: Duration | 'infinity';
  /** The same, counted from when the job begins to run. Since 201. systemd.unit(5) */
  readonly JobRunningTimeoutSec?: Duration | 'infinity';
  /** Span in which StartLimitBurst counts starts; 0 switches the limit off. Default: 10 s. Since 229. systemd.unit(5) */
  readonly StartLimitIntervalSec?: Duration | 'infinity';
  /** How many starts that span may have before systemd gives up. Default: 5. Since 229. systemd.unit(5) */
  readonly StartLimitBurst?: number;
  /** What happens to the machine when the start limit is hit. Default: none. Since 229. systemd.unit(5) */
  readonly StartLimitAction?: SystemAction;
  /** What happens to the machine when the unit fails. Default: none. Since 236. systemd.unit(5) */
  readonly FailureAction?: SystemAction;
  /** What happens to the machine when the unit ends well. Default: none. Since 236. systemd.unit(5) */
  readonly SuccessAction?: SystemAction;
  /** Paths that must exist, else the start is skipped without a failure. Since 244. systemd.unit(5) */
  readonly ConditionPathExists?: OneOrMany<string | PathCondition>;
  /** Patterns (glob(7)) of which a match must exist. Since 244. systemd.unit(5) */
  readonly ConditionPathExistsGlob?: OneOrMany<string | PathCondition>;
  /** Paths that must be directories. Since 244. systemd.unit(5) */
  readonly ConditionPathIsDirectory?: OneOrMany<string | PathCondition>;
  /** Paths that must be symbolic links. Since 244. systemd.unit(5) */
  readonly ConditionPathIsSymbolicLink?: OneOrMany<string | PathCondition>;
  /** Paths that must be mount points. Since 244. systemd.unit(5) */
  readonly ConditionPathIsMountPoint?: OneOrMany<string | PathCondition>;
  /** Paths whose file systems must be writable. Since 244. systemd.unit(5) */
  readonly ConditionPathIsReadWrite?: OneOrMany<string | PathCondition>;
  /** Directories that must exist and hold something. Since 244. systemd.unit(5) */
  readonly ConditionDirectoryNotEmpty?: OneOrMany<string | PathCondition>;
  /** Regular files that must exist and hold something. Since 244. systemd.unit(5) */
  readonly ConditionFileNotEmpty?: OneOrMany<string | PathCondition>;
  /** Regular files that must exist and be executable. Since 244. systemd.unit(5) */
  readonly ConditionFileIsExecutable?: OneOrMany<string | PathCondition>;
  /** Paths that must exist, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathExists?: OneOrMany<string | PathCondition>;
  /** Patterns (glob(7)) of which a match must exist, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathExistsGlob?: OneOrMany<string | PathCondition>;
  /** Paths that must be directories, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathIsDirectory?: OneOrMany<string | PathCondition>;
  /** Paths that must be symbolic links, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathIsSymbolicLink?: OneOrMany<string | PathCondition>;
  /** Paths that must be mount points, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathIsMountPoint?: OneOrMany<string | PathCondition>;
  /** Paths whose file systems must be writable, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertPathIsReadWrite?: OneOrMany<string | PathCondition>;
  /** Directories that must exist and hold something, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertDirectoryNotEmpty?: OneOrMany<string | PathCondition>;
  /** Regular files that must exist and hold something, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertFileNotEmpty?: OneOrMany<string | PathCondition>;
  /** Regular files that must exist and be executable, else the start fails. Since 218. systemd.unit(5) */
  readonly AssertFileIsExecutable?: OneOrMany<string | PathCondition>;
}

const systemAction = oneOf<SystemAction>({
  none: 'always',
  reboot: 'always',
  'reboot-force': 'always',
  'reboot-immediate': 'always',
  poweroff: 'always',
  'poweroff-force': 'always',
  'poweroff-immediate': 'always',
  exit: 'always',
  'exit-force': 'always',
});

/** See {@link UnitDirectives}. */
export const UNIT_DIRECTIVES: DirectiveTable<UnitDirectives> = {
  Description: { kind: text, since: 201 },
  Documentation: { kind: uris, since: 201 },
  SourcePath: { kind: path, since: 201 },
  Requires: { kind: units, since: 201 },
  Requisite: { kind: units, since: 201 },
  Wants: { kind: units, since: 201 },
  BindsTo: { kind: units, since: 201 },
  PartOf: { kind: units, since: 201 },
  Upholds: { kind: units, since: 249 },
  Conflicts: { kind: units, since: 201 },
  Before: { kind: units, since: 201 },
  After: { kind: units, since: 201 },
  OnSuccess: { kind: units, since: 249 },
  OnFailure: { kind: units, since: 201 },
  PropagatesReloadTo: { kind: units, since: 201 },
  ReloadPropagatedFrom: { kind: units, since: 201 },
  JoinsNamespaceOf: { kind: units, since: 209 },
  RequiresMountsFor: { kind: plainPaths, since: 201 },
  StopWhenUnneeded: { kind: yesNo, since: 201 },
  RefuseManualStart: { kind: yesNo, since: 201 },
  RefuseManualStop: { kind: yesNo, since: 201 },
  DefaultDependencies: { kind: yesNo, since: 201 },
  CollectMode: { kind: oneOf({ inactive: 'always', 'inactive-or-failed': 'always' }), since: 236 },
  JobTimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 201 },
  JobRunningTimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 201 },
  StartLimitIntervalSec: { kind: timeSpan(), since: 229 },
  StartLimitBurst: { kind: wholeNumber(0, 4_294_967_295), since: 229 },
  StartLimitAction: { kind: systemAction, since: 229 },
  FailureAction: { kind: systemAction, since: 236 },
  SuccessAction: { kind: systemAction, since: 236 },
  ConditionPathExists: { kind: pathConditions, since: 244 },
  ConditionPathExistsGlob: { kind: pathConditions, since: 244 },
  ConditionPathIsDirectory: { kind: pathConditions, since: 244 },
  ConditionPathIsSymbolicLink: { kind: pathConditions, since: 244 },
  ConditionPathIsMountPoint: { kind: pathConditions, since: 244 },
  ConditionPathIsReadWrite: { kind: pathConditions, since: 244 },
  ConditionDirectoryNotEmpty: { kind: pathConditions, since: 244 },
  ConditionFileNotEmpty: { kind: pathConditions, since: 244 },
  ConditionFileIsExecutable: { kind: pathConditions, since: 244 },
  AssertPathExists: { kind: pathConditions, since: 218 },
  AssertPathExistsGlob: { kind: pathConditions, since: 218 },
  AssertPathIsDirectory: { kind: pathConditions, since: 218 },
  AssertPathIsSymbolicLink: { kind: pathConditions, since: 218 },
  AssertPathIsMountPoint: { kind: pathConditions, since: 218 },
  AssertPathIsReadWrite: { kind: pathConditions, since: 218 },
  AssertDirectoryNotEmpty: { kind: pathConditions, since: 218 },
  AssertFileNotEmpty: { kind: pathConditions, since: 218 },
  AssertFileIsExecutable: { kind: pathConditions, since: 218 },
};
