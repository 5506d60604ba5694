// Made by tools/directives from tools/directives/groups/service.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { commands } from '../kinds/exec';
import { exitStatuses } from '../kinds/exit-statuses';
import { luoSessions, refreshes } from '../kinds/filters';
import { busName } from '../kinds/names';
import { openFiles } from '../kinds/open-files';
import { path } from '../kinds/paths';
import { oneOf, signal, wholeNumber, yesNo, yesNoOr } from '../kinds/plain';
import { sockets } from '../kinds/units';
import type { ExecCommand } from '../exec';
import type { DirectiveTable } from '../section';
import type { ExitStatus } from '../values/exit-status';
import type { OneOrMany } from '../values/one-or-many';
import type { OpenFile } from '../values/open-file';
import type { Signal } from '../values/signal';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** What only services have. Source: systemd.service(5). */
export interface ServiceOnlyDirectives {
  /**
   * When systemd takes the service for started: `simple` at once, `exec` when the program runs, `notify` when it says READY, `oneshot` when it has ended, `forking` when the first process has gone. `notify-reload` from 253. Default: simple.
   *
   * A word. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Type=)
   */
  readonly Type?: 'simple' | 'exec' | 'forking' | 'oneshot' | 'dbus' | 'notify' | 'notify-reload' | 'idle';
  /**
   * Whether it ends with its main process or with the last one. Default: main.
   *
   * A word. Since 250. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExitType=)
   */
  readonly ExitType?: 'main' | 'cgroup';
  /**
   * Whose notifications count: the main process's, those of Exec…= commands too, or anybody's in the unit. Default: main where Type or WatchdogSec need them, else none.
   *
   * A word. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#NotifyAccess=)
   */
  readonly NotifyAccess?: 'none' | 'main' | 'exec' | 'all';
  /**
   * The file in which a forking service leaves the number of its main process. An absolute path, below /run.
   *
   * An absolute path. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#PIDFile=)
   */
  readonly PIDFile?: UnitString;
  /**
   * Whether systemd guesses the main process of a forking service. Default: true.
   *
   * A boolean. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#GuessMainPID=)
   */
  readonly GuessMainPID?: boolean;
  /**
   * Whether it counts as active after its processes have ended well. Default: false.
   *
   * A boolean. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RemainAfterExit=)
   */
  readonly RemainAfterExit?: boolean;
  /**
   * Commands before all others; status 1–254 skips the start without a failure.
   *
   * Commands made by Exec.command. Since 243. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecCondition=)
   */
  readonly ExecCondition?: OneOrMany<ExecCommand>;
  /**
   * Commands before the main one; a failure fails the start.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStartPre=)
   */
  readonly ExecStartPre?: OneOrMany<ExecCommand>;
  /**
   * The main command; several only with Type oneshot.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStart=)
   */
  readonly ExecStart?: OneOrMany<ExecCommand>;
  /**
   * Commands once the service has started.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStartPost=)
   */
  readonly ExecStartPost?: OneOrMany<ExecCommand>;
  /**
   * Commands of `systemctl reload`.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecReload=)
   */
  readonly ExecReload?: OneOrMany<ExecCommand>;
  /**
   * Commands that stop a service which has started; KillSignal follows at once.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStop=)
   */
  readonly ExecStop?: OneOrMany<ExecCommand>;
  /**
   * Commands after the service has gone, also when it never started well.
   *
   * Commands made by Exec.command. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStopPost=)
   */
  readonly ExecStopPost?: OneOrMany<ExecCommand>;
  /**
   * After which ends systemd starts it again. Never after `systemctl stop`. Default: no.
   *
   * A word. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart=)
   */
  readonly Restart?: 'no' | 'on-success' | 'on-failure' | 'on-abnormal' | 'on-watchdog' | 'on-abort' | 'always';
  /**
   * Whether RootDirectory and RootImage hold for ExecStart alone. Default: false.
   *
   * A boolean. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RootDirectoryStartOnly=)
   */
  readonly RootDirectoryStartOnly?: boolean;
  /**
   * Pause before such a start. Default: 100 ms.
   *
   * A Duration, or `infinity`. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartSec=)
   */
  readonly RestartSec?: Duration | 'infinity';
  /**
   * Number of steps in which the pause grows up to RestartMaxDelaySec. Default: 0.
   *
   * A whole number from 0 to 4294967295. Since 254. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartSteps=)
   */
  readonly RestartSteps?: number;
  /**
   * The longest pause. Default: infinity.
   *
   * A Duration, or `infinity`. Since 254. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartMaxDelaySec=)
   */
  readonly RestartMaxDelaySec?: Duration | 'infinity';
  /**
   * Whether units that depend on it see the restart (`normal`), or not (`direct`). Default: normal.
   *
   * A word. Since 254. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartMode=)
   */
  readonly RestartMode?: 'normal' | 'direct' | 'debug';
  /**
   * Whether those outlive a stop (true), or a restart. Default: restart.
   *
   * A boolean, or a word. Since 254. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#FileDescriptorStorePreserve=)
   */
  readonly FileDescriptorStorePreserve?: boolean | 'restart' | 'on-success';
  /**
   * Files that systemd opens for it and hands over like sockets.
   *
   * Absolute paths, or { path, name, mode, optional }. Since 253. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#OpenFile=)
   */
  readonly OpenFile?: OneOrMany<string | OpenFile>;
  /**
   * Ends that count as success besides 0, SIGHUP, SIGINT, SIGTERM and SIGPIPE.
   *
   * Statuses from 0 to 255, their names, or signals. Since 189. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#SuccessExitStatus=)
   */
  readonly SuccessExitStatus?: readonly ExitStatus[];
  /**
   * Whether file descriptors above 2 that it gets do not block. Default: false.
   *
   * A boolean. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#NonBlocking=)
   */
  readonly NonBlocking?: boolean;
  /**
   * Ends after which it is not started again, whatever Restart says.
   *
   * Statuses from 0 to 255, their names, or signals. Since 189. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartPreventExitStatus=)
   */
  readonly RestartPreventExitStatus?: readonly ExitStatus[];
  /**
   * Ends after which it is started again, whatever Restart says.
   *
   * Statuses from 0 to 255, their names, or signals. Since 215. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartForceExitStatus=)
   */
  readonly RestartForceExitStatus?: readonly ExitStatus[];
  /**
   * TimeoutStartSec and TimeoutStopSec in one.
   *
   * A Duration, or `infinity`. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutSec=)
   */
  readonly TimeoutSec?: Duration | 'infinity';
  /**
   * How long a start may take. Default: 90 s; infinity for oneshot.
   *
   * A Duration, or `infinity`. Since 188. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStartSec=)
   */
  readonly TimeoutStartSec?: Duration | 'infinity';
  /**
   * How long a stop may take, for each of its phases, before the rest is killed. Default: 90 s.
   *
   * A Duration, or `infinity`. Since 188. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStopSec=)
   */
  readonly TimeoutStopSec?: Duration | 'infinity';
  /**
   * The same after an abort by the watchdog. Default: as TimeoutStopSec.
   *
   * A Duration, or `infinity`. Since 243. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutAbortSec=)
   */
  readonly TimeoutAbortSec?: Duration | 'infinity';
  /**
   * What follows a start timeout. Default: terminate.
   *
   * A word. Since 246. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStartFailureMode=)
   */
  readonly TimeoutStartFailureMode?: 'terminate' | 'abort' | 'kill';
  /**
   * What follows a stop timeout. Default: terminate.
   *
   * A word. Since 246. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStopFailureMode=)
   */
  readonly TimeoutStopFailureMode?: 'terminate' | 'abort' | 'kill';
  /**
   * How long it may run before it is stopped and counts as failed. Default: infinity.
   *
   * A Duration, or `infinity`. Since 229. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RuntimeMaxSec=)
   */
  readonly RuntimeMaxSec?: Duration | 'infinity';
  /**
   * By how much at most, at random, RuntimeMaxSec is longer. Default: 0.
   *
   * A Duration, or `infinity`. Since 250. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RuntimeRandomizedExtraSec=)
   */
  readonly RuntimeRandomizedExtraSec?: Duration | 'infinity';
  /**
   * How long it may be silent (sd_notify WATCHDOG=1) before it is aborted; 0 switches it off. Default: 0.
   *
   * A Duration, or `infinity`. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#WatchdogSec=)
   */
  readonly WatchdogSec?: Duration | 'infinity';
  /**
   * What the kernel's out-of-memory kill of one process does to the others. Default: stop.
   *
   * A word. Since 243. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#OOMPolicy=)
   */
  readonly OOMPolicy?: 'continue' | 'stop' | 'kill';
  /**
   * The signal of a reload with Type notify-reload. Default: SIGHUP.
   *
   * The name of a signal. Since 253. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ReloadSignal=)
   */
  readonly ReloadSignal?: Signal;
  /**
   * Commands once `systemctl reload` has succeeded.
   *
   * Commands made by Exec.command. Since 259. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecReloadPost=)
   */
  readonly ExecReloadPost?: OneOrMany<ExecCommand>;
  /**
   * By how much at most, at random, the pause before a restart is longer. Default: 0.
   *
   * A Duration, or `infinity`. Since 262. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RestartRandomizedDelaySec=)
   */
  readonly RestartRandomizedDelaySec?: Duration | 'infinity';
  /**
   * Sessions of the kernel's live update whose files it gets, by name.
   *
   * Names. Since 262. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#LUOSession=)
   */
  readonly LUOSession?: readonly string[];
  /**
   * What a reload brings up to date for it: extensions, credentials. Default: both for what it has.
   *
   * A boolean, or words. Since 260. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#RefreshOnReload=)
   */
  readonly RefreshOnReload?: boolean | readonly ('extensions' | 'credentials')[];
  /**
   * The name on D-Bus that a service of Type dbus takes when it is ready.
   *
   * A name on D-Bus. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#BusName=)
   */
  readonly BusName?: string;
  /**
   * Sockets that it inherits, besides the one of its own name.
   *
   * Full names of sockets. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Sockets=)
   */
  readonly Sockets?: OneOrMany<UnitString>;
  /**
   * The file with the descriptors of a USB function, see functionfs.
   *
   * An absolute path. Since 227. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#USBFunctionDescriptors=)
   */
  readonly USBFunctionDescriptors?: UnitString;
  /**
   * The file with the strings of a USB function, see functionfs.
   *
   * An absolute path. Since 227. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#USBFunctionStrings=)
   */
  readonly USBFunctionStrings?: UnitString;
  /**
   * Number of file descriptors that systemd keeps for it. Default: 0.
   *
   * A whole number from 0 to 4294967295. Since 219. [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#FileDescriptorStoreMax=)
   */
  readonly FileDescriptorStoreMax?: number;
  /** @deprecated Leave it out. */
  readonly PermissionsStartOnly?: never;
  /** @deprecated Use StartLimitBurst of the [Unit] section. */
  readonly StartLimitBurst?: never;
  /** @deprecated Use StartLimitAction of the [Unit] section. */
  readonly StartLimitAction?: never;
  /** @deprecated Use FailureAction of the [Unit] section. */
  readonly FailureAction?: never;
  /** @deprecated Use RebootArgument of the [Unit] section. */
  readonly RebootArgument?: never;
  /** @deprecated Leave it out: systemd takes no notice of it. */
  readonly SysVStartPriority?: never;
  /** @deprecated Leave it out: systemd takes no notice of it. */
  readonly BusPolicy?: never;
  /** @deprecated Use StartLimitIntervalSec of the [Unit] section. */
  readonly StartLimitInterval?: never;
}

/** See {@link ServiceOnlyDirectives}. */
export const SERVICE_ONLY_DIRECTIVES: DirectiveTable<ServiceOnlyDirectives> = {
  Type: { kind: oneOf({ simple: 'always', exec: 240, forking: 'always', oneshot: 'always', dbus: 'always', notify: 'always', 'notify-reload': 253, idle: 'always' }) },
  ExitType: { kind: oneOf({ main: 'always', cgroup: 'always' }), since: 250 },
  NotifyAccess: { kind: oneOf({ none: 'always', main: 'always', exec: 'always', all: 'always' }) },
  PIDFile: { kind: path },
  GuessMainPID: { kind: yesNo },
  RemainAfterExit: { kind: yesNo },
  ExecCondition: { kind: commands, since: 243 },
  ExecStartPre: { kind: commands },
  ExecStart: { kind: commands },
  ExecStartPost: { kind: commands },
  ExecReload: { kind: commands },
  ExecStop: { kind: commands },
  ExecStopPost: { kind: commands },
  Restart: { kind: oneOf({ no: 'always', 'on-success': 'always', 'on-failure': 'always', 'on-abnormal': 'always', 'on-watchdog': 'always', 'on-abort': 'always', always: 'always' }) },
  RootDirectoryStartOnly: { kind: yesNo },
  RestartSec: { kind: timeSpan() },
  RestartSteps: { kind: wholeNumber(0, 4294967295), since: 254 },
  RestartMaxDelaySec: { kind: timeSpan(), since: 254 },
  RestartMode: { kind: oneOf({ normal: 'always', direct: 'always', debug: 257 }), since: 254 },
  FileDescriptorStorePreserve: { kind: yesNoOr({ restart: 'always', 'on-success': 262 }), since: 254 },
  OpenFile: { kind: openFiles, since: 253 },
  SuccessExitStatus: { kind: exitStatuses, since: 189 },
  NonBlocking: { kind: yesNo },
  RestartPreventExitStatus: { kind: exitStatuses, since: 189 },
  RestartForceExitStatus: { kind: exitStatuses, since: 215 },
  TimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }) },
  TimeoutStartSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 188 },
  TimeoutStopSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 188 },
  TimeoutAbortSec: { kind: timeSpan(), since: 243 },
  TimeoutStartFailureMode: { kind: oneOf({ terminate: 'always', abort: 'always', kill: 'always' }), since: 246 },
  TimeoutStopFailureMode: { kind: oneOf({ terminate: 'always', abort: 'always', kill: 'always' }), since: 246 },
  RuntimeMaxSec: { kind: timeSpan(), since: 229 },
  RuntimeRandomizedExtraSec: { kind: timeSpan(), since: 250 },
  WatchdogSec: { kind: timeSpan() },
  OOMPolicy: { kind: oneOf({ continue: 'always', stop: 'always', kill: 'always' }), since: 243 },
  ReloadSignal: { kind: signal, since: 253 },
  ExecReloadPost: { kind: commands, since: 259 },
  RestartRandomizedDelaySec: { kind: timeSpan(), since: 262 },
  LUOSession: { kind: luoSessions, since: 262 },
  RefreshOnReload: { kind: refreshes, since: 260 },
  BusName: { kind: busName },
  Sockets: { kind: sockets },
  USBFunctionDescriptors: { kind: path, since: 227 },
  USBFunctionStrings: { kind: path, since: 227 },
  FileDescriptorStoreMax: { kind: wholeNumber(0, 4294967295), since: 219 },
};
