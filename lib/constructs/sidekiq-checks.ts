import { exec, when, type Action, type Condition, type ProcessRule, type ProgramCheck, type ProgramRule, type Rated } from '../monit';
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
  readonly checks: readonly ProgramCheck[];
}

/** Exit statuses of `guard check`. */
const GAVE_UP = 1;
const CRASHED = 3;

/** The longest that a look may take: Redis has 15 s for its answer. */
const LOOK = Duration.seconds(60);

/** What a ready-made rule is in Monit's words. */
export function monitRules(rule: SidekiqRule, context: RuleContext): MonitRules {
  const { tell } = rule;
  switch (rule.sidekiqRule) {
    case 'memory': {
      const high = over(when.totalMemory.above(rule.limit), rule.over, context);
      return only({ process: [...(rule.restart ? [high.do({ action: 'restart' })] : []), told(high, tell)] });
    }
    case 'cpuPerCore':
      return only({ process: [told(over(when.cpuPerCore.above(rule.limit), rule.over, context), tell)] });
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
  }
}

/** Starts a unit that systemd gave up on, as often as the cooldown lets it. */
export function revive({ directory, unitName, cooldown }: RuleContext): ProgramRule {
  return when.status.equal(GAVE_UP).do(exec([`${directory}/guard`, 'revive', unitName, cooldown], { repeatEvery: 1 }));
}

/** The check of a unit's state: whether it has crashed, or was given up. */
export function stateCheck(rules: readonly ProgramRule[], { checkName, directory, unitName }: RuleContext): readonly ProgramCheck[] {
  if (rules.length === 0) return [];
  return [
    {
      statement: 'check program',
      name: `${checkName}-state`,
      program: { argv: [`${directory}/guard`, 'check', unitName], timeout: Duration.seconds(30) },
      rules,
    },
  ];
}

/** How many cycles are at least as long as a time. */
export function cyclesOf(time: Duration | undefined, interval: Duration): number {
  return time === undefined ? 1 : Math.max(1, Math.ceil(time.toSeconds() / Math.max(1, interval.toSeconds())));
}

function only(some: Partial<MonitRules>): MonitRules {
  return { process: [], state: [], checks: [], ...some };
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
  return only({ checks: [{ statement: 'check program', name, program: { argv, timeout: LOOK }, rules: [told(bad, rule.tell)] }] });
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
