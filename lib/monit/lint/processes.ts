import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { Percent } from '../../values/percent';
import { alert, restart, unmonitor } from '../actions';
import { placeOfRule } from '../model/places';
import { when } from '../when';
import { example, processExample, systemctl, withRule } from './examples';
import { checks, rules, unitOf } from './parts';
import { rule, type LintRule } from './rule';

/** Source: Monit manual, "Resource testing": CPU is a share of all cores. */
const cpuShareOfAllCores = rule({
  code: 'monit/cpu-is-share-of-all-cores',
  severity: 'warning',
  reason: 'Monit divides CPU usage by the number of cores: a Ruby process, which uses one core, never reaches 65 % on a host with two.',
  bad: () => withRule(when.cpu.above(Percent.of(65)).forCycles(2).do(alert())),
  good: () => withRule(when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(alert())),
  *find(subject) {
    for (const { it, check, place } of rules(subject)) {
      const { test } = it;
      if (check.statement !== 'check process' || (test.test !== 'cpu' && test.test !== 'totalCpu')) continue;
      yield {
        place: [...place, 'test'],
        problem: `${show(test.limit)} is a share of all cores: on four cores, a busy thread reaches 25 %`,
        remedy: `Use when.${test.test}PerCore, for which the installer computes the share on the host.`,
      };
    }
  },
});

/** Source: Monit manual, "PID testing". */
const changedPid = rule({
  code: 'monit/changed-pid-fires-on-deploy',
  severity: 'info',
  reason: 'Every restart changes the process id, including one by a deployment, and several crashes in a cycle raise one alert.',
  bad: () => withRule(when.pid.changes().do(alert())),
  good: () => withRule(when.uptime.below(Duration.minutes(1)).do(alert())),
  *find(subject) {
    for (const { it, place } of rules(subject)) {
      if (it.test.test !== 'changedPid') continue;
      yield {
        place: [...place, 'test'],
        problem: '"if changed pid" fires after every restart of the service, including one by a deployment',
        remedy: 'Count the restarts by systemd (NRestarts) in a program check if you only want to know about crashes.',
      };
    }
  },
});

/** Source: Monit manual, "Existence testing": the rule that Monit adds. */
const implicitRestart = rule({
  code: 'monit/implicit-restart',
  severity: 'warning',
  reason: 'Monit adds “if does not exist then restart”, which undoes an operator’s stop and interrupts a slow boot.',
  bad: () => example(processExample({ rules: [] })),
  good: () => example(processExample()),
  *find(subject) {
    for (const { check, place } of checks(subject)) {
      if (!['check process', 'check file', 'check directory', 'check fifo', 'check filesystem'].includes(check.statement)) continue;
      const canStart = check.start !== undefined || check.restart !== undefined;
      if (!canStart || check.mode === 'passive' || check.rules.some(({ test }) => test.test === 'doesNotExist')) continue;
      yield {
        place: [...place, 'rules'],
        problem: `no rule is about a ${check.statement.slice('check '.length)} that doesn’t exist, so Monit adds "if does not exist then restart"`,
        remedy: 'Add a rule with when.doesNotExist(): the restart would undo an operator’s stop and interrupt a slow boot.',
      };
    }
  },
});

/** True if the program restarts the service every time and has no limit. */
function isUnlimited(argv: readonly string[]): boolean {
  return unitOf({ argv })?.verb === 'restart' || /^\/etc\/init\.d\/|\/service$/.test(argv[0] ?? '');
}

/** Source: Monit manual, "Service restart limit". */
const noRestartLimit = rule({
  code: 'monit/no-restart-limit',
  severity: 'warning',
  reason: 'A leak that returns at once makes Monit restart the service in every cycle, so its jobs never finish.',
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
      if (index < 0 || limited || program === undefined || (check.restart !== undefined && !isUnlimited(program.argv))) continue;
      yield {
        place: placeOfRule(check.rules[index]!, index, place, subject.context.origins),
        problem: 'nothing limits the restarts, so a problem that returns at once restarts the service in every cycle',
        remedy: 'Add when.restarts(5, { within: 10 }).do(unmonitor()), or use a restart program that counts.',
      };
    }
  },
});

/** Source: Monit manual, "Service methods". */
const restartWithoutProgram = rule({
  code: 'monit/restart-without-program',
  severity: 'warning',
  reason: 'Between the stop and the start the service is down, and it stays down if the stop takes too long or Monit exits in between.',
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
          problem: 'the check has no restart program, so Monit runs the stop program and then the start program',
          remedy: 'Set `restart`: otherwise the service stays down if the stop takes too long or Monit exits in between.',
        };
      }
    }
  },
});

/** Rules about process checks. */
export const PROCESS_RULES: readonly LintRule[] = [cpuShareOfAllCores, changedPid, implicitRestart, noRestartLimit, restartWithoutProgram];
