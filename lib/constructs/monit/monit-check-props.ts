import type { Action, ProcessRule, Program } from '../../monit';
import type { Duration } from '../../values';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { PidfileHooks } from '../units/pidfile-hooks';
import { serviceProp } from '../units/service-prop';
import type { SystemdService } from '../units/systemd-service';
import { checkOptionRules, type CheckOptions } from './check-options';
import type { ICompositeRule } from './composite-rule';
import { ruleList } from './monit-resource-check';
import { programRule } from './program-rule';
import { actionProblem } from './rule-problem';

/** Properties of a `MonitCheck`. */
export interface MonitCheckProps extends CheckOptions {
  /** The service to watch. */
  readonly service: SystemdService;
  /**
   * Pidfile of the service's main process: PidfileHooks, or the path of a file that the service writes itself, which Sidekiq 6.0
   * and later doesn't. Required unless {@link matching} is set.
   */
  readonly pidfile?: PidfileHooks | string;
  /**
   * POSIX extended regular expression that matches the main process's command line, instead of a pidfile.
   * @default none
   */
  readonly matching?: string;
  /**
   * Name of the check, as in `monit summary NAME`.
   * @default the unit's name without its suffix
   */
  readonly checkName?: string;
  /**
   * Service groups, as in `monit -g NAME summary`.
   * @default the check's own name, if instances, `revive` or ready-made rules add further checks, so that one group has them all
   */
  readonly groups?: readonly string[];
  /**
   * Rules, written with `when`, or ready-made ones from {@link SidekiqRules}.
   * @default none
   */
  readonly rules?: readonly (ProcessRule | ICompositeRule)[];
  /**
   * Action when the process has been missing for longer than a stop and a start can take, such as `slack.notify()`. Only allowed
   * if systemd is the service's supervisor and no rule uses `when.doesNotExist()`.
   * @default alert()
   */
  readonly whenGone?: Action;
  /**
   * Starts a service that systemd has given up on, but never one that an operator has stopped. Adds a check of the unit's state.
   * For services with a start limit (`StartLimitBurst`).
   * @default false
   */
  readonly revive?: boolean;
  /**
   * Minimum time between two restarts by rules; in between, Monit only alerts. Whole seconds, up to a day.
   * @default Duration.minutes(10)
   */
  readonly restartCooldown?: Duration;
  /**
   * Program that `monit start` runs.
   * @default systemctl start
   */
  readonly start?: Program;
  /**
   * Program that `monit stop` runs.
   * @default systemctl stop
   */
  readonly stop?: Program;
  /**
   * Program that `monit restart` and the `restart` action run. `stop-start` runs the stop program and then the start program, as
   * Monit does by default; a failure in between leaves the service stopped.
   * @default systemctl restart, through a guard that respects deployments, operators' stops and the cooldown
   */
  readonly restart?: Program | 'stop-start';
}

/** Validation rules for the properties of a check. Monit rules are validated one by one, because more can be added later. */
export const checkRules: PropRules<MonitCheckProps> = {
  ...checkOptionRules,
  service: serviceProp,
  pidfile: {
    ...is.anyOf(is.path, is.instanceOf(PidfileHooks, 'PidfileHooks')),
    valid: 'PidfileHooks, or the absolute path of a file that the service writes',
  },
  matching: is.text,
  rules: ruleList,
  whenGone: { valid: 'an action like alert() or slack.notify()', problem: actionProblem },
  revive: is.flag,
  restartCooldown: {
    ...is.wholeSeconds(1, 86_400),
    code: 'monit/invalid-cooldown',
    reason: 'the default of ten minutes keeps a leak that returns at once from restarting the service all day',
  },
  start: programRule,
  stop: programRule,
  restart: is.anyOf(programRule, is.oneOf('stop-start')),
};
