// Made by tools/directives from tools/directives/groups/unit.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { capabilityConditions, countConditions, flagConditions, needsUpdateConditions, pathConditions, pressureConditions, sizeConditions, textConditions, versionConditions, virtualizationConditions, wordConditions } from '../kinds/conditions';
import { path, plainPaths } from '../kinds/paths';
import { oneOf, wholeNumber, yesNo } from '../kinds/plain';
import { rebootArgument, text } from '../kinds/text';
import { units } from '../kinds/units';
import { uris } from '../kinds/uris';
import { jobMode, systemAction } from '../kinds/vocabulary';
import type { Virtualization } from '../kinds/conditions';
import type { JobMode, SystemAction } from '../kinds/vocabulary';
import type { DirectiveTable } from '../section';
import type { Capability } from '../values/capability';
import type { Compared } from '../values/compared';
import type { OneOrMany } from '../values/one-or-many';
import type { PressureLimit } from '../values/pressure';
import type { UnitString } from '../values/specified';
import type { UnitCondition } from '../values/unit-condition';
import type { Duration, Size } from '../../values';

/** The [Unit] section: what the unit is, and how it relates to others. Source: systemd.unit(5). */
export interface UnitDirectives {
  /**
   * A title that systemctl and the journal show. Default: the unit's name.
   *
   * One line of text, literal. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Description=)
   */
  readonly Description?: UnitString;
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
  readonly SourcePath?: UnitString;
  /**
   * Units that are started along and whose stop stops this one; if one fails, ordered before, this unit is not started.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Requires=)
   */
  readonly Requires?: OneOrMany<UnitString>;
  /**
   * Units that must be running already; they are not started.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Requisite=)
   */
  readonly Requisite?: OneOrMany<UnitString>;
  /**
   * Units that are started along; their failure does not matter.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Wants=)
   */
  readonly Wants?: OneOrMany<UnitString>;
  /**
   * Like Requires, and this unit stops when one of them goes away for any reason.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#BindsTo=)
   */
  readonly BindsTo?: OneOrMany<UnitString>;
  /**
   * Units whose stop or restart stops or restarts this one.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#PartOf=)
   */
  readonly PartOf?: OneOrMany<UnitString>;
  /**
   * Units that are started, and started again, as long as this one is up.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Upholds=)
   */
  readonly Upholds?: OneOrMany<UnitString>;
  /**
   * Units that are stopped when this one starts.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Conflicts=)
   */
  readonly Conflicts?: OneOrMany<UnitString>;
  /**
   * Units that start after this one, when both start; starts nothing by itself.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Before=)
   */
  readonly Before?: OneOrMany<UnitString>;
  /**
   * Units that start before this one, when both start; starts nothing by itself: see Wants.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#After=)
   */
  readonly After?: OneOrMany<UnitString>;
  /**
   * Units that are started when this one ends well.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnSuccess=)
   */
  readonly OnSuccess?: OneOrMany<UnitString>;
  /**
   * Units that are started when this one fails.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnFailure=)
   */
  readonly OnFailure?: OneOrMany<UnitString>;
  /**
   * Units that are reloaded when this one is.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#PropagatesReloadTo=)
   */
  readonly PropagatesReloadTo?: OneOrMany<UnitString>;
  /**
   * Units whose reload reloads this one.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ReloadPropagatedFrom=)
   */
  readonly ReloadPropagatedFrom?: OneOrMany<UnitString>;
  /**
   * Units that are stopped when this one is.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#PropagatesStopTo=)
   */
  readonly PropagatesStopTo?: OneOrMany<UnitString>;
  /**
   * Units whose stop stops this one.
   *
   * Full names of units. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#StopPropagatedFrom=)
   */
  readonly StopPropagatedFrom?: OneOrMany<UnitString>;
  /**
   * Units whose private /tmp and network this one shares.
   *
   * Full names of units. Since 209. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JoinsNamespaceOf=)
   */
  readonly JoinsNamespaceOf?: OneOrMany<UnitString>;
  /**
   * Absolute paths whose mounts are needed and waited for.
   *
   * Absolute paths. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RequiresMountsFor=)
   */
  readonly RequiresMountsFor?: OneOrMany<UnitString>;
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
   * Whether `systemctl isolate` takes it. Default: false.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AllowIsolate=)
   */
  readonly AllowIsolate?: boolean;
  /**
   * Whether it gets the usual ordering after basic.target and before shutdown. Default: true.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#DefaultDependencies=)
   */
  readonly DefaultDependencies?: boolean;
  /**
   * How OnSuccess meets jobs that are queued. Default: fail.
   *
   * A word. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnSuccessJobMode=)
   */
  readonly OnSuccessJobMode?: JobMode;
  /**
   * How OnFailure meets jobs that are queued. Default: replace.
   *
   * A word. Since 209. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#OnFailureJobMode=)
   */
  readonly OnFailureJobMode?: JobMode;
  /**
   * Whether it stays when another unit is isolated. Default: false; true for mounts, slices, sockets and the like.
   *
   * A boolean. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#IgnoreOnIsolate=)
   */
  readonly IgnoreOnIsolate?: boolean;
  /**
   * When systemd forgets the unit. Default: inactive, so that failed units stay visible.
   *
   * A word. Since 236. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#CollectMode=)
   */
  readonly CollectMode?: 'inactive' | 'inactive-or-failed';
  /**
   * Absolute paths whose mounts are waited for; their failure does not matter.
   *
   * Absolute paths. Since 256. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#WantsMountsFor=)
   */
  readonly WantsMountsFor?: OneOrMany<UnitString>;
  /**
   * Whether its processes are spared at the end of a shutdown. Default: false.
   *
   * A boolean. Since 255. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#SurviveFinalKillSignal=)
   */
  readonly SurviveFinalKillSignal?: boolean;
  /**
   * Paths that must be sockets, else the start is skipped without a failure.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 260. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsSocket=)
   */
  readonly ConditionPathIsSocket?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Share of all machines that it holds for, by machine id: `20%`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 261. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFraction=)
   */
  readonly ConditionFraction?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Version that the kernel, or what is named before it (`systemd`, `glibc`), must have, else the start is skipped without a failure.
   *
   * Versions as text, Compared. Since 258. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionVersion=)
   */
  readonly ConditionVersion?: OneOrMany<Compared<string> | UnitCondition<Compared<string>>>;
  /**
   * Tag that the machine must have (machine-info(5)), else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 261. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionMachineTag=)
   */
  readonly ConditionMachineTag?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Module that the kernel must have loaded, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 258. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionKernelModuleLoaded=)
   */
  readonly ConditionKernelModuleLoaded?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be sockets, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 260. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsSocket=)
   */
  readonly AssertPathIsSocket?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Share of all machines that it holds for, by machine id: `20%`, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 261. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFraction=)
   */
  readonly AssertFraction?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Version that the kernel, or what is named before it (`systemd`, `glibc`), must have, else the start fails.
   *
   * Versions as text, Compared. Since 258. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertVersion=)
   */
  readonly AssertVersion?: OneOrMany<Compared<string> | UnitCondition<Compared<string>>>;
  /**
   * Tag that the machine must have (machine-info(5)), else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 261. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertMachineTag=)
   */
  readonly AssertMachineTag?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Module that the kernel must have loaded, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 258. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertKernelModuleLoaded=)
   */
  readonly AssertKernelModuleLoaded?: OneOrMany<UnitString | UnitCondition<UnitString>>;
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
   * What happens to the machine when JobTimeoutSec passes. Default: none.
   *
   * A word. Since 240. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JobTimeoutAction=)
   */
  readonly JobTimeoutAction?: SystemAction;
  /**
   * Argument of that reboot, see reboot(2).
   *
   * Up to 255 characters of printable ASCII, literal. Since 240. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#JobTimeoutRebootArgument=)
   */
  readonly JobTimeoutRebootArgument?: UnitString;
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
   * Status with which systemd ends a container for FailureAction=exit. Default: the service's own.
   *
   * A whole number from 0 to 255. Since 240. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#FailureActionExitStatus=)
   */
  readonly FailureActionExitStatus?: number;
  /**
   * Status with which systemd ends a container for SuccessAction=exit. Default: the service's own.
   *
   * A whole number from 0 to 255. Since 240. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#SuccessActionExitStatus=)
   */
  readonly SuccessActionExitStatus?: number;
  /**
   * Argument of a reboot of FailureAction and its like, see reboot(2).
   *
   * Up to 255 characters of printable ASCII, literal. Since 229. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RebootArgument=)
   */
  readonly RebootArgument?: UnitString;
  /**
   * Paths that must exist, else the start is skipped without a failure.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathExists=)
   */
  readonly ConditionPathExists?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Patterns (glob(7)) of which a match must exist.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathExistsGlob=)
   */
  readonly ConditionPathExistsGlob?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be directories.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsDirectory=)
   */
  readonly ConditionPathIsDirectory?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be symbolic links.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsSymbolicLink=)
   */
  readonly ConditionPathIsSymbolicLink?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be mount points.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsMountPoint=)
   */
  readonly ConditionPathIsMountPoint?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths whose file systems must be writable.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsReadWrite=)
   */
  readonly ConditionPathIsReadWrite?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths whose file systems must lie on encrypted devices, else the start is skipped without a failure.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 246. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionPathIsEncrypted=)
   */
  readonly ConditionPathIsEncrypted?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Directories that must exist and hold something.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionDirectoryNotEmpty=)
   */
  readonly ConditionDirectoryNotEmpty?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Regular files that must exist and hold something.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFileNotEmpty=)
   */
  readonly ConditionFileNotEmpty?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Regular files that must exist and be executable.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFileIsExecutable=)
   */
  readonly ConditionFileIsExecutable?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * `/etc` or `/var`, which must be older than /usr, else the start is skipped without a failure.
   *
   * Paths, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionNeedsUpdate=)
   */
  readonly ConditionNeedsUpdate?: OneOrMany<'/etc' | '/var' | UnitCondition<'/etc' | '/var'>>;
  /**
   * Whether it must be (true) or must not be (false) the machine's first boot, else the start is skipped without a failure.
   *
   * Booleans. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFirstBoot=)
   */
  readonly ConditionFirstBoot?: OneOrMany<boolean | UnitCondition<boolean>>;
  /**
   * Architecture that the machine must have, else the start is skipped without a failure.
   *
   * Words, or UnitCondition.not and its like. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionArchitecture=)
   */
  readonly ConditionArchitecture?: OneOrMany<'native' | 'x86' | 'x86-64' | 'ppc' | 'ppc-le' | 'ppc64' | 'ppc64-le' | 'ia64' | 'parisc' | 'parisc64' | 's390' | 's390x' | 'sparc' | 'sparc64' | 'mips' | 'mips-le' | 'mips64' | 'mips64-le' | 'alpha' | 'arm' | 'arm-be' | 'arm64' | 'arm64-be' | 'sh' | 'sh64' | 'm68k' | 'tilegx' | 'cris' | 'arc' | 'arc-be' | 'loongarch64' | 'riscv32' | 'riscv64' | UnitCondition<'native' | 'x86' | 'x86-64' | 'ppc' | 'ppc-le' | 'ppc64' | 'ppc64-le' | 'ia64' | 'parisc' | 'parisc64' | 's390' | 's390x' | 'sparc' | 'sparc64' | 'mips' | 'mips-le' | 'mips64' | 'mips64-le' | 'alpha' | 'arm' | 'arm-be' | 'arm64' | 'arm64-be' | 'sh' | 'sh64' | 'm68k' | 'tilegx' | 'cris' | 'arc' | 'arc-be' | 'loongarch64' | 'riscv32' | 'riscv64'>>;
  /**
   * Firmware that the machine must have: `uefi`, `device-tree`, `device-tree-compatible(…)`, `smbios-field(…)`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionFirmware=)
   */
  readonly ConditionFirmware?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Whether it must run in a machine of machines or a container, or in which: `vm`, `container`, `kvm`, `docker` , else the start is skipped without a failure.
   *
   * Booleans or words, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionVirtualization=)
   */
  readonly ConditionVirtualization?: OneOrMany<boolean | Virtualization | UnitCondition<boolean | Virtualization>>;
  /**
   * Name (a pattern) or machine id that the machine must have, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionHost=)
   */
  readonly ConditionHost?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Word, or `name=value`, that the kernel's command line must have, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionKernelCommandLine=)
   */
  readonly ConditionKernelCommandLine?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Version that the kernel must have, else the start is skipped without a failure.
   *
   * Versions as text, Compared. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionKernelVersion=)
   */
  readonly ConditionKernelVersion?: OneOrMany<Compared<string> | UnitCondition<Compared<string>>>;
  /**
   * Name of a credential of the machine that must be there, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 252. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionCredential=)
   */
  readonly ConditionCredential?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Security technology that must be in use, else the start is skipped without a failure.
   *
   * Words, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionSecurity=)
   */
  readonly ConditionSecurity?: OneOrMany<'selinux' | 'apparmor' | 'tomoyo' | 'smack' | 'ima' | 'audit' | 'uefi-secureboot' | 'tpm2' | 'cvm' | 'measured-uki' | 'measured-os' | UnitCondition<'selinux' | 'apparmor' | 'tomoyo' | 'smack' | 'ima' | 'audit' | 'uefi-secureboot' | 'tpm2' | 'cvm' | 'measured-uki' | 'measured-os'>>;
  /**
   * Capability that systemd itself must have, else the start is skipped without a failure.
   *
   * Capabilities, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionCapability=)
   */
  readonly ConditionCapability?: OneOrMany<Capability | UnitCondition<Capability>>;
  /**
   * Whether the machine must be (true) or must not be (false) on the mains, else the start is skipped without a failure.
   *
   * Booleans. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionACPower=)
   */
  readonly ConditionACPower?: OneOrMany<boolean | UnitCondition<boolean>>;
  /**
   * How much memory the machine must have, else the start is skipped without a failure.
   *
   * Sizes, Compared. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionMemory=)
   */
  readonly ConditionMemory?: OneOrMany<Compared<Size> | UnitCondition<Compared<Size>>>;
  /**
   * Feature that the CPU must have, as in cpuid(4): `rdrand`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 248. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionCPUFeature=)
   */
  readonly ConditionCPUFeature?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * How many CPUs must be there for systemd, else the start is skipped without a failure.
   *
   * Numbers, Compared. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionCPUs=)
   */
  readonly ConditionCPUs?: OneOrMany<Compared<number> | UnitCondition<Compared<number>>>;
  /**
   * Variable, or `NAME=value`, that systemd's own environment must have, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 246. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionEnvironment=)
   */
  readonly ConditionEnvironment?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * User that systemd must run as: a name, an id, or `@system`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionUser=)
   */
  readonly ConditionUser?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Group that systemd must be in: a name or an id, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionGroup=)
   */
  readonly ConditionGroup?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Controllers that must be there, parted by blanks; or `v1`, `v2`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 244. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionControlGroupController=)
   */
  readonly ConditionControlGroupController?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * What os-release must say: `ID=debian`, `VERSION_ID>=12`, else the start is skipped without a failure.
   *
   * Texts, or UnitCondition.not and its like. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionOSRelease=)
   */
  readonly ConditionOSRelease?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Memory pressure that there must not be more of, else the start is skipped without a failure.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionMemoryPressure=)
   */
  readonly ConditionMemoryPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
  /**
   * CPU pressure that there must not be more of, else the start is skipped without a failure.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionCPUPressure=)
   */
  readonly ConditionCPUPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
  /**
   * Pressure on disks that there must not be more of, else the start is skipped without a failure.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#ConditionIOPressure=)
   */
  readonly ConditionIOPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
  /**
   * Paths that must exist, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathExists=)
   */
  readonly AssertPathExists?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Patterns (glob(7)) of which a match must exist, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathExistsGlob=)
   */
  readonly AssertPathExistsGlob?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be directories, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsDirectory=)
   */
  readonly AssertPathIsDirectory?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be symbolic links, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsSymbolicLink=)
   */
  readonly AssertPathIsSymbolicLink?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths that must be mount points, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsMountPoint=)
   */
  readonly AssertPathIsMountPoint?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths whose file systems must be writable, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsReadWrite=)
   */
  readonly AssertPathIsReadWrite?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Paths whose file systems must lie on encrypted devices, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 246. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertPathIsEncrypted=)
   */
  readonly AssertPathIsEncrypted?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Directories that must exist and hold something, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertDirectoryNotEmpty=)
   */
  readonly AssertDirectoryNotEmpty?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Regular files that must exist and hold something, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFileNotEmpty=)
   */
  readonly AssertFileNotEmpty?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Regular files that must exist and be executable, else the start fails.
   *
   * Absolute paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFileIsExecutable=)
   */
  readonly AssertFileIsExecutable?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * `/etc` or `/var`, which must be older than /usr, else the start fails.
   *
   * Paths, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertNeedsUpdate=)
   */
  readonly AssertNeedsUpdate?: OneOrMany<'/etc' | '/var' | UnitCondition<'/etc' | '/var'>>;
  /**
   * Whether it must be (true) or must not be (false) the machine's first boot, else the start fails.
   *
   * Booleans. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertFirstBoot=)
   */
  readonly AssertFirstBoot?: OneOrMany<boolean | UnitCondition<boolean>>;
  /**
   * Architecture that the machine must have, else the start fails.
   *
   * Words, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertArchitecture=)
   */
  readonly AssertArchitecture?: OneOrMany<'native' | 'x86' | 'x86-64' | 'ppc' | 'ppc-le' | 'ppc64' | 'ppc64-le' | 'ia64' | 'parisc' | 'parisc64' | 's390' | 's390x' | 'sparc' | 'sparc64' | 'mips' | 'mips-le' | 'mips64' | 'mips64-le' | 'alpha' | 'arm' | 'arm-be' | 'arm64' | 'arm64-be' | 'sh' | 'sh64' | 'm68k' | 'tilegx' | 'cris' | 'arc' | 'arc-be' | 'loongarch64' | 'riscv32' | 'riscv64' | UnitCondition<'native' | 'x86' | 'x86-64' | 'ppc' | 'ppc-le' | 'ppc64' | 'ppc64-le' | 'ia64' | 'parisc' | 'parisc64' | 's390' | 's390x' | 'sparc' | 'sparc64' | 'mips' | 'mips-le' | 'mips64' | 'mips64-le' | 'alpha' | 'arm' | 'arm-be' | 'arm64' | 'arm64-be' | 'sh' | 'sh64' | 'm68k' | 'tilegx' | 'cris' | 'arc' | 'arc-be' | 'loongarch64' | 'riscv32' | 'riscv64'>>;
  /**
   * Whether it must run in a machine of machines or a container, or in which: `vm`, `container`, `kvm`, `docker` , else the start fails.
   *
   * Booleans or words, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertVirtualization=)
   */
  readonly AssertVirtualization?: OneOrMany<boolean | Virtualization | UnitCondition<boolean | Virtualization>>;
  /**
   * Name (a pattern) or machine id that the machine must have, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertHost=)
   */
  readonly AssertHost?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Word, or `name=value`, that the kernel's command line must have, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertKernelCommandLine=)
   */
  readonly AssertKernelCommandLine?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Version that the kernel must have, else the start fails.
   *
   * Versions as text, Compared. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertKernelVersion=)
   */
  readonly AssertKernelVersion?: OneOrMany<Compared<string> | UnitCondition<Compared<string>>>;
  /**
   * Name of a credential of the machine that must be there, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 252. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertCredential=)
   */
  readonly AssertCredential?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Security technology that must be in use, else the start fails.
   *
   * Words, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertSecurity=)
   */
  readonly AssertSecurity?: OneOrMany<'selinux' | 'apparmor' | 'tomoyo' | 'smack' | 'ima' | 'audit' | 'uefi-secureboot' | 'tpm2' | 'cvm' | 'measured-uki' | 'measured-os' | UnitCondition<'selinux' | 'apparmor' | 'tomoyo' | 'smack' | 'ima' | 'audit' | 'uefi-secureboot' | 'tpm2' | 'cvm' | 'measured-uki' | 'measured-os'>>;
  /**
   * Capability that systemd itself must have, else the start fails.
   *
   * Capabilities, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertCapability=)
   */
  readonly AssertCapability?: OneOrMany<Capability | UnitCondition<Capability>>;
  /**
   * Whether the machine must be (true) or must not be (false) on the mains, else the start fails.
   *
   * Booleans. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertACPower=)
   */
  readonly AssertACPower?: OneOrMany<boolean | UnitCondition<boolean>>;
  /**
   * How much memory the machine must have, else the start fails.
   *
   * Sizes, Compared. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertMemory=)
   */
  readonly AssertMemory?: OneOrMany<Compared<Size> | UnitCondition<Compared<Size>>>;
  /**
   * Feature that the CPU must have, as in cpuid(4): `rdrand`, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 248. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertCPUFeature=)
   */
  readonly AssertCPUFeature?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * How many CPUs must be there for systemd, else the start fails.
   *
   * Numbers, Compared. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertCPUs=)
   */
  readonly AssertCPUs?: OneOrMany<Compared<number> | UnitCondition<Compared<number>>>;
  /**
   * Variable, or `NAME=value`, that systemd's own environment must have, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 246. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertEnvironment=)
   */
  readonly AssertEnvironment?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * User that systemd must run as: a name, an id, or `@system`, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertUser=)
   */
  readonly AssertUser?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Group that systemd must be in: a name or an id, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertGroup=)
   */
  readonly AssertGroup?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Controllers that must be there, parted by blanks; or `v1`, `v2`, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 218. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertControlGroupController=)
   */
  readonly AssertControlGroupController?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * What os-release must say: `ID=debian`, `VERSION_ID>=12`, else the start fails.
   *
   * Texts, or UnitCondition.not and its like. Since 249. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertOSRelease=)
   */
  readonly AssertOSRelease?: OneOrMany<UnitString | UnitCondition<UnitString>>;
  /**
   * Memory pressure that there must not be more of, else the start fails.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertMemoryPressure=)
   */
  readonly AssertMemoryPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
  /**
   * CPU pressure that there must not be more of, else the start fails.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertCPUPressure=)
   */
  readonly AssertCPUPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
  /**
   * Pressure on disks that there must not be more of, else the start fails.
   *
   * Limits, or UnitCondition.not and its like. Since 250. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#AssertIOPressure=)
   */
  readonly AssertIOPressure?: OneOrMany<PressureLimit | UnitCondition<PressureLimit>>;
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
  PropagatesStopTo: { kind: units, since: 249 },
  StopPropagatedFrom: { kind: units, since: 249 },
  JoinsNamespaceOf: { kind: units, since: 209 },
  RequiresMountsFor: { kind: plainPaths, since: 201 },
  StopWhenUnneeded: { kind: yesNo, since: 201 },
  RefuseManualStart: { kind: yesNo, since: 201 },
  RefuseManualStop: { kind: yesNo, since: 201 },
  AllowIsolate: { kind: yesNo, since: 201 },
  DefaultDependencies: { kind: yesNo, since: 201 },
  OnSuccessJobMode: { kind: jobMode, since: 249 },
  OnFailureJobMode: { kind: jobMode, since: 209 },
  IgnoreOnIsolate: { kind: yesNo, since: 201 },
  CollectMode: { kind: oneOf({ inactive: 'always', 'inactive-or-failed': 'always' }), since: 236 },
  WantsMountsFor: { kind: plainPaths, since: 256 },
  SurviveFinalKillSignal: { kind: yesNo, since: 255 },
  ConditionPathIsSocket: { kind: pathConditions, since: 260 },
  ConditionFraction: { kind: textConditions, since: 261 },
  ConditionVersion: { kind: versionConditions, since: 258 },
  ConditionMachineTag: { kind: textConditions, since: 261 },
  ConditionKernelModuleLoaded: { kind: textConditions, since: 258 },
  AssertPathIsSocket: { kind: pathConditions, since: 260 },
  AssertFraction: { kind: textConditions, since: 261 },
  AssertVersion: { kind: versionConditions, since: 258 },
  AssertMachineTag: { kind: textConditions, since: 261 },
  AssertKernelModuleLoaded: { kind: textConditions, since: 258 },
  JobTimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 201 },
  JobRunningTimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 201 },
  JobTimeoutAction: { kind: systemAction, since: 240 },
  JobTimeoutRebootArgument: { kind: rebootArgument, since: 240 },
  StartLimitIntervalSec: { kind: timeSpan(), since: 229 },
  StartLimitBurst: { kind: wholeNumber(0, 4294967295), since: 229 },
  StartLimitAction: { kind: systemAction, since: 229 },
  FailureAction: { kind: systemAction, since: 236 },
  SuccessAction: { kind: systemAction, since: 236 },
  FailureActionExitStatus: { kind: wholeNumber(0, 255), since: 240 },
  SuccessActionExitStatus: { kind: wholeNumber(0, 255), since: 240 },
  RebootArgument: { kind: rebootArgument, since: 229 },
  ConditionPathExists: { kind: pathConditions, since: 244 },
  ConditionPathExistsGlob: { kind: pathConditions, since: 244 },
  ConditionPathIsDirectory: { kind: pathConditions, since: 244 },
  ConditionPathIsSymbolicLink: { kind: pathConditions, since: 244 },
  ConditionPathIsMountPoint: { kind: pathConditions, since: 244 },
  ConditionPathIsReadWrite: { kind: pathConditions, since: 244 },
  ConditionPathIsEncrypted: { kind: pathConditions, since: 246 },
  ConditionDirectoryNotEmpty: { kind: pathConditions, since: 244 },
  ConditionFileNotEmpty: { kind: pathConditions, since: 244 },
  ConditionFileIsExecutable: { kind: pathConditions, since: 244 },
  ConditionNeedsUpdate: { kind: needsUpdateConditions, since: 244 },
  ConditionFirstBoot: { kind: flagConditions, since: 244 },
  ConditionArchitecture: { kind: wordConditions({ native: 'always', x86: 'always', 'x86-64': 'always', ppc: 'always', 'ppc-le': 'always', ppc64: 'always', 'ppc64-le': 'always', ia64: 'always', parisc: 'always', parisc64: 'always', s390: 'always', s390x: 'always', sparc: 'always', sparc64: 'always', mips: 'always', 'mips-le': 'always', mips64: 'always', 'mips64-le': 'always', alpha: 'always', arm: 'always', 'arm-be': 'always', arm64: 'always', 'arm64-be': 'always', sh: 'always', sh64: 'always', m68k: 'always', tilegx: 'always', cris: 'always', arc: 'always', 'arc-be': 'always', loongarch64: 250, riscv32: 'always', riscv64: 'always' }), since: 201 },
  ConditionFirmware: { kind: textConditions, since: 249 },
  ConditionVirtualization: { kind: virtualizationConditions, since: 244 },
  ConditionHost: { kind: textConditions, since: 244 },
  ConditionKernelCommandLine: { kind: textConditions, since: 244 },
  ConditionKernelVersion: { kind: versionConditions, since: 244 },
  ConditionCredential: { kind: textConditions, since: 252 },
  ConditionSecurity: { kind: wordConditions({ selinux: 'always', apparmor: 'always', tomoyo: 'always', smack: 'always', ima: 'always', audit: 'always', 'uefi-secureboot': 'always', tpm2: 248, cvm: 254, 'measured-uki': 255, 'measured-os': 262 }), since: 244 },
  ConditionCapability: { kind: capabilityConditions, since: 244 },
  ConditionACPower: { kind: flagConditions, since: 244 },
  ConditionMemory: { kind: sizeConditions, since: 244 },
  ConditionCPUFeature: { kind: textConditions, since: 248 },
  ConditionCPUs: { kind: countConditions, since: 244 },
  ConditionEnvironment: { kind: textConditions, since: 246 },
  ConditionUser: { kind: textConditions, since: 244 },
  ConditionGroup: { kind: textConditions, since: 244 },
  ConditionControlGroupController: { kind: textConditions, since: 244 },
  ConditionOSRelease: { kind: textConditions, since: 249 },
  ConditionMemoryPressure: { kind: pressureConditions, since: 250 },
  ConditionCPUPressure: { kind: pressureConditions, since: 250 },
  ConditionIOPressure: { kind: pressureConditions, since: 250 },
  AssertPathExists: { kind: pathConditions, since: 218 },
  AssertPathExistsGlob: { kind: pathConditions, since: 218 },
  AssertPathIsDirectory: { kind: pathConditions, since: 218 },
  AssertPathIsSymbolicLink: { kind: pathConditions, since: 218 },
  AssertPathIsMountPoint: { kind: pathConditions, since: 218 },
  AssertPathIsReadWrite: { kind: pathConditions, since: 218 },
  AssertPathIsEncrypted: { kind: pathConditions, since: 246 },
  AssertDirectoryNotEmpty: { kind: pathConditions, since: 218 },
  AssertFileNotEmpty: { kind: pathConditions, since: 218 },
  AssertFileIsExecutable: { kind: pathConditions, since: 218 },
  AssertNeedsUpdate: { kind: needsUpdateConditions, since: 218 },
  AssertFirstBoot: { kind: flagConditions, since: 218 },
  AssertArchitecture: { kind: wordConditions({ native: 'always', x86: 'always', 'x86-64': 'always', ppc: 'always', 'ppc-le': 'always', ppc64: 'always', 'ppc64-le': 'always', ia64: 'always', parisc: 'always', parisc64: 'always', s390: 'always', s390x: 'always', sparc: 'always', sparc64: 'always', mips: 'always', 'mips-le': 'always', mips64: 'always', 'mips64-le': 'always', alpha: 'always', arm: 'always', 'arm-be': 'always', arm64: 'always', 'arm64-be': 'always', sh: 'always', sh64: 'always', m68k: 'always', tilegx: 'always', cris: 'always', arc: 'always', 'arc-be': 'always', loongarch64: 250, riscv32: 'always', riscv64: 'always' }), since: 218 },
  AssertVirtualization: { kind: virtualizationConditions, since: 218 },
  AssertHost: { kind: textConditions, since: 218 },
  AssertKernelCommandLine: { kind: textConditions, since: 218 },
  AssertKernelVersion: { kind: versionConditions, since: 218 },
  AssertCredential: { kind: textConditions, since: 252 },
  AssertSecurity: { kind: wordConditions({ selinux: 'always', apparmor: 'always', tomoyo: 'always', smack: 'always', ima: 'always', audit: 'always', 'uefi-secureboot': 'always', tpm2: 248, cvm: 254, 'measured-uki': 255, 'measured-os': 262 }), since: 218 },
  AssertCapability: { kind: capabilityConditions, since: 218 },
  AssertACPower: { kind: flagConditions, since: 218 },
  AssertMemory: { kind: sizeConditions, since: 218 },
  AssertCPUFeature: { kind: textConditions, since: 248 },
  AssertCPUs: { kind: countConditions, since: 218 },
  AssertEnvironment: { kind: textConditions, since: 246 },
  AssertUser: { kind: textConditions, since: 218 },
  AssertGroup: { kind: textConditions, since: 218 },
  AssertControlGroupController: { kind: textConditions, since: 218 },
  AssertOSRelease: { kind: textConditions, since: 249 },
  AssertMemoryPressure: { kind: pressureConditions, since: 250 },
  AssertCPUPressure: { kind: pressureConditions, since: 250 },
  AssertIOPressure: { kind: pressureConditions, since: 250 },
};
