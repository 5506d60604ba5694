// Made by tools/directives from tools/directives/groups/kill.txt. Do not edit.
import { oneOf, signal, yesNo } from '../kinds/plain';
import type { DirectiveTable } from '../section';
import type { Signal } from '../values/signal';

/** How the processes of a unit are ended. Shared by services, sockets, mounts, swaps and scopes. Source: systemd.kill(5). */
export interface KillDirectives {
  /**
   * Who is killed on stop: the whole control group, SIGTERM to the main process and SIGKILL to the rest (`mixed`), or the main process only. `none` leaves all running: deprecated. Default: control-group.
   *
   * A word. Since 187. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#KillMode=)
   */
  readonly KillMode?: 'control-group' | 'mixed' | 'process' | 'none';
  /**
   * The signal that asks the service to stop. Default: SIGTERM.
   *
   * The name of a signal. Since 187. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#KillSignal=)
   */
  readonly KillSignal?: Signal;
  /**
   * The same when the stop is part of a restart. Default: as KillSignal.
   *
   * The name of a signal. Since 244. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#RestartKillSignal=)
   */
  readonly RestartKillSignal?: Signal;
  /**
   * Whether SIGHUP follows the stop signal, for shells. Default: false.
   *
   * A boolean. Since 207. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#SendSIGHUP=)
   */
  readonly SendSIGHUP?: boolean;
  /**
   * Whether what is left after TimeoutStopSec is killed. Default: true.
   *
   * A boolean. Since 187. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#SendSIGKILL=)
   */
  readonly SendSIGKILL?: boolean;
  /**
   * The signal for what is left after TimeoutStopSec. Default: SIGKILL.
   *
   * The name of a signal. Since 240. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#FinalKillSignal=)
   */
  readonly FinalKillSignal?: Signal;
  /**
   * The signal when WatchdogSec passes without a sign of life. Default: SIGABRT.
   *
   * The name of a signal. Since 240. [systemd.kill(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.kill.html#WatchdogSignal=)
   */
  readonly WatchdogSignal?: Signal;
}

/** See {@link KillDirectives}. */
export const KILL_DIRECTIVES: DirectiveTable<KillDirectives> = {
  KillMode: { kind: oneOf({ 'control-group': 'always', mixed: 'always', process: 'always', none: 'always' }), since: 187 },
  KillSignal: { kind: signal, since: 187 },
  RestartKillSignal: { kind: signal, since: 244 },
  SendSIGHUP: { kind: yesNo, since: 207 },
  SendSIGKILL: { kind: yesNo, since: 187 },
  FinalKillSignal: { kind: signal, since: 240 },
  WatchdogSignal: { kind: signal, since: 240 },
};
