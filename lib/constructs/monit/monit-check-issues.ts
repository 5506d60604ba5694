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
export interface CheckToValidate {
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
export function monitCheckIssues({ check, props, rules, graceCycles }: CheckToValidate): readonly Issue[] {
  return [
    ...processIssues(check, props),
    ...graceIssues(props, graceCycles),
    ...rules.flatMap((placed) => existenceIssues(placed, props, graceCycles)),
    ...programIssues(check, props.service),
    ...limitIssues(check, props.restart),
    ...whenGoneIssues(props, rules),
    ...rules.flatMap((placed) => ruleIssues(placed, props.service)),
  ];
}

function processIssues(check: ProcessCheck, { pidfile, matching, service }: MonitCheckProps): readonly Issue[] {
  const issues: Issue[] = [...checkNameIssues(check.name)];
  if ((pidfile === undefined) === (matching === undefined)) {
    issues.push(
      error('monit/no-process', ['pidfile, matching'], {
        problem: pidfile === undefined ? 'neither pidfile nor matching is set' : 'pidfile and matching are both set',
        remedy: 'Set one of them, usually pidfile to PidfileHooks of the service: Monit finds the process by it.',
      }),
    );
  }
  if (typeof pidfile === 'string') {
    issues.push(...pidfilePlaceIssues(['pidfile'], pidfile, service), ...writerIssues(pidfile, service));
  } else if (pidfile !== undefined && pidfile.service !== service) {
    issues.push(
      error('monit/pidfile-of-other-service', ['pidfile'], {
        problem: `the pidfile belongs to another service, ${show(pidfile.service.node.path)}`,
        remedy: `Create PidfileHooks for ${show(service.node.path)} and use those.`,
      }),
    );
  }
  return issues;
}

/** Only warns: a program may write its pidfile without a directive that names the file. */
function writerIssues(pidfile: string, { unit }: SystemdService): readonly Issue[] {
  const args = [unit.service.get('ExecStart'), unit.service.get('ExecStartPre'), unit.service.get('ExecStartPost')]
    .flat()
    .flatMap((command) => (command instanceof ExecCommand ? [command.program, command.args].flat() : []));
  const written = args.some((arg) => typeof arg === 'string' && arg.includes(pidfile));
  if (written || unit.service.get('PIDFile') === pidfile) return [];
  return [
    warning('monit/pidfile-never-written', ['pidfile'], {
      problem: `no directive of the unit mentions ${show(pidfile)}`,
      remedy:
        'Use PidfileHooks, or a file that the service writes: Sidekiq 6.0 and later writes no pidfile, so Monit would never find the process.',
    }),
  ];
}

function whenGoneIssues({ whenGone, service }: MonitCheckProps, rules: readonly PlacedRule[]): readonly Issue[] {
  if (whenGone === undefined) return [];
  if (service.supervisor === 'monit') {
    return [
      error('monit/unused-when-gone', ['whenGone'], {
        problem: `the action never runs, because supervisor is 'monit' and Monit starts the service`,
        remedy: 'Leave whenGone out, or write a rule with when.doesNotExist().',
      }),
    ];
  }
  if (rules.some(({ rule }) => rule.test.test === 'doesNotExist')) {
    return [
      error('monit/unused-when-gone', ['whenGone'], {
        problem: 'the action never runs, because a rule with when.doesNotExist() replaces it',
        remedy: 'Leave whenGone out, or remove the rule.',
      }),
    ];
  }
  return actionIssues(whenGone, ['whenGone'], service.host);
}

function graceIssues({ service }: MonitCheckProps, graceCycles: number): readonly Issue[] {
  if (graceCycles <= 64) return [];
  return [
    error('monit/grace-too-long', ['service'], {
      problem: `a stop and a start may take ${graceCycles} cycles of ${monitInterval(service.host).toSeconds()} s, and Monit counts at most 64`,
      remedy: 'Shorten TimeoutStartSec or TimeoutStopSec, or lengthen the MonitDaemon’s interval.',
    }),
  ];
}

function existenceIssues({ rule, place }: PlacedRule, { service }: MonitCheckProps, graceCycles: number): readonly Issue[] {
  if (rule.test.test !== 'doesNotExist') return [];
  const issues: Issue[] = [];
  const { action } = rule.action;
  if (['restart', 'start'].includes(action) && service.supervisor === 'systemd') {
    issues.push(
      warning('service/two-supervisors', place, {
        problem: `${action}() makes Monit ${action} a service that systemd already restarts`,
        remedy: `Use alert(), or set supervisor: 'monit' on the service: otherwise Monit undoes an operator’s stop and keeps restarting a slow boot.`,
      }),
    );
  }
  const cycles = rule.rate === undefined ? 1 : 'cycles' in rule.rate ? rule.rate.cycles : rule.rate.times;
  if (cycles < graceCycles) {
    const seconds = monitInterval(service.host).toSeconds();
    issues.push(
      warning('monit/fires-too-early', place, {
        problem: `${cycles} cycle${cycles === 1 ? ' of' : 's of'} ${seconds} s may end before a normal stop and start, which can take ${graceCycles}`,
        remedy: `Use forCycles(${graceCycles}), or remove the rule: the check then adds one that waits long enough.`,
      }),
    );
  }
  return issues;
}

function programIssues(check: ProcessCheck, service: SystemdService): readonly Issue[] {
  const stop = service.stopTimeout.toSeconds();
  const start = service.startTimeout.toSeconds();
  const programs: readonly [string, Program | undefined, number, string][] = [
    ['start', check.start, start, 'TimeoutStartSec'],
    ['stop', check.stop, stop, 'TimeoutStopSec'],
    ['restart', check.restart, stop + start, 'TimeoutStopSec + TimeoutStartSec'],
  ];
  const issues = programs.flatMap(([method, program, least, name]): Issue[] => {
    // Monit's default for these programs is 30 seconds.
    const seconds = program?.timeout?.toSeconds() ?? 30;
    if (program === undefined || seconds > least) return [];
    return [
      warning('monit/timeout-below-unit', [method, 'timeout'], {
        problem: `${seconds} s is not longer than the unit’s ${name} (${least} s)`,
        remedy: `Set more than ${least} s: otherwise Monit takes the program as failed while systemd is still working.`,
      }),
    ];
  });
  for (const [method, program] of programs) {
    if (program !== undefined) issues.push(...sandboxIssues([method], program, service.host));
  }
  return issues;
}

/** Warns about a user's own restart program: only the guard knows when the last restart was, so only its restarts are limited. */
function limitIssues(check: ProcessCheck, restart: MonitCheckProps['restart']): readonly Issue[] {
  if (restart === undefined || !check.rules.some((rule) => rule.action.action === 'restart')) return [];
  return [
    warning('monit/no-restart-limit', ['restart'], {
      problem: 'this program restarts the service whenever a rule fires, without a minimum time between restarts',
      remedy: 'Leave restart out: otherwise a leak that returns at once restarts the service in every cycle, and its jobs never finish.',
    }),
  ];
}

function ruleIssues({ rule, place }: PlacedRule, service: SystemdService): readonly Issue[] {
  return [rule.action, rule.recovery?.action].flatMap((action) => (action === undefined ? [] : actionIssues(action, place, service.host)));
}
