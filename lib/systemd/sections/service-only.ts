import type { Duration } from '../../values';
import type { ExecCommand } from '../exec';
import { timeSpan } from '../kinds/amounts';
import { commands } from '../kinds/exec';
import { exitStatuses } from '../kinds/exit-statuses';
import { busName } from '../kinds/names';
import { path } from '../kinds/paths';
import { oneOf, signal, wholeNumber, yesNo } from '../kinds/plain';
import { units } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';
import type { ExitStatus } from '../values/exit-status';
import type { Signal } from '../values/signal';

/** What only services have. Source: systemd.service(5). */
export interface ServiceOnlyDirectives {
  /**
   * When systemd takes the service for started: `simple` at once, `exec` when the program runs, `notify` when it says READY,
   * `oneshot` when it has ended, `forking` when the first process has gone. `notify-reload` from 253. Default: simple. systemd.service(5)
   */
  readonly Type?: 'simple' | 'exec' | 'forking' | 'oneshot' | 'dbus' | 'notify' | 'notify-reload' | 'idle';
  /** Whether it ends with its main process or with the last one. Default: main. Since 250. systemd.service(5) */
  readonly ExitType?: 'main' | 'cgroup';
  /** Whose notifications count: the main process's, those of Exec…= commands too, or anybody's in the unit. Default: main where Type or WatchdogSec need them, else none. systemd.service(5) */
  readonly NotifyAccess?: 'none' | 'main' | 'exec' | 'all';
  /** The file in which a forking service leaves the number of its main process. An absolute path, below /run. systemd.service(5) */
  readonly PIDFile?: string;
  /** Whether systemd guesses the main process of a forking service. Default: true. systemd.service(5) */
  readonly GuessMainPID?: boolean;
  /** Whether it counts as active after its processes have ended well. Default: false. systemd.service(5) */
  readonly RemainAfterExit?: boolean;
  /** Commands before all others; status 1–254 skips the start without a failure. Since 243. systemd.service(5) */
  readonly ExecCondition?: OneOrMany<ExecCommand>;
  /** Commands before the main one; a failure fails the start. systemd.service(5) */
  readonly ExecStartPre?: OneOrMany<ExecCommand>;
  /** The main command; several only with Type oneshot. systemd.service(5) */
  readonly ExecStart?: OneOrMany<ExecCommand>;
  /** Commands once the service has started. systemd.service(5) */
  readonly ExecStartPost?: OneOrMany<ExecCommand>;
  /** Commands of `systemctl reload`. systemd.service(5) */
  readonly ExecReload?: OneOrMany<ExecCommand>;
  /** Commands that stop a service which has started; KillSignal follows at once. systemd.service(5) */
  readonly ExecStop?: OneOrMany<ExecCommand>;
  /** Commands after the service has gone, also when it never started well. systemd.service(5) */
  readonly ExecStopPost?: OneOrMany<ExecCommand>;
  /** After which ends systemd starts it again. Never after `systemctl stop`. Default: no. systemd.service(5) */
  readonly Restart?: 'no' | 'on-success' | 'on-failure' | 'on-abnormal' | 'on-watchdog' | 'on-abort' | 'always';
  /** Pause before such a start. Default: 100 ms. systemd.service(5) */
  readonly RestartSec?: Duration | 'infinity';
  /** Number of steps in which the pause grows up to RestartMaxDelaySec. Default: 0. Since 254. systemd.service(5) */
  readonly RestartSteps?: number;
  /** The longest pause. Default: infinity. Since 254. systemd.service(5) */
  readonly RestartMaxDelaySec?: Duration | 'infinity';
  /** Whether units that depend on it see the restart (`normal`), or not (`direct`). Default: normal. Since 254. systemd.service(5) */
  readonly RestartMode?: 'normal' | 'direct' | 'debug';
  /** Ends that count as success besides 0, SIGHUP, SIGINT, SIGTERM and SIGPIPE. Since 189. systemd.service(5) */
  readonly SuccessExitStatus?: readonly ExitStatus[];
  /** Ends after which it is not started again, whatever Restart says. Since 189. systemd.service(5) */
  readonly RestartPreventExitStatus?: readonly ExitStatus[];
  /** Ends after which it is started again, whatever Restart says. Since 215. systemd.service(5) */
  readonly RestartForceExitStatus?: readonly ExitStatus[];
  /** How long a start may take. Default: 90 s; infinity for oneshot. Since 188. systemd.service(5) */
  readonly TimeoutStartSec?: Duration | 'infinity';
  /** How long a stop may take, for each of its phases, before the rest is killed. Default: 90 s. Since 188. systemd.service(5) */
  readonly TimeoutStopSec?: Duration | 'infinity';
  /** The same after an abort by the watchdog. Default: as TimeoutStopSec. Since 243. systemd.service(5) */
  readonly TimeoutAbortSec?: Duration | 'infinity';
  /** What follows a start timeout. Default: terminate. Since 246. systemd.service(5) */
  readonly TimeoutStartFailureMode?: 'terminate' | 'abort' | 'kill';
  /** What follows a stop timeout. Default: terminate. Since 246. systemd.service(5) */
  readonly TimeoutStopFailureMode?: 'terminate' | 'abort' | 'kill';
  /** How long it may run before it is stopped and counts as failed. Default: infinity. Since 229. systemd.service(5) */
  readonly RuntimeMaxSec?: Duration | 'infinity';
  /** How long it may be silent (sd_notify WATCHDOG=1) before it is aborted; 0 switches it off. Default: 0. systemd.service(5) */
  readonly WatchdogSec?: Duration | 'infinity';
  /** What the kernel's out-of-memory kill of one process does to the others. Default: stop. Since 243. systemd.service(5) */
  readonly OOMPolicy?: 'continue' | 'stop' | 'kill';
  /** The signal of a reload with Type notify-reload. Default: SIGHUP. Since 253. systemd.service(5) */
  readonly ReloadSignal?: Signal;
  /** The name on D-Bus that a service of Type dbus takes when it is ready. systemd.service(5) */
  readonly BusName?: string;
  /** Sockets that it inherits, besides the one of its own name. systemd.service(5) */
  readonly Sockets?: OneOrMany<string>;
  /** Number of file descriptors that systemd keeps for it. Default: 0. Since 219. systemd.service(5) */
  readonly FileDescriptorStoreMax?: number;
}

const failureMode = oneOf({ terminate: 'always', abort: 'always', kill: 'always' });

/** See {@link ServiceOnlyDirectives}. */
export const SERVICE_ONLY_DIRECTIVES: DirectiveTable<ServiceOnlyDirectives> = {
  Type: {
    kind: oneOf({
      simple: 'always',
      exec: 240,
      forking: 'always',
      oneshot: 'always',
      dbus: 'always',
      notify: 'always',
      'notify-reload': 253,
      idle: 'always',
    }),
  },
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
  Restart: {
    kind: oneOf({
      no: 'always',
      'on-success': 'always',
      'on-failure': 'always',
      'on-abnormal': 'always',
      'on-watchdog': 'always',
      'on-abort': 'always',
      always: 'always',
    }),
  },
  RestartSec: { kind: timeSpan() },
  RestartSteps: { kind: wholeNumber(0, 4_294_967_295), since: 254 },
  RestartMaxDelaySec: { kind: timeSpan(), since: 254 },
  RestartMode: { kind: oneOf({ normal: 'always', direct: 'always', debug: 257 }), since: 254 },
  SuccessExitStatus: { kind: exitStatuses, since: 189 },
  RestartPreventExitStatus: { kind: exitStatuses, since: 189 },
  RestartForceExitStatus: { kind: exitStatuses, since: 215 },
  TimeoutStartSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 188 },
  TimeoutStopSec: { kind: timeSpan({ zeroIsInfinity: true }), since: 188 },
  TimeoutAbortSec: { kind: timeSpan(), since: 243 },
  TimeoutStartFailureMode: { kind: failureMode, since: 246 },
  TimeoutStopFailureMode: { kind: failureMode, since: 246 },
  RuntimeMaxSec: { kind: timeSpan(), since: 229 },
  WatchdogSec: { kind: timeSpan() },
  OOMPolicy: { kind: oneOf({ continue: 'always', stop: 'always', kill: 'always' }), since: 243 },
  ReloadSignal: { kind: signal, since: 253 },
  BusName: { kind: busName },
  Sockets: { kind: units },
  FileDescriptorStoreMax: { kind: wholeNumber(0, 4_294_967_295), since: 219 },
};
