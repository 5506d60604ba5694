import type { Action, ProcessRule, Program } from '../monit';
import type { Duration } from '../values';
import { checkOptionRules, type CheckOptions } from './check-options';
import { PidfileHooks } from './pidfile-hooks';
import { programRule } from './program-rule';
import * as is from './prop-kinds';
import { secretProblem } from './prop-kinds';
import { isRecord, type PropRule, type PropRules } from './props';
import { ruleList } from './resource-check';
import { actionProblem } from './rule-problem';
import type { SidekiqRedis } from './sidekiq-reader';
import type { SidekiqRule } from './sidekiq-rules';
import { aService } from './stand-in-service';
import type { SystemdService } from './systemd-service';

/** Properties of a `MonitCheck`. */
export interface MonitCheckProps extends CheckOptions {
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
  /**
   * Service groups: `monit -g NAME summary`.
   * @default its own name, where ready-made rules bring checks of their own, so that one word is about all of them
   */
  readonly groups?: readonly string[];
  /** What Monit watches, written with `when`, or ready-made ones of {@link SidekiqRules}. */
  readonly rules?: readonly (ProcessRule | SidekiqRule)[];
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
   * How the service's Redis is found, for the ready-made rules about queues and Redis.
   * @default as Sidekiq does: the variable that REDIS_PROVIDER names, or REDIS_URL, in the service's environment
   */
  readonly redis?: SidekiqRedis;
}

const redis: PropRule<SidekiqRedis> = {
  expected: `an object like { urlVariable: 'SIDEKIQ_REDIS_URL' }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const unknown = Object.keys(value).find((name) => !['urlVariable', 'url', 'namespace'].includes(name));
    if (unknown !== undefined) return `has ${unknown}, which nobody looks at`;
    const { urlVariable, url, namespace } = value;
    if (urlVariable !== undefined && !(typeof urlVariable === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(urlVariable)))
      return 'has a urlVariable that is no name of a variable';
    if (namespace !== undefined && !(typeof namespace === 'string' && /^[!-~]+$/.test(namespace))) return 'has a namespace that is none';
    const problem = url === undefined ? undefined : secretProblem(url);
    return problem === undefined ? undefined : `has a url that ${problem}`;
  },
};

/** What the properties of a check must be. Its rules are looked at one by one: more can be added. */
export const checkRules: PropRules<MonitCheckProps> = {
  ...checkOptionRules,
  service: aService,
  pidfile: is.anyOf(is.instanceOf(PidfileHooks, 'PidfileHooks'), is.path),
  matching: is.text,
  rules: ruleList,
  whenGone: { expected: 'an action like alert() or slack.notify()', problem: actionProblem },
  revive: is.flag,
  restartCooldown: {
    ...is.wholeSeconds(1, 86_400),
    code: 'constructs/bad-cooldown',
    remedy: 'Ten minutes keep a leak that comes back at once from restarting the service all day.',
  },
  start: programRule,
  stop: programRule,
  restart: is.anyOf(programRule, is.oneOf('stop-start')),
  redis,
};
