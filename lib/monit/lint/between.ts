import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { alert } from '../actions';
import type { Check, SetDaemon } from '../model';
import { placeOf, placeOfWhole } from '../model/places';
import { when } from '../when';
import { processExample } from './examples';
import { checks, rules, unitOf, type Found } from './parts';
import { rule, type LintRule, type LintSubject } from './rule';

/** Source: Monit manual, "Service dependencies": every name has to be in what Monit reads at once. */
const dependsOnMissing = rule({
  code: 'monit/depends-on-missing',
  severity: 'warning',
  reason: 'Monit refuses the whole configuration for a name that no control file has.',
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
          got: show(name),
          expected: 'the name of a check that the host has',
          remedy: 'Name one, or add it: Monit refuses the whole configuration.',
        };
      }
    }
  },
});

/** Source: Monit manual, "Process": each check watches, and acts, by itself. */
const twoChecksOneService = rule({
  code: 'monit/duplicate-check',
  severity: 'warning',
  reason: 'Two checks of one process both restart it, each without the other’s limits and in the middle of what the other does.',
  bad: () => ({ statements: [processExample(), processExample({ name: 'workers' })] }),
  good: () => ({ statements: [processExample()] }),
  *find(subject) {
    const seen = new Map<string, string>();
    for (const found of checks(subject)) {
      if (found.check.statement !== 'check process') continue;
      for (const key of watched(found)) {
        const first = seen.get(key);
        if (first !== undefined && first !== found.check.name) {
          yield {
            place: placeOfWhole(found.check, subject.context.origins),
            got: `${key}, which ${show(first)} watches too`,
            expected: 'one check for a process',
            remedy: 'Put the rules of both into one check.',
          };
          break;
        }
        seen.set(key, found.check.name);
      }
    }
  },
});

function watched({ check }: Found<Check>): string[] {
  if (check.statement !== 'check process') return [];
  const unit = check.start === undefined ? undefined : unitOf(check.start);
  return [
    check.pidfile === undefined ? `matching ${show(check.matching)}` : `pidfile ${show(check.pidfile)}`,
    ...(unit === undefined ? [] : [`the unit ${unit.unit}`]),
  ];
}

/** Shortest wait that is reported: users don't convert so many cycles to minutes. */
const LONG_SECONDS = 15 * 60;

/** Source: Monit manual, "Fault tolerance": cycles, not seconds. */
const cyclesTakeLong = rule({
  code: 'monit/cycles-take-long',
  severity: 'info',
  reason: 'A rule waits for cycles, not for seconds: 20 cycles of two minutes are 40 minutes before anything happens.',
  bad: () => ({
    statements: [processExample({ rules: [when.doesNotExist().forCycles(20).do(alert())] })],
    context: { interval: Duration.minutes(2) },
  }),
  good: () => ({
    statements: [processExample({ rules: [when.doesNotExist().forCycles(20).do(alert())] })],
    context: { interval: Duration.seconds(10) },
  }),
  *find(subject) {
    const interval = intervalOf(subject);
    if (interval === undefined) return;
    for (const { it, check, place } of rules(subject)) {
      if (it.rate === undefined) continue;
      const cycles = 'cycles' in it.rate ? it.rate.cycles : it.rate.times;
      const skipped = check.every !== undefined && 'cycles' in check.every ? check.every.cycles : 1;
      const seconds = cycles * skipped * interval.toSeconds();
      if (seconds < LONG_SECONDS) continue;
      yield {
        place: [...place, 'rate'],
        got: `${cycles} cycles of ${skipped * interval.toSeconds()} s: ${Math.round(seconds / 60)} minutes before anything happens`,
        expected: 'as long as may pass',
        remedy: 'Count fewer cycles, or shorten them, if that is too long.',
      };
    }
  },
});

function intervalOf({ statements, context }: LintSubject): Duration | undefined {
  const daemon = statements.find((statement): statement is SetDaemon => statement.statement === 'set daemon');
  return daemon?.interval ?? context.interval;
}

/** Source: Monit manual, "Daemon mode": the interval is that of all control files. */
const setDaemonHostWide = rule({
  code: 'monit/set-daemon-is-host-wide',
  severity: 'warning',
  reason: 'The cycle is that of every check on the host, other people’s too: each “for 3 cycles” changes its meaning.',
  bad: () => ({ statements: [{ statement: 'set daemon', interval: Duration.seconds(30) }] }),
  good: () => ({ statements: [{ statement: 'set daemon', interval: Duration.seconds(30) }], context: { included: false } }),
  *find({ statements, context }) {
    if (context.included === false) return;
    for (const statement of statements) {
      if (statement.statement !== 'set daemon') continue;
      yield {
        place: placeOf(statement, context.origins),
        got: String(statement.interval),
        expected: 'one owner of the interval on a host',
        remedy: 'Make sure that it is yours to set: the last "set daemon" read retimes the checks of everybody on the host.',
      };
    }
  },
});

/** Rules about several checks of a control file, and about its cycles. */
export const SHARED_RULES: readonly LintRule[] = [dependsOnMissing, twoChecksOneService, cyclesTakeLong, setDaemonHostWide];
