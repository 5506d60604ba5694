import { alert, exec, when, type Action, type Check, type Condition, type ProcessRule, type ProgramRule, type Rated } from '../monit';
import { Duration } from '../values';
import type { SidekiqRule } from './sidekiq-rules';

/** Context that a ready-made rule is rendered for. */
export interface RuleContext {
  /** Name of the process's check; the names of its queues' checks begin with it. */
  readonly checkName: string;
  /** Name of the unit. */
  readonly unitName: string;
  /** Directory of the programs that Monit runs. */
  readonly directory: string;
  /** Minimum number of seconds between two restarts. */
  readonly cooldown: string;
  /** Number of cycles that a stop and a start may take. */
  readonly graceCycles: number;
  /** Length of Monit's cycle. */
  readonly interval: Duration;
}

/** Monit rules and checks that a ready-made rule is rendered as. */
export interface MonitRules {
  /** Rules for the check of the process. */
  readonly process: readonly ProcessRule[];
  /** Rules for the check of the unit's state. */
  readonly state: readonly ProgramRule[];
  /** Separate checks. */
  readonly checks: readonly Check[];
  /** Requirements of the checks: the program that evaluates them (`judge`), or also the unit that reads Redis for it (`reader`). */
  readonly needs: 'nothing' | 'judge' | 'reader';
}

/** Exit statuses of `guard check`. */
const GAVE_UP = 1;
const CRASHED = 3;

/** Default times for memory and CPU, which can rise briefly at any time. */
const USUAL_TIME = { memory: Duration.minutes(5), cpuPerCore: Duration.minutes(10) } as const;

/** Largest number of cycles that Monit counts. */
const MOST_CYCLES = 64;

/** Time limit of the program that evaluates a check; Redis has 15 s to answer. */
const LOOK = Duration.seconds(60);

/** Renders a ready-made rule as Monit rules and checks. */
export function monitRules(rule: SidekiqRule, context: RuleContext): MonitRules {
  const { tell } = rule;
  switch (rule.sidekiqRule) {
    case 'memory': {
      const high = over(when.totalMemory.above(rule.limit), rule.over ?? usual('memory', context), context);
      return only({ process: [...(rule.restart ? [high.do({ action: 'restart' })] : []), told(high, tell)] });
    }
    case 'cpuPerCore':
      return only({ process: [told(over(when.cpuPerCore.above(rule.limit), rule.over ?? usual('cpuPerCore', context), context), tell)] });
    case 'gone':
      return only({
        process: [told(when.doesNotExist().forCycles(Math.max(context.graceCycles, cyclesOf(rule.over, context.interval))), tell)],
      });
    case 'crashed':
      // The process is running again when this fires, so there is nothing to recover from.
      return only({ state: [over(when.status.equal(CRASHED), rule.over, context).do(tell)] });
    case 'gaveUp': {
      const givenUp = told(over(when.status.equal(GAVE_UP), rule.over, context), tell);
      return only({ state: rule.revive ? [revive(context), givenUp] : [givenUp] });
    }
    case 'quiet':
      return judged(rule, context, 'quiet', [seconds(rule.limit)]);
    case 'redis':
      return judged(rule, context, 'redis', []);
    case 'queueLatency': {
      const queue = rule.queue === undefined ? [] : [rule.queue];
      return judged(rule, context, 'latency', [seconds(rule.limit), ...queue], queue);
    }
    case 'retries':
    case 'dead':
      return judged(rule, context, rule.sidekiqRule, [String(rule.limit)]);
    case 'logDisk': {
      const full = told(over(when.space.above(rule.limit), rule.over, context), tell);
      // By default Monit would restart it, but it has no start program.
      const rules = [when.doesNotExist().do(alert()), full];
      return only({ checks: [{ statement: 'check filesystem', name: `${context.checkName}-log-disk`, path: rule.path, rules }] });
    }
  }
}

/**
 * Returns the checks besides that of the process: one of the unit's state, and those of the rules, each with a name of its own.
 *
 * @param rules rendered ready-made rules
 * @param revives starts a unit that systemd gave up on, even if no rule does
 * @param context context of the rules
 */
export function extraChecks(rules: readonly MonitRules[], revives: boolean, context: RuleContext): readonly Check[] {
  const { checkName, directory, unitName } = context;
  const given = rules.flatMap((rule) => rule.state);
  const wanted = revives ? [revive(context), ...given] : given;
  // Both the option and a rule may ask for this, but a unit is revived only once.
  const said = wanted.map((rule) => JSON.stringify(rule));
  const state = wanted.filter((_, index) => said.indexOf(said[index]!) === index);
  const program = { argv: [`${directory}/guard`, 'check', unitName], timeout: Duration.seconds(30) };
  const all: readonly Check[] = [
    ...(state.length > 0 ? [{ statement: 'check program', name: `${checkName}-state`, program, rules: state } as const] : []),
    ...rules.flatMap((rule) => rule.checks),
  ];
  // Two rules of the same kind, each with its own limit, need different names.
  return all.map((check, index) => {
    const earlier = all.slice(0, index).filter(({ name }) => name === check.name).length;
    return earlier === 0 ? check : { ...check, name: `${check.name}-${earlier + 1}` };
  });
}

/** Returns whether a rule is about one process, rather than something that all instances of a service share: queues, Redis, a disk. */
export function isOfOneProcess({ sidekiqRule }: SidekiqRule): boolean {
  return !['redis', 'queueLatency', 'retries', 'dead', 'logDisk'].includes(sidekiqRule);
}

/** Starts a unit that systemd gave up on, as often as the cooldown allows. */
function revive({ directory, unitName, cooldown }: RuleContext): ProgramRule {
  return when.status.equal(GAVE_UP).do(exec([`${directory}/guard`, 'revive', unitName, cooldown], { repeatEvery: 1 }));
}

/** Returns the number of cycles that cover a time, at least one. */
export function cyclesOf(time: Duration | undefined, interval: Duration): number {
  return time === undefined ? 1 : Math.max(1, Math.ceil(time.toSeconds() / Math.max(1, interval.toSeconds())));
}

/** Returns the default time of a rule, limited to what Monit can count. */
function usual(kind: keyof typeof USUAL_TIME, { interval }: RuleContext): Duration {
  return Duration.seconds(Math.min(USUAL_TIME[kind].toSeconds(), MOST_CYCLES * interval.toSeconds()));
}

function only(some: Partial<MonitRules>): MonitRules {
  return { process: [], state: [], checks: [], needs: 'nothing', ...some };
}

/** Renders a rule as a separate check, whose program evaluates it. */
function judged(
  rule: SidekiqRule,
  context: RuleContext,
  what: 'quiet' | 'redis' | 'latency' | 'retries' | 'dead',
  limits: readonly string[],
  names: readonly string[] = [],
): MonitRules {
  const name = [context.checkName, what, ...names.map((each) => each.replace(/[^A-Za-z0-9_.-]+/g, '-'))].join('-');
  const argv = [`${context.directory}/sidekiq`, what, context.unitName, ...limits];
  const bad = over(when.status.equal(1), rule.over, context);
  const rules = [told(bad, rule.tell)];
  return only({
    checks: [{ statement: 'check program', name, program: { argv, timeout: LOOK }, rules }],
    needs: what === 'quiet' ? 'judge' : 'reader',
  });
}

function over<R>(condition: Condition<R>, time: Duration | undefined, { interval }: RuleContext): Rated<R> {
  const cycles = cyclesOf(time, interval);
  return cycles === 1 ? condition : condition.forCycles(cycles);
}

function told<R>(condition: Rated<{ onRecovery(action: Action): R }>, tell: Action): R {
  return condition.do(tell).onRecovery(tell);
}

function seconds(time: Duration): string {
  return String(Math.round(time.toSeconds()));
}
