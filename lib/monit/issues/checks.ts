import { show } from '../../values/issue';
import type { Check, ProcessCheck, ProgramCheck } from '../model';
import { everyIssues } from './every';
import { hiddenPathIssues, type Host } from './host';
import { programIssues } from './programs';
import { at, error, issue, nameOfPlace, type Issues } from './report';
import { ruleIssues } from './rules';
import { groupIssues, nameIssues, pathIssues, patternIssues } from './text';

/** One check, by itself. */
export function* checkIssues(check: Check, host: Host): Issues {
  const place = nameOfPlace(check.name);
  yield* nameIssues(at(place, 'name'), check.name);
  if (check.statement === 'check process') yield* processIssues(place, check, host);
  else yield* programCheckIssues(place, check, host);
  for (const method of ['start', 'stop', 'restart'] as const) {
    const program = check[method];
    if (program !== undefined) yield* programIssues(at(place, method), program, host);
  }
  if (check.every !== undefined) yield* everyIssues(at(place, 'every'), check.every, host);
  for (const [index, group] of (check.groups ?? []).entries()) yield* groupIssues(at(place, 'groups', index), group);
  yield* dependencyIssues(place, check);
  yield* ruleIssues(place, check, host);
}

function* processIssues(place: string, check: ProcessCheck, host: Host): Issues {
  if (check.pidfile === undefined) {
    yield* patternIssues(at(place, 'matching'), check.matching);
  } else {
    yield* pathIssues(at(place, 'pidfile'), check.pidfile);
    yield* hiddenPathIssues(at(place, 'pidfile'), check.pidfile, host);
  }
  const startable = check.start !== undefined || check.restart !== undefined;
  if (!startable || check.mode === 'passive' || check.rules.some(({ test }) => test.test === 'doesNotExist')) return;
  yield issue('warning', 'implicit-restart', at(place, 'rules'), {
    got: 'no rule about a process that is gone',
    expected: 'a rule with when.doesNotExist()',
    remedy: 'Say what is to happen: Monit else adds "if does not exist then restart", and undoes what an operator or a slow boot does',
  });
}

function* programCheckIssues(place: string, check: ProgramCheck, host: Host): Issues {
  yield* programIssues(at(place, 'program'), check.program, host);
  if (check.rules.length > 0) return;
  yield error('program-check-without-rule', at(place, 'rules'), {
    got: 'no rule',
    expected: 'a rule about the status or the content',
    remedy: 'Add one, when.status.notEqual(0) for example: Monit refuses the whole control file without it',
  });
}

function* dependencyIssues(place: string, check: Check): Issues {
  for (const [index, name] of (check.dependsOn ?? []).entries()) {
    const here = at(place, 'dependsOn', index);
    yield* nameIssues(here, name);
    if (name.toLowerCase() !== check.name.toLowerCase()) continue;
    yield error('depends-on-itself', here, {
      got: show(name),
      expected: 'the name of another check',
      remedy: 'Remove it: Monit refuses the whole control file for a loop',
    });
  }
}
