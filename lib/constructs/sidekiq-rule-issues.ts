import { show, Percent, Size, type Duration, type Issue } from '../values';
import * as is from './prop-kinds';
import { isRecord, readProps, type PropRule } from './props';
import { actionProblem } from './rule-problem';
import { runsSidekiq } from './service-issues';
import { cyclesOf } from './render-sidekiq-rules';
import type { SidekiqRule } from './sidekiq-rules';
import { SidekiqService } from './sidekiq-service';
import type { SystemdService } from './systemd-service';

/** Returns whether a rule is meant to be a ready-made one. */
export function isSidekiqRule(rule: unknown): rule is SidekiqRule {
  return isRecord(rule) && 'sidekiqRule' in rule;
}

const REMEDY = 'Write it with SidekiqRules, within these limits.';

const percent: PropRule<Percent> = {
  expected: 'a share like Percent.of(90), above 0',
  code: 'constructs/bad-sidekiq-rule',
  remedy: REMEDY,
  problem: (value) =>
    value instanceof Percent ? (value.problem() ?? (value.value === 0 ? 'is always exceeded' : undefined)) : 'is not a Percent',
};
const size: PropRule<Size> = {
  expected: 'a size like Size.mebibytes(800)',
  problem: (value) =>
    value instanceof Size ? (value.problem() ?? (value.toBytes() === 0 ? 'is always exceeded' : undefined)) : 'is not a Size',
};
const jobs: PropRule<number> = {
  expected: 'a whole number from 0 to 2147483647',
  code: 'constructs/bad-sidekiq-rule',
  remedy: REMEDY,
  problem: (value) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31 ? undefined : 'is no such number'),
};
const time: PropRule<Duration> = { ...is.wholeSeconds(1, 604_800), code: 'constructs/bad-sidekiq-rule', remedy: REMEDY };
const queue: PropRule<string> = {
  expected: 'the name of a queue, on one line',
  code: 'constructs/bad-sidekiq-rule',
  remedy: REMEDY,
  problem: (value) => (typeof value === 'string' && /^[^\p{Cc}]+$/u.test(value) ? undefined : 'is none'),
};

type Limits = Readonly<Record<string, PropRule<unknown>>>;

const shares = { ...is.anyOf<Size, Percent>(size, percent), code: 'constructs/bad-sidekiq-rule', remedy: REMEDY, placeholder: undefined };

/** Properties of each rule besides the action and the time. */
const LIMITS: Readonly<Record<SidekiqRule['sidekiqRule'], Limits>> = {
  memory: { limit: shares, restart: is.flag },
  cpuPerCore: { limit: percent },
  gone: {},
  crashed: {},
  redis: {},
  gaveUp: { revive: is.flag },
  quiet: { limit: time },
  queueLatency: { limit: time, queue },
  retries: { limit: jobs },
  dead: { limit: jobs },
  logDisk: { limit: percent, path: is.path },
};

/** Rules that work for any service; the others query the Sidekiq process, or its Redis. */
const OF_ANY_SERVICE: readonly string[] = ['memory', 'cpuPerCore', 'gone', 'crashed', 'gaveUp', 'logDisk'];

/**
 * Reports issues of a ready-made rule by itself. A rule without issues can be rendered for Monit.
 *
 * Codes: `constructs/bad-sidekiq-rule`, `constructs/bad-property`, `constructs/unknown-property`, `constructs/sidekiq-rule-elsewhere`.
 */
export function sidekiqRuleIssues(rule: SidekiqRule, property: string, service: SystemdService, interval: Duration): readonly Issue[] {
  if (!Object.hasOwn(LIMITS, rule.sidekiqRule)) return [badRule(`${property}.sidekiqRule`, show(rule.sidekiqRule))];
  const { sidekiqRule: kind, ...given } = rule as SidekiqRule & Readonly<Record<string, unknown>>;
  const { issues } = readProps<Record<string, unknown>>(given, rulesOf(kind));
  const found = issues.map((issue) => ({ ...issue, property: `${property}.${issue.property}` }));
  if (found.length > 0) return found;
  return [...longIssues(rule, property, interval), ...elsewhereIssues(rule, property, service)];
}

function rulesOf(kind: SidekiqRule['sidekiqRule']): Limits {
  const placeholder = (): unknown => undefined;
  const needed = Object.entries(LIMITS[kind]).map(([name, rule]) => [name, name === 'queue' ? rule : { ...rule, placeholder }] as const);
  const tell: PropRule<unknown> = {
    expected: 'an action like alert() or slack.notify()',
    code: 'constructs/bad-sidekiq-rule',
    remedy: REMEDY,
    problem: actionProblem,
    placeholder,
  };
  return { ...Object.fromEntries(needed), tell, over: time };
}

function longIssues({ over }: SidekiqRule, property: string, interval: Duration): readonly Issue[] {
  const cycles = cyclesOf(over, interval);
  if (cycles <= 64) return [];
  return [
    {
      code: 'constructs/bad-sidekiq-rule',
      severity: 'error',
      property: `${property}.over`,
      got: `${show(over)}, ${cycles} cycles of ${interval.toSeconds()} s`,
      expected: 'at most 64 cycles, which is what Monit counts',
      remedy: 'Shorten it, or lengthen the interval of the MonitDaemon.',
    },
  ];
}

function elsewhereIssues({ sidekiqRule }: SidekiqRule, property: string, service: SystemdService): readonly Issue[] {
  if (OF_ANY_SERVICE.includes(sidekiqRule) || service instanceof SidekiqService || runsSidekiq(service.unit)) return [];
  return [
    {
      code: 'constructs/sidekiq-rule-elsewhere',
      severity: 'error',
      property,
      got: `${show(sidekiqRule)} for a service that does not run Sidekiq`,
      expected: `one of ${OF_ANY_SERVICE.join(', ')}`,
      remedy: 'Give it to the check of a SidekiqService: it asks Sidekiq’s process, or its Redis.',
    },
  ];
}

function badRule(property: string, got: string): Issue {
  return {
    code: 'constructs/bad-sidekiq-rule',
    severity: 'error',
    property,
    got,
    expected: `one of ${Object.keys(LIMITS).join(', ')}`,
    remedy: REMEDY,
  };
}
