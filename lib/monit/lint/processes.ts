import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { Percent } from '../../values/percent';
import { alert, restart, unmonitor } from '../actions';
import { placeOfRule } from '../model/places';
import { testRow } from '../test-table';
import { when } from '../when';
import { example, processExample, systemctl, withRule } from './examples';
import { checks, rules, unitOf } from './parts';
import { rule, type LintRule } from './rule';

/** Source: Monit manual, "Resource testing": CPU is a share of all cores. */
const cpuShareOfAllCores = rule({
  code: 'monit/cpu-is-share-of-all-cores',
  severity: 'warning',
  reason: 'Monit divides by all cores: one Ruby process, which uses one core, never reaches 65 % on a host with two.',
  bad: () => withRule(when.cpu.above(Percent.of(65)).forCycles(2).do(alert())),
  good: () => withRule(when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(alert())),
  *find(subject) {
    for (const { it, check, place } of rules(subject)) {
      const { test } = it;
      if (check.statement !== 'check process' || (test.test !== 'cpu' && test.test !== 'totalCpu')) continue;
      yield {
        place: [...place, 'test'],
        got: `if ${testRow(test.test).words} ${test.operator} ${show(test.limit)}`,
        expected: 'a share of one core: Monit divides by all of them, and one busy thread of four cores is 25 %',
        remedy: `Use when.${test.test}PerCore: the share is then computed on the host.`,
      };
    }
  },
});

/** Source: Monit manual, "PID testing". */
const changedPid = rule({
  code: 'monit/changed-pid-fires-on-deploy',
  severity: 'info',
  reason: 'Every restart changes the pid, a deploy too, and a crash between two cycles is told once at most.',
  bad: () => withRule(when.pid.changes().do(alert())),
  good: () => withRule(when.uptime.below(Duration.minutes(1)).do(alert())),
  *find(subject) {
    for (const { it, place } of rules(subject)) {
      if (it.test.test !== 'changedPid') continue;
      yield {
        place: [...place, 'test'],
        got: 'if changed pid, which every restart of the service meets, a deploy too',
        expected: 'a rule that only what is wrong meets',
        remedy: 'To hear of crashes only, count the restarts by systemd (NRestarts) in a program check.',
      };
    }
  },
});

/** Source: Monit manual, "Existence testing": what Monit adds by itself. */
const implicitRestart = rule({
  code: 'monit/implicit-restart',
  severity: 'warning',
  reason: 'Monit adds “if does not exist then restart” by itself, which undoes what an operator or a slow boot does.',
  bad: () => example(processExample({ rules: [] })),
  good: () => example(processExample()),
  *find(subject) {
    for (const { check, place } of checks(subject)) {
      if (!['check process', 'check file', 'check directory', 'check fifo', 'check filesystem'].includes(check.statement)) continue;
      const startable = check.start !== undefined || check.restart !== undefined;
      if (!startable || check.mode === 'passive' || check.rules.some(({ test }) => test.test === 'doesNotExist')) continue;
      yield {
        place: [...place, 'rules'],
        got: `no rule about a ${check.statement.slice('check '.length)} that is gone`,
        expected: 'a rule with when.doesNotExist()',
        remedy: 'Say what is to happen: Monit else adds "if does not exist then restart", and undoes what an operator or a slow boot does.',
      };
    }
  },
});

/** True if the program restarts the service every time, without a limit of its own. */
function unlimited(argv: readonly string[]): boolean {
  return unitOf({ argv })?.verb === 'restart' || /^\/etc\/init\.d\/|\/service$/.test(argv[0] ?? '');
}

/** Source: Monit manual, "Service restart limit". */
const noRestartLimit = rule({
  code: 'monit/no-restart-limit',
  severity: 'warning',
  reason: 'A leak that comes back at once restarts the service in every cycle, for ever, and its jobs never end.',
  bad: () => example(processExample({ restart: systemctl('restart'), rules: [when.doesNotExist().forCycles(3).do(restart())] })),
  good: () =>
    example(
      processExample({
        restart: systemctl('restart'),
        rules: [when.doesNotExist().forCycles(3).do(restart()), when.restarts(3, { within: 10 }).do(unmonitor())],
      }),
    ),
  *find(subject) {
    for (const { check, place } of checks(subject)) {
      const index = check.rules.findIndex(({ action }) => action.action === 'restart');
      const limited = check.rules.some(({ test }) => test.test === 'restarts');
      const program = check.restart ?? check.start;
      if (index < 0 || limited || program === undefined || (check.restart !== undefined && !unlimited(program.argv))) continue;
      yield {
        place: placeOfRule(check.rules[index]!, index, place, subject.context.origins),
        got: 'restart, as often as the test is met',
        expected: 'an end: when.restarts(5, { within: 10 }).do(unmonitor())',
        remedy: 'Add such a rule, or give a restart program that counts: what comes back at once is else restarted in every cycle.',
      };
    }
  },
});

/** Source: Monit manual, "Service methods". */
const restartWithoutProgram = rule({
  code: 'monit/restart-without-program',
  severity: 'warning',
  reason: 'Between stop and start the service is down, and stays so if the stop takes too long or Monit ends there.',
  bad: () =>
    example(processExample({ rules: [when.doesNotExist().forCycles(3).do(restart()), when.restarts(3, { within: 10 }).do(unmonitor())] })),
  good: () =>
    example(
      processExample({
        restart: systemctl('restart'),
        rules: [when.doesNotExist().forCycles(3).do(restart()), when.restarts(3, { within: 10 }).do(unmonitor())],
      }),
    ),
  *find(subject) {
    for (const { it, check, place } of rules(subject)) {
      for (const [part, action] of [
        [['action'], it.action],
        [['recovery', 'action'], it.recovery?.action],
      ] as const) {
        if (action?.action !== 'restart' || check.restart !== undefined || check.start === undefined || check.stop === undefined) continue;
        yield {
          place: [...place, ...part],
          got: 'restart, by the stop program and then the start program',
          expected: 'a restart program',
          remedy:
            'Give `restart`: between stop and start the service is down, and stays so if the stop takes too long or Monit ends there.',
        };
      }
    }
  },
});

/** Rules about process checks. */
export const PROCESS_RULES: readonly LintRule[] = [cpuShareOfAllCores, changedPid, implicitRestart, noRestartLimit, restartWithoutProgram];
