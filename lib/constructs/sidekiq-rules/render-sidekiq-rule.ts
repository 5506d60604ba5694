import { alert, when, type Action, type Condition, type Rated } from '../../monit';
import { sidekiqProgram } from '../../programs';
import { Duration } from '../../values';
import { bundleFile } from '../host/host-file';
import type { CompositeRuleConfig, CompositeRuleContext } from '../monit/composite-rule';
import { CRASHED, GAVE_UP, reviveRule } from '../monit/state-check';
import { queueReader } from './queue-reader';
import type { SidekiqWatch } from './sidekiq-watch';

/** Default times for memory and CPU, which can rise briefly at any time. */
const DEFAULT_TIME = { memory: Duration.minutes(5), cpuPerCore: Duration.minutes(10) } as const;

/** Largest number of cycles that Monit counts. */
const MOST_CYCLES = 64;

/** Time limit of a check's program. Redis has 15 s to answer. */
const PROGRAM_TIMEOUT = Duration.seconds(60);

/** Renders a ready-made rule as Monit rules and checks. */
export function renderSidekiqRule(rule: SidekiqWatch, context: CompositeRuleContext): CompositeRuleConfig {
  const { notify } = rule;
  switch (rule.sidekiqRule) {
    case 'memory': {
      const high = over(when.totalMemory.above(rule.limit), rule.over ?? defaultTime('memory', context), context);
      return { process: [...(rule.restart ? [high.do({ action: 'restart' })] : []), notified(high, notify)] };
    }
    case 'cpuPerCore':
      return {
        process: [notified(over(when.cpuPerCore.above(rule.limit), rule.over ?? defaultTime('cpuPerCore', context), context), notify)],
      };
    case 'gone':
      return {
        process: [notified(when.doesNotExist().forCycles(Math.max(context.graceCycles, cyclesOf(rule.over, context.interval))), notify)],
      };
    case 'crashed':
      // The process is running again when this fires, so there is nothing to recover from.
      return { state: [over(when.status.equal(CRASHED), rule.over, context).do(notify)] };
    case 'gaveUp': {
      const givenUp = notified(over(when.status.equal(GAVE_UP), rule.over, context), notify);
      return { state: rule.revive ? [reviveRule(context), givenUp] : [givenUp] };
    }
    case 'quiet':
      return programCheck(rule, context, 'quiet', [seconds(rule.limit)]);
    case 'redis':
      return programCheck(rule, context, 'redis', []);
    case 'queueLatency': {
      const queue = rule.queue === undefined ? [] : [rule.queue];
      return programCheck(rule, context, 'latency', [seconds(rule.limit), ...queue], queue);
    }
    case 'retries':
    case 'dead':
      return programCheck(rule, context, rule.sidekiqRule, [String(rule.limit)]);
    case 'logDisk': {
      const full = notified(over(when.space.above(rule.limit), rule.over, context), notify);
      // By default Monit would restart it, but it has no start program.
      const rules = [when.doesNotExist().do(alert()), full];
      return { checks: [{ statement: 'check filesystem', name: `${context.checkName}-log-disk`, path: rule.path, rules }] };
    }
  }
}

/** Returns the number of cycles that cover a time, at least one. */
export function cyclesOf(time: Duration | undefined, interval: Duration): number {
  return time === undefined ? 1 : Math.max(1, Math.ceil(time.toSeconds() / Math.max(1, interval.toSeconds())));
}

/** Returns the default time of a rule, limited to what Monit can count. */
function defaultTime(kind: keyof typeof DEFAULT_TIME, { interval }: CompositeRuleContext): Duration {
  return Duration.seconds(Math.min(DEFAULT_TIME[kind].toSeconds(), MOST_CYCLES * interval.toSeconds()));
}

/** Renders a rule as a separate check of a program, which evaluates it. */
function programCheck(
  rule: SidekiqWatch,
  context: CompositeRuleContext,
  what: 'quiet' | 'redis' | 'latency' | 'retries' | 'dead',
  limits: readonly string[],
  names: readonly string[] = [],
): CompositeRuleConfig {
  const name = [context.checkName, what, ...names.map((each) => each.replace(/[^A-Za-z0-9_.-]+/g, '-'))].join('-');
  const argv = [`${context.directory}/sidekiq`, what, context.unitName, ...limits];
  const bad = over(when.status.equal(1), rule.over, context);
  const rules = [notified(bad, rule.notify)];
  const { check, service, directory } = context;
  const reader = what === 'quiet' ? {} : queueReader(check, service, directory, rule.redis);
  return {
    ...reader,
    checks: [{ statement: 'check program', name, program: { argv, timeout: PROGRAM_TIMEOUT }, rules }],
    files: [bundleFile(check, { path: `${directory}/sidekiq`, mode: '0755' }, sidekiqProgram.split('\n')), ...(reader.files ?? [])],
  };
}

function over<R>(condition: Condition<R>, time: Duration | undefined, { interval }: CompositeRuleContext): Rated<R> {
  const cycles = cyclesOf(time, interval);
  return cycles === 1 ? condition : condition.forCycles(cycles);
}

/** Adds an action to a condition, for its beginning and its end. */
function notified<R>(condition: Rated<{ onRecovery(action: Action): R }>, notify: Action): R {
  return condition.do(notify).onRecovery(notify);
}

function seconds(time: Duration): string {
  return String(Math.round(time.toSeconds()));
}
