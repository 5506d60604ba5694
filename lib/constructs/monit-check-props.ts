import type { Action, ProcessRule, Program } from '../monit';
import type { Duration } from '../values';
import { PidfileHooks } from './pidfile-hooks';
import * as is from './prop-kinds';
import { isRecord, type PropRule, type PropRules } from './props';
import { actionProblem } from './rule-problem';
import { aService } from './stand-in-service';
import type { SystemdService } from './systemd-service';

/** Properties of a `MonitCheck`. */
export interface MonitCheckProps {
  /** The service to watch. */
  readonly service: SystemdService;
  /**
   * The file that names its main process: PidfileHooks, or the path of a file that the service writes itself, which Sidekiq
   * from 6.0 on does not. Needed unless there is {@link matching}.
   */
  readonly pidfile?: PidfileHooks | string;
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
   * What Monit does once the process has been gone for longer than a stop and a start may take, such as `slack.notify()`.
   * Only where systemd is the service's supervisor, and no rule says `when.doesNotExist()`.
   * @default alert()
   */
  readonly whenGone?: Action;
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
  /**
   * Takes the place of a check of that name that is on the host already, and of the control file that it stands in, instead of
   * refusing it. The file is kept there, and comes back when the stack lets go of the check. A file that says more than that
   * check is not taken.
   * @default false
   */
  readonly adopt?: boolean;
}

const program: PropRule<Program> = {
  expected: '{ argv: [program, argument, …] }',
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { argv, uid, gid, timeout } = value;
    if (is.listOf(is.text).problem(argv) !== undefined) return 'has no list of words in argv';
    if (![uid, gid].every((id) => ['undefined', 'string', 'number'].includes(typeof id))) return 'has a uid or gid that is no name';
    return timeout === undefined ? undefined : is.duration.problem(timeout) && 'has a timeout that is no Duration';
  },
};

/** What the properties of a check must be. Its rules are looked at one by one: more can be added. */
export const checkRules: PropRules<MonitCheckProps> = {
  service: aService,
  pidfile: is.anyOf(is.instanceOf(PidfileHooks, 'PidfileHooks'), is.path),
  matching: is.text,
  checkName: is.text,
  rules: {
    expected: 'a list of rules',
    tokens: true,
    problem: (value) => (Array.isArray(value) ? undefined : 'is not a list'),
  },
  whenGone: { expected: 'an action like alert() or slack.notify()', problem: actionProblem },
  revive: is.flag,
  restartCooldown: {
    ...is.wholeSeconds(1, 86_400),
    code: 'constructs/bad-cooldown',
    remedy: 'Ten minutes keep a leak that comes back at once from restarting the service all day.',
  },
  start: program,
  stop: program,
  restart: is.anyOf(program, is.oneOf('stop-start')),
  adopt: is.flag,
};
