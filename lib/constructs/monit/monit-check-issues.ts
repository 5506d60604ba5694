import type { ProcessCheck, ProcessRule, Program } from '../../monit';
import { ExecCommand } from '../../systemd';
import { error, show, warning, type Issue, type Place } from '../../values';
import { pidfilePlaceIssues } from '../units/pidfile-hooks';
import type { SystemdService } from '../units/systemd-service';
import { actionIssues, sandboxIssues } from './action-issues';
import { checkNameIssues } from './check-name';
import type { MonitCheckProps } from './monit-check-props';
import { monitInterval } from './monit-daemon';

/** A rule in Monit's model, and its place in the properties. */
export interface PlacedRule {
  /** The rule. */
  readonly rule: ProcessRule;
  /** Place of the rule that the user gave: `['rules', 3]`. */
  readonly place: Place;
}

/** A check to validate, and the properties it was made from. */
export interface CheckToJudge {
  /** Process check as it will be rendered. */
  readonly check: ProcessCheck;
  /** Properties that the user gave. */
  readonly props: MonitCheckProps;
  /** Rules that the user gave, without the `doesNotExist` rule that the check adds. */
  readonly rules: readonly PlacedRule[];
  /** Number of cycles that a stop and a start of the service can take. */
  readonly graceCycles: number;
}

/**
 * Issues of a check and its service, such as two supervisors, or a Monit timeout that isn't longer than systemd's.
 *
 * Codes: `monit/invalid-check-name`, `monit/no-process`, `monit/pidfile-of-other-service`, `host/other-host`,
 * `service/two-supervisors`, `monit/fires-too-early`, `monit/grace-too-long`, `monit/timeout-below-unit`,
 * `monit/no-restart-limit`, `monit/uid-forbidden-by-sandbox`, `monit/pidfile-never-written`,
 * `monit/unused-when-gone`, and those of `pidfilePlaceIssues`.
 */
export function monitCheckIssues({ check, props, rules, graceCycles: patience }: CheckToJudge): readonly Issue[] {
  return [
    ...processIssues(check, props),
    ...patienceIssues(props, patience),
    ...rules.flatMap((placed) => existenceIssues(placed, props, patience)),
    ...programIssues(check, props.service),
    ...limitIssues(check, props.restart),
    ...whenGoneIssues(props, rules),
    ...rules.flatMap((placed) => ruleIssues(placed, props.service)),
  ];
}

function processIssues(check: ProcessCheck, { pidfile, matching, service }: MonitCheckProps): readonly Issue[] {
  const issues: Issue[] = [...checkNameIssues(check.name)];
  if ((pidfile === undefined) === (matching === undefined)) {
    const got = pidfile === undefined ? 'neither' : 'both';
    issues.push(
      error('monit/no-process', ['pidfile, matching'], {
        got,
        expected: 'exactly one of them',
        remedy: 'Set how Monit finds the process, usually by PidfileHooks.',
      }),
    );
  }
  if (typeof pidfile === 'string') {
    issues.push(...pidfilePlaceIssues(['pidfile'], pidfile, service), ...writerIssues(pidfile, service));
  } else if (pidfile !== undefined && pidfile.service !== service) {
    const got = `the pidfile of ${pidfile.service.node.path}`;
    issues.push(
      error('monit/pidfile-of-other-service', ['pidfile'], {
        got,
        expected: 'PidfileHooks of the same service',
        remedy: 'Create PidfileHooks for this service.',
      }),
    );
  }
  return issues;
}

/** Only a warning: the unit usually shows what writes the pidfile, but a program may also write one on its own. */
function writerIssues(pidfile: string, { unit }: SystemdService): readonly Issue[] {
  const words = [unit.service.get('ExecStart'), unit.service.get('ExecStartPre'), unit.service.get('ExecStartPost')]
    .flat()
    .flatMap((command) => (command instanceof ExecCommand ? [command.program, command.args].flat() : []));
  const written = words.some((word) => typeof word === 'string' && word.includes(pidfile));
  if (written || unit.service.get('PIDFile') === pidfile) return [];
  const got = `${show(pidfile)}, which no directive of the unit mentions`;
  const remedy = 'Use PidfileHooks: Sidekiq 6.0 and later writes no pidfile, so Monit would never find the process.';
  return [
    warning('monit/pidfile-never-written', ['pidfile'], { got, expected: 'PidfileHooks, or a file that the service writes', remedy }),
  ];
}

function whenGoneIssues({ whenGone, service }: MonitCheckProps, rules: readonly PlacedRule[]): readonly Issue[] {
  if (whenGone === undefined) return [];
  if (service.supervisor === 'monit') {
    const remedy = 'Leave it out, or write a rule with when.doesNotExist().';
    return [
      error('monit/unused-when-gone', ['whenGone'], {
        got: "an action, although supervisor is 'monit'",
        expected: 'no action, because Monit starts the service',
        remedy,
      }),
    ];
  }
  if (rules.some(({ rule }) => rule.test.test === 'doesNotExist')) {
    const got = 'an action, and a rule with when.doesNotExist()';
    return [
      error('monit/unused-when-gone', ['whenGone'], {
        got,
        expected: 'one of the two',
        remedy: 'Remove one: the rule replaces whenGone.',
      }),
    ];
  }
  return actionIssues(whenGone, ['whenGone'], service.host);
}

function patienceIssues({ service }: MonitCheckProps, patience: number): readonly Issue[] {
  if (patience <= 64) return [];
  const got = `a stop and a start that may take ${patience} cycles of ${monitInterval(service.host).toSeconds()} s`;
  const expected = 'both within 64 cycles, the most that Monit counts';
  const remedy = 'Shorten TimeoutStartSec or TimeoutStopSec, or lengthen the MonitDaemon’s interval.';
  return [error('monit/grace-too-long', ['service'], { got, expected, remedy })];
}

function existenceIssues({ rule, place }: PlacedRule, { service }: MonitCheckProps, patience: number): readonly Issue[] {
  if (rule.test.test !== 'doesNotExist') return [];
  const issues: Issue[] = [];
  const { action } = rule.action;
  if (['restart', 'start'].includes(action) && service.supervisor === 'systemd') {
    const remedy =
      "Use alert(), or set the service’s supervisor to 'monit': otherwise Monit undoes an operator’s stop and keeps restarting a slow boot.";
    const expected = 'alert, because systemd restarts the service';
    issues.push(warning('service/two-supervisors', place, { got: `${action} when the process does not exist`, expected, remedy }));
  }
  const cycles = rule.rate === undefined ? 1 : 'cycles' in rule.rate ? rule.rate.cycles : rule.rate.times;
  if (cycles < patience) {
    const got = `${cycles} cycle${cycles === 1 ? '' : 's'} of ${monitInterval(service.host).toSeconds()} s`;
    const expected = `at least ${patience}, because a stop and a start may take that long`;
    issues.push(
      warning('monit/fires-too-early', place, {
        got,
        expected,
        remedy: 'Remove the rule: the check already has one that waits long enough.',
      }),
    );
  }
  return issues;
}

function programIssues(check: ProcessCheck, service: SystemdService): readonly Issue[] {
  const stop = service.stopTimeout.toSeconds();
  const start = service.startTimeout.toSeconds();
  const rungs: readonly [string, Program | undefined, number, string][] = [
    ['start', check.start, start, 'TimeoutStartSec'],
    ['stop', check.stop, stop, 'TimeoutStopSec'],
    ['restart', check.restart, stop + start, 'TimeoutStopSec + TimeoutStartSec'],
  ];
  const issues = rungs.flatMap(([method, program, least, name]): Issue[] => {
    // Monit's default for these programs is 30 seconds.
    const seconds = program?.timeout?.toSeconds() ?? 30;
    if (program === undefined || seconds > least) return [];
    const remedy = 'Raise the program’s timeout: otherwise Monit gives up while systemd is still working, and then does the wrong thing.';
    return [
      warning('monit/timeout-below-unit', [method, 'timeout'], {
        got: `${seconds} s`,
        expected: `more than ${least} s, which is the unit’s ${name}`,
        remedy,
      }),
    ];
  });
  for (const [method, program] of rungs) {
    if (program !== undefined) issues.push(...sandboxIssues([method], program, service.host));
  }
  return issues;
}

/** Only the guard knows when the last restart was, so only its restarts are limited. */
function limitIssues(check: ProcessCheck, restart: MonitCheckProps['restart']): readonly Issue[] {
  if (restart === undefined || !check.rules.some((rule) => rule.action.action === 'restart')) return [];
  const remedy =
    'Leave `restart` out: otherwise a leak that returns at once restarts the service in every cycle, and its jobs never finish.';
  return [
    warning('monit/no-restart-limit', ['restart'], {
      got: 'a program that restarts the service whenever a rule fires',
      expected: 'at most one restart in ten minutes',
      remedy,
    }),
  ];
}

function ruleIssues({ rule, place }: PlacedRule, service: SystemdService): readonly Issue[] {
  return [rule.action, rule.recovery?.action].flatMap((action) => (action === undefined ? [] : actionIssues(action, place, service.host)));
}
