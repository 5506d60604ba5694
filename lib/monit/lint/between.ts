import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { alert } from '../actions';
import { secondsOf } from '../kinds/render/time';
import type { Check, SetDaemon } from '../model';
import { placeOf, placeOfWhole } from '../model/places';
import { when } from '../when';
import { processExample } from './examples';
import { checks, rules, unitOf, type Found } from './parts';
import { rule, type LintRule, type LintSubject } from './rule';

/** Source: Monit manual, "Service dependencies": every name must be in one of the files that Monit reads. */
const dependsOnMissing = rule({
  code: 'monit/depends-on-missing',
  severity: 'warning',
  reason: 'Monit rejects the whole configuration if a check depends on one that no control file has.',
  bad: () => ({ statements: [processExample({ dependsOn: ['redis'] })], context: { otherChecks: [] } }),
  good: () => ({ statements: [processExample({ dependsOn: ['redis'] })], context: { otherChecks: ['Redis'] } }),
  *find(subject) {
    const { otherChecks } = subject.context;
    if (otherChecks === undefined) return;
    const names = new Set([...otherChecks, ...Array.from(checks(subject), ({ check }) => check.name)].map((name) => name.toLowerCase()));
    for (const { check, place } of checks(subject)) {
      for (const [index, name] of (check.dependsOn ?? []).entries()) {
        if (names.has(name.toLowerCase())) continue;
        yield {
          place: [...place, 'dependsOn', index],
          problem: `the host has no check named ${show(name)}`,
          remedy: 'Add it, or name another check: Monit rejects the whole configuration.',
        };
      }
    }
  },
});

/** Source: Monit manual, "Process": each check monitors and acts independently. */
const twoChecksOneService = rule({
  code: 'monit/duplicate-check',
  severity: 'warning',
  reason: 'Two checks of one process both restart it: each ignores the other’s limits, and interrupts the other’s restarts.',
  bad: () => ({ statements: [processExample(), processExample({ name: 'workers' })] }),
  good: () => ({ statements: [processExample()] }),
  *find(subject) {
    const seen = new Map<string, string>();
    for (const found of checks(subject)) {
      if (found.check.statement !== 'check process') continue;
      for (const key of targetsOf(found)) {
        const first = seen.get(key);
        if (first !== undefined && first !== found.check.name) {
          yield {
            place: placeOfWhole(found.check, subject.context.origins),
            problem: `${key} is already monitored by ${show(first)}`,
            remedy: 'Put the rules of both checks into one: otherwise each can interrupt the other’s restarts.',
          };
          break;
        }
        seen.set(key, found.check.name);
      }
    }
  },
});

/** Targets of a process check, for messages: its process and its unit. */
function targetsOf({ check }: Found<Check>): string[] {
  if (check.statement !== 'check process') return [];
  const unit = check.start === undefined ? undefined : unitOf(check.start);
  return [
    check.pidfile === undefined ? `the pattern ${show(check.matching)}` : `the pidfile ${show(check.pidfile)}`,
    ...(unit === undefined ? [] : [`the unit ${unit.unit}`]),
  ];
}

/** Shortest wait that is reported. */
const LONG_SECONDS = 15 * 60;

/** Source: Monit manual, "Fault tolerance": cycles, not seconds. */
const cyclesTakeLong = rule({
  code: 'monit/cycles-take-long',
  severity: 'info',
  reason: 'A rule counts cycles, not seconds: 20 cycles of two minutes are 40 minutes in which nothing happens.',
  bad: () => ({
    statements: [processExample({ rules: [when.doesNotExist().forCycles(20).do(alert())] })],
    context: { interval: Duration.minutes(2) },
  }),
  good: () => ({
    statements: [processExample({ rules: [when.doesNotExist().forCycles(20).do(alert())] })],
    context: { interval: Duration.seconds(10) },
  }),
  *find(subject) {
    const interval = secondsOf(intervalOf(subject));
    if (Number.isNaN(interval)) return;
    for (const { it, check, place } of rules(subject)) {
      if (it.rate === undefined) continue;
      const cycles = 'cycles' in it.rate ? it.rate.cycles : it.rate.times;
      const skipped = check.every !== undefined && 'cycles' in check.every ? check.every.cycles : 1;
      const seconds = cycles * skipped * interval;
      if (seconds < LONG_SECONDS) continue;
      yield {
        place: [...place, 'rate'],
        problem: `${cycles} cycles of ${skipped * interval} s are ${Math.round(seconds / 60)} minutes`,
        remedy: 'Use fewer cycles or a shorter interval if that is too late.',
      };
    }
  },
});

function intervalOf({ statements, context }: LintSubject): Duration | undefined {
  const daemon = statements.find((statement): statement is SetDaemon => statement.statement === 'set daemon');
  return daemon?.interval ?? context.interval;
}

/** Source: Monit manual, "Daemon mode": one interval applies to all control files. */
const setDaemonHostWide = rule({
  code: 'monit/set-daemon-is-host-wide',
  severity: 'warning',
  reason: 'The interval applies to every check on the host, including other people’s, and changes what “for 3 cycles” means in each.',
  bad: () => ({ statements: [{ statement: 'set daemon', interval: Duration.seconds(30) }] }),
  good: () => ({ statements: [{ statement: 'set daemon', interval: Duration.seconds(30) }], context: { included: false } }),
  *find({ statements, context }) {
    if (context.included === false) return;
    for (const statement of statements) {
      if (statement.statement !== 'set daemon') continue;
      yield {
        place: placeOf(statement, context.origins),
        problem: `the interval of ${show(statement.interval)} applies to every check on the host, including other people’s`,
        remedy: 'Set it only if you manage the whole host: Monit uses the last "set daemon" that it reads.',
      };
    }
  },
});

/** Rules about several checks of a control file, and about its cycles. */
export const SHARED_RULES: readonly LintRule[] = [dependsOnMissing, twoChecksOneService, cyclesTakeLong, setDaemonHostWide];
