// Made by tools/directives from tools/directives/groups/unit.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { path, pathConditions, plainPaths } from '../kinds/paths';
import { oneOf, wholeNumber, yesNo } from '../kinds/plain';
import { text } from '../kinds/text';
import { units } from '../kinds/units';
import { uris } from '../kinds/uris';
import { systemAction } from '../kinds/vocabulary';
import type { SystemAction } from '../kinds/vocabulary';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';
import type { PathCondition } from '../values/path-condition';
import type { Duration } from '../../values';

/** The [Unit] section: what the unit is, and how it relates to others. Source: systemd.unit(5). */
export interface UnitDirectives {
  /**
   * A title that systemctl and the journal show. Default: the unit's name.
   *
   * One line of text, literal. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Description=)
   */
  readonly Description?: string;
  /**
   * Where its documentation is: URIs (http, https, file, info, man).
   *
   * URIs. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Documentation=)
   */
  readonly Documentation?: OneOrMany<string>;
  /**
   * The file that a generator made this unit from.
   *
   * An absolute path. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#SourcePath=)
   */
  readonly SourcePath?: string;
  /**
   * Units that are started along and whose stop stops this one; if one fails, ordered before, this unit is not started.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Requires=)
   */
  readonly Requires?: OneOrMany<string>;
  /**
   * Units that must be running already; they are not started.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Requisite=)
   */
  readonly Requisite?: OneOrMany<string>;
  /**
   * Units that are started along; their failure does not matter.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Wants=)
   */
  readonly Wants?: OneOrMany<string>;
  /**
   * Like Requires, and this unit stops when one of them goes away for any reason.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#BindsTo=)
   */
  readonly BindsTo?: OneOrMany<string>;
  /**
   * Units whose stop or restart stops or restarts this one.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#PartOf=)
   */
  readonly PartOf?: OneOrMany<string>;
  /**
   * Units that are started, and started again, as long as this one is up.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Upholds=)
   */
  readonly Upholds?: OneOrMany<string>;
  /**
   * Units that are stopped when this one starts.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Conflicts=)
   */
  readonly Conflicts?: OneOrMany<string>;
  /**
   * Units that start after this one, when both start; starts nothing by itself.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Before=)
   */
  readonly Before?: OneOrMany<string>;
  /**
   * Units that start before this one, when both start; starts nothing by itself: see Wants.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#After=)
   */
  readonly After?: OneOrMany<string>;
  /**
   * Units that are started when this one ends well.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnSuccess=)
   */
  readonly OnSuccess?: OneOrMany<string>;
  /**
   * Units that are started when this one fails.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnFailure=)
   */
  readonly OnFailure?: OneOrMany<string>;
  /**
   * Units that are reloaded when this one is.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#PropagatesReloadTo=)
   */
  readonly PropagatesReloadTo?: OneOrMany<string>;
  /**
   * Units whose reload reloads this one.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ReloadPropagatedFrom=)
   */
  readonly ReloadPropagatedFrom?: OneOrMany<string>;
  /**
   * Units whose private /tmp and network this one shares.
   *
   * Full names of units. Since 209. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JoinsNamespaceOf=)
   */
  readonly JoinsNamespaceOf?: OneOrMany<string>;
  /**
   * Absolute paths whose mounts are needed and waited for.
   *
   * Absolute paths. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RequiresMountsFor=)
   */
  readonly RequiresMountsFor?: OneOrMany<string>;
  /**
   * Whether it stops when no running unit needs it. Default: false.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#StopWhenUnneeded=)
   */
  readonly StopWhenUnneeded?: boolean;
  /**
   * Whether only other units may start it. Default: false.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RefuseManualStart=)
   */
  readonly RefuseManualStart?: boolean;
  /**
   * Whether only other units may stop it. Default: false.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RefuseManualStop=)
   */
  readonly RefuseManualStop?: boolean;
  /**
   * Whether it gets the usual ordering after basic.target and before shutdown. Default: true.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#DefaultDependencies=)
   */
  readonly DefaultDependencies?: boolean;
  /**
   * When systemd forgets the unit. Default: inactive, so that failed units stay visible.
   *
   * A word. Since 236. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#CollectMode=)
   */
  readonly CollectMode?: 'inactive' | 'inactive-or-failed';
  /**
   * How long a queued start or stop may take before it is given up. Default: infinity for services.
   *
   * A Duration, or `infinity`. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JobTimeoutSec=)
   */
  readonly JobTimeoutSec?: Duration | 'infinity';
  /**
   * The same, counted from when the job begins to run.
   *
   * A Duration, or `infinity`. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JobRunningTimeoutSec=)
   */
  readonly JobRunningTimeoutSec?: Duration | 'infinity';
  /**
   * Span in which StartLimitBurst counts starts; 0 switches the limit off. Default: 10 s.
   *
   * A Duration, or `infinity`. Since 229. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#StartLimitIntervalSec=)
   */
  readonly StartLimitIntervalSec?: Duration | 'infinity';
  /**
   * How many starts that span may have before systemd gives up. Default: 5.
   *
   * A whole number from 0 to 4294967295. Since 229. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#StartLimitBurst=)
   */
  readonly StartLimitBurst?: number;
  /**
   * What happens to the machine when the start limit is hit. Default: none.
   *
   * A word. Since 229. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#StartLimitAction=)
   */
  readonly StartLimitAction?: SystemAction;
  /**
   * What happens to the machine when the unit fails. Default: none.
   *
   * A word. Since 236. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#FailureAction=)
   */
  readonly FailureAction?: SystemAction;
  /**
   * What happens to the machine when the unit ends well. Default: none.
   *
   * A word. Since 236. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#SuccessAction=)
   */
  readonly SuccessAction?: SystemAction;
  /**
   * Paths that must exist, else the start is skipped without a failure.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathExists=)
   */
  readonly ConditionPathExists?: OneOrMany<string | PathCondition>;
  /**
   * Patterns (glob(7)) of which a match must exist.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathExistsGlob=)
   */
  readonly ConditionPathExistsGlob?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be directories.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsDirectory=)
   */
  readonly ConditionPathIsDirectory?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be symbolic links.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsSymbolicLink=)
   */
  readonly ConditionPathIsSymbolicLink?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be mount points.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsMountPoint=)
   */
  readonly ConditionPathIsMountPoint?: OneOrMany<string | PathCondition>;
  /**
   * Paths whose file systems must be writable.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsReadWrite=)
   */
  readonly ConditionPathIsReadWrite?: OneOrMany<string | PathCondition>;
  /**
   * Directories that must exist and hold something.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionDirectoryNotEmpty=)
   */
  readonly ConditionDirectoryNotEmpty?: OneOrMany<string | PathCondition>;
  /**
   * Regular files that must exist and hold something.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFileNotEmpty=)
   */
  readonly ConditionFileNotEmpty?: OneOrMany<string | PathCondition>;
  /**
   * Regular files that must exist and be executable.
   *
   * Absolute paths, or PathCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFileIsExecutable=)
   */
  readonly ConditionFileIsExecutable?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must exist, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathExists=)
   */
  readonly AssertPathExists?: OneOrMany<string | PathCondition>;
  /**
   * Patterns (glob(7)) of which a match must exist, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathExistsGlob=)
   */
  readonly AssertPathExistsGlob?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be directories, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsDirectory=)
   */
  readonly AssertPathIsDirectory?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be symbolic links, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsSymbolicLink=)
   */
  readonly AssertPathIsSymbolicLink?: OneOrMany<string | PathCondition>;
  /**
   * Paths that must be mount points, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsMountPoint=)
   */
  readonly AssertPathIsMountPoint?: OneOrMany<string | PathCondition>;
  /**
   * Paths whose file systems must be writable, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsReadWrite=)
   */
  readonly AssertPathIsReadWrite?: OneOrMany<string | PathCondition>;
  /**
   * Directories that must exist and hold something, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertDirectoryNotEmpty=)
   */
  readonly AssertDirectoryNotEmpty?: OneOrMany<string | PathCondition>;
  /**
   * Regular files that must exist and hold something, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFileNotEmpty=)
   */
  readonly AssertFileNotEmpty?: OneOrMany<string | PathCondition>;
  /**
   * Regular files that must exist and be executable, else the start fails.
   *
   * Absolute paths, or PathCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFileIsExecutable=)
   */
  readonly AssertFileIsExecutable?: OneOrMany<string | PathCondition>;
  /** @deprecated Use BindsTo. */
  readonly BindTo?: never;
  /** @deprecated Use PropagatesReloadTo. */
  readonly PropagateReloadTo?: never;
  /** @deprecated Use ReloadPropagatedFrom. */
  readonly PropagateReloadFrom?: never;
  /** @deprecated Use Requires. */
  readonly RequiresOverridable?: never;
  /** @deprecated Use Requisite. */
  readonly RequisiteOverridable?: never;
  /** @deprecated Use OnFailureJobMode. */
  readonly OnFailureIsolate?: never;
  /** @deprecated Leave it out: systemd takes no notice of it. */
  readonly IgnoreOnSnapshot?: never;
  /** @deprecated Use StartLimitIntervalSec. */
  readonly StartLimitInterval?: never;
}

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
