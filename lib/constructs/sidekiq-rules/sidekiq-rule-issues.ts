import { error, Percent, show, Size, type Duration, type Issue } from '../../values';
import { SidekiqService } from '../apps/sidekiq-service';
import type { CompositeRuleContext } from '../monit/composite-rule';
import { actionProblem } from '../monit/rule-problem';
import * as is from '../props/prop-kinds';
import { isRecord, readProps, type PropRule } from '../props/read-props';
import type { SystemdService } from '../units/systemd-service';
import type { SidekiqRedis } from './queue-reader';
import { cyclesOf } from './render-sidekiq-rule';
import { runsSidekiq } from './runs-sidekiq';
import type { SidekiqWatch } from './sidekiq-watch';

const percent: PropRule<Percent> = {
  valid: 'a share above 0, like Percent.of(90)',
  code: 'sidekiq/invalid-rule',
  problem: (value) =>
    value instanceof Percent ? (value.problem() ?? (value.value === 0 ? 'is always exceeded' : undefined)) : 'is not a Percent',
};
const size: PropRule<Size> = {
  valid: 'a size above 0, like Size.mebibytes(800)',
  problem: (value) =>
    value instanceof Size ? (value.problem() ?? (value.toBytes() === 0 ? 'is always exceeded' : undefined)) : 'is not a Size',
};
const jobs: PropRule<number> = {
  valid: 'a whole number from 0 to 2147483647',
  code: 'sidekiq/invalid-rule',
  problem: (value) => is.wholeNumberProblem(value, 0, 2 ** 31 - 1),
};
const time: PropRule<Duration> = { ...is.wholeSeconds(1, 604_800), code: 'sidekiq/invalid-rule' };
const queue: PropRule<string> = {
  valid: 'the name of a queue, on one line',
  code: 'sidekiq/invalid-rule',
  problem: (value) => (typeof value === 'string' && /^[^\p{Cc}]+$/u.test(value) ? undefined : 'is not the name of a queue'),
};

const redis: PropRule<SidekiqRedis> = {
  valid: `an object like { urlVariable: 'SIDEKIQ_REDIS_URL' }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const unknown = Object.keys(value).find((name) => !['urlVariable', 'url', 'namespace'].includes(name));
    if (unknown !== undefined) return `has the unknown property ${show(unknown)}`;
    const { urlVariable, url, namespace } = value;
    if (urlVariable !== undefined && !(typeof urlVariable === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(urlVariable)))
      return 'has a urlVariable that is not the name of an environment variable';
    if (namespace !== undefined && !(typeof namespace === 'string' && /^[!-~]+$/.test(namespace))) return 'has an invalid namespace';
    const problem = url === undefined ? undefined : is.secretProblem(url);
    return problem === undefined ? undefined : `has a url that ${problem}`;
  },
};

type Limits = Readonly<Record<string, PropRule<unknown>>>;

const memory: PropRule<Size | Percent> = {
  valid: `${size.valid}, or ${percent.valid}`,
  code: 'sidekiq/invalid-rule',
  problem: (value) =>
    value instanceof Percent ? percent.problem(value) : value instanceof Size ? size.problem(value) : 'is neither a Size nor a Percent',
};

/** Properties of each rule besides the action and the time. */
const LIMITS: Readonly<Record<SidekiqWatch['sidekiqRule'], Limits>> = {
  memory: { limit: memory, restart: is.flag },
  cpuPerCore: { limit: percent },
  gone: {},
  crashed: {},
  redis: { redis },
  gaveUp: { revive: is.flag },
  quiet: { limit: time },
  queueLatency: { limit: time, queue, redis },
  retries: { limit: jobs, redis },
  dead: { limit: jobs, redis },
  logDisk: { limit: percent, path: is.path },
};

/** Properties that may be left out. */
const OPTIONAL: readonly string[] = ['queue', 'redis'];

/** Rules that work for any service. The others query the Sidekiq process or its Redis. */
const OF_ANY_SERVICE: readonly string[] = ['memory', 'cpuPerCore', 'gone', 'crashed', 'gaveUp', 'logDisk'];

/**
 * Reports issues of a ready-made rule by itself. A rule without issues can be rendered for Monit.
 *
 * Codes: `sidekiq/invalid-rule`, `stack/invalid-property`, `stack/unknown-property`, `sidekiq/rule-without-sidekiq`.
 */
export function sidekiqRuleIssues(rule: SidekiqWatch, { service, interval }: CompositeRuleContext): readonly Issue[] {
  const { sidekiqRule: kind, ...given } = rule as SidekiqWatch & Readonly<Record<string, unknown>>;
  const { issues } = readProps<Record<string, unknown>>(given, rulesOf(kind));
  return issues.length > 0 ? issues : [...longIssues(rule, interval), ...elsewhereIssues(rule, service)];
}

function rulesOf(kind: SidekiqWatch['sidekiqRule']): Limits {
  const placeholder = (): unknown => undefined;
  const needed = Object.entries(LIMITS[kind]).map(
    ([name, rule]) => [name, OPTIONAL.includes(name) ? rule : { ...rule, placeholder }] as const,
  );
  const notify: PropRule<unknown> = {
    valid: 'an action like alert() or slack.notify()',
    code: 'sidekiq/invalid-rule',
    problem: actionProblem,
    placeholder,
  };
  return { ...Object.fromEntries(needed), notify, over: time };
}

function longIssues({ over }: SidekiqWatch, interval: Duration): readonly Issue[] {
  const cycles = cyclesOf(over, interval);
  if (cycles <= 64) return [];
  return [
    error('sidekiq/invalid-rule', ['over'], {
      problem: `${show(over)} is ${cycles} cycles of ${interval.toSeconds()} s, and Monit counts at most 64`,
      remedy: `Set at most ${64 * interval.toSeconds()} s, or lengthen the MonitDaemon’s interval.`,
    }),
  ];
}

function elsewhereIssues({ sidekiqRule }: SidekiqWatch, service: SystemdService): readonly Issue[] {
  if (OF_ANY_SERVICE.includes(sidekiqRule) || service instanceof SidekiqService || runsSidekiq(service.unit)) return [];
  return [
    error('sidekiq/rule-without-sidekiq', [], {
      problem: `${show(sidekiqRule)} queries Sidekiq or its Redis, and this service does not run Sidekiq`,
      remedy: `Move the rule to the check of a SidekiqService, or use one of ${OF_ANY_SERVICE.join(', ')}.`,
    }),
  ];
}
