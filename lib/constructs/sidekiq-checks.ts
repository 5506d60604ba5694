import { alert, exec, when, type Action, type Check, type Condition, type ProcessRule, type ProgramRule, type Rated } from '../monit';
import { Duration } from '../values';
import type { SidekiqRule } from './sidekiq-rules';

/** What a rule is for. */
export interface RuleContext {
  /** Name of the process's check, which those of its queues begin with. */
  readonly checkName: string;
  /** Name of the unit. */
  readonly unitName: string;
  /** Where the programs are that Monit runs. */
  readonly directory: string;
  /** Seconds between two restarts. */
  readonly cooldown: string;
  /** The cycles that a stop and a start may take. */
  readonly patience: number;
  /** Length of Monit's cycle. */
  readonly interval: Duration;
}

/** What Monit is told of a ready-made rule. */
export interface MonitRules {
  /** For the check of the process. */
  readonly process: readonly ProcessRule[];
  /** For the check of the unit's state. */
  readonly state: readonly ProgramRule[];
  /** Checks of their own. */
  readonly checks: readonly Check[];
  /** Whether they need the program that judges, and the unit that reads Redis for it. */
  readonly needs: 'nothing' | 'judge' | 'reader';
}

/** Exit statuses of `guard check`. */
const GAVE_UP = 1;
const CRASHED = 3;

/** Where nothing is said: memory and CPU rise for a moment at any time. */
const USUAL_TIME = { memory: Duration.minutes(5), cpuPerCore: Duration.minutes(10) } as const;

/** The most that Monit counts. */
const MOST_CYCLES = 64;

/** The longest that a look may take: Redis has 15 s for its answer. */
const LOOK = Duration.seconds(60);

/** What a ready-made rule is in Monit's words. */
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
        process: [told(when.doesNotExist().forCycles(Math.max(context.patience, cyclesOf(rule.over, context.interval))), tell)],
      });
    case 'crashed':
      // It runs again when this is told: there is nothing to recover from.
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
      // Monit by itself would restart what has no program to start.
      const rules = [when.doesNotExist().do(alert()), full];
      return only({ checks: [{ statement: 'check filesystem', name: `${context.checkName}-log-disk`, path: rule.path, rules }] });
    }
  }
}

/**
 * The checks beside that of the process: of the unit's state, and those of the rules, each by a name of its own.
 *
 * @param rules what Monit is told of the ready-made rules
 * @param revives whether a unit that systemd gave up on is started, whatever the rules say
 * @param context what they are for
 */
export function companions(rules: readonly MonitRules[], revives: boolean, context: RuleContext): readonly Check[] {
  const { checkName, directory, unitName } = context;
  const given = rules.flatMap((rule) => rule.state);
  const wanted = revives ? [revive(context), ...given] : given;
  // Whoever asks for it, a unit is revived once.
  const said = wanted.map((rule) => JSON.stringify(rule));
  const state = wanted.filter((_, index) => said.indexOf(said[index]!) === index);
  const program = { argv: [`${directory}/guard`, 'check', unitName], timeout: Duration.seconds(30) };
  const all: readonly Check[] = [
    ...(state.length > 0 ? [{ statement: 'check program', name: `${checkName}-state`, program, rules: state } as const] : []),
    ...rules.flatMap((rule) => rule.checks),
  ];
  // Two rules about one thing have two limits.
  return all.map((check, index) => {
    const earlier = all.slice(0, index).filter(({ name }) => name === check.name).length;
    return earlier === 0 ? check : { ...check, name: `${check.name}-${earlier + 1}` };
  });
}

/** Whether a rule is about one process, and not about what all instances of a service share: their queues, Redis, a disk. */
export function isOfOneProcess({ sidekiqRule }: SidekiqRule): boolean {
  return !['redis', 'queueLatency', 'retries', 'dead', 'logDisk'].includes(sidekiqRule);
}

/** Starts a unit that systemd gave up on, as often as the cooldown lets it. */
function revive({ directory, unitName, cooldown }: RuleContext): ProgramRule {
  return when.status.equal(GAVE_UP).do(exec([`${directory}/guard`, 'revive', unitName, cooldown], { repeatEvery: 1 }));
}

/** How many cycles are at least as long as a time. */
export function cyclesOf(time: Duration | undefined, interval: Duration): number {
  return time === undefined ? 1 : Math.max(1, Math.ceil(time.toSeconds() / Math.max(1, interval.toSeconds())));
}

/** As long as usual, or as long as Monit can count. */
function usual(kind: keyof typeof USUAL_TIME, { interval }: RuleContext): Duration {
  return Duration.seconds(Math.min(USUAL_TIME[kind].toSeconds(), MOST_CYCLES * interval.toSeconds()));
}

function only(some: Partial<MonitRules>): MonitRules {
  return { process: [], state: [], checks: [], needs: 'nothing', ...some };
}

/** A check of its own, by the program that judges. */
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
