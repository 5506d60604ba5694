import type { ProcessRule, Program } from '../monit';
import type { Duration } from '../values';
import type { PidfileHooks } from './pidfile-hooks';
import type { SystemdService } from './systemd-service';

/** Properties of a `MonitCheck`. */
export interface MonitCheckProps {
  /** The service to watch. */
  readonly service: SystemdService;
  /** The file that names its main process. Needed unless there is {@link matching}. */
  readonly pidfile?: PidfileHooks;
  /** A POSIX extended regular expression on the command line of its main process, instead of a pidfile. */
  readonly matching?: string;
  /**
   * Name of the check: `monit summary NAME`.
   * @default the unit's name without its suffix
   */
  readonly checkName?: string;
  /** What Monit watches, written with `when`. */
  readonly rules?: readonly ProcessRule[];
  /**
   * Starts a service that systemd has given up on, but never one that an operator has stopped: a check of its own on the
   * unit's state. For services whose start is limited (`StartLimitBurst`).
   * @default false
   */
  readonly revive?: boolean;
  /**
   * The least time between two restarts by rules; in between Monit only tells.
   * @default Duration.minutes(10)
   */
  readonly restartCooldown?: Duration;
  /**
   * What `monit start` runs.
   * @default systemctl start
   */
  readonly start?: Program;
  /**
   * What `monit stop` runs.
   * @default systemctl stop
   */
  readonly stop?: Program;
  /**
   * What `monit restart` and the action `restart` run; `stop-start` for the stop program and then the start program, as
   * Monit has it by itself: one that fails in between leaves the service down.
   * @default systemctl restart by way of a guard that knows of deployments, operators and the cooldown
   */
  readonly restart?: Program | 'stop-start';
}
