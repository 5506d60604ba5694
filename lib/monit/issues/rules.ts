import { show } from '../../values/issue';
import type { Action } from '../actions';
import type { Check, Rate, Rule } from '../model';
import { testRow } from '../tests';
import { LARGEST_NUMBER } from '../units';
import type { Host } from './host';
import { argvIssues, identityIssues } from './programs';
import { at, error, issue, wholeNumberIssues, type Issues } from './report';
import { testIssues } from './tests';

/** Monit keeps the results of the last cycles as the bits of a 64-bit number. */
const MOST_CYCLES = 64;

/** The rules of a check, each by itself and all together. */
export function* ruleIssues(place: string, check: Check, host: Host): Issues {
  for (const [index, rule] of check.rules.entries()) {
    const here = at(place, 'rules', index);
    yield* testIssues(at(here, 'test'), rule.test, host);
    if (rule.rate !== undefined) yield* rateIssues(at(here, 'rate'), rule.rate);
    yield* actionIssues(at(here, 'action'), rule.action, check, host);
    if (rule.recovery === undefined) continue;
    yield* actionIssues(at(here, 'recovery.action'), rule.recovery.action, check, host);
    if (rule.recovery.rate !== undefined) yield* rateIssues(at(here, 'recovery.rate'), rule.recovery.rate);
  }
  yield* replacedIssues(place, check.rules);
}

function* rateIssues(property: string, rate: Rate): Issues {
  const within = 'cycles' in rate ? rate.cycles : rate.within;
  const remedy = 'Give whole cycles: Monit remembers 64 of them';
  yield* wholeNumberIssues('rate', at(property, 'cycles' in rate ? 'cycles' : 'within'), within, [1, MOST_CYCLES], remedy);
  if ('times' in rate) {
    const most = Number.isInteger(within) && within >= 1 ? Math.min(within, MOST_CYCLES) : MOST_CYCLES;
    yield* wholeNumberIssues('rate', at(property, 'times'), rate.times, [1, most], 'Give no more times than cycles');
  }
}

function* actionIssues(place: string, action: Action, check: Check, host: Host): Issues {
  switch (action.action) {
    case 'exec':
      yield* argvIssues(at(place, 'argv'), action.argv);
      yield* identityIssues(place, action, host);
      if (action.repeatEvery !== undefined) {
        const remedy = 'Give whole cycles, or leave it out to run the program once per failure';
        yield* wholeNumberIssues('repeat-every', at(place, 'repeatEvery'), action.repeatEvery, [1, LARGEST_NUMBER], remedy);
      }
      return;
    case 'restart':
      yield* restartIssues(place, check);
      return;
    case 'start':
    case 'stop':
      if (check[action.action] === undefined) yield missingProgram(place, action.action, `a ${action.action} program`);
      return;
    case 'alert':
    case 'unmonitor':
  }
}

function* restartIssues(place: string, check: Check): Issues {
  if (check.restart !== undefined) return;
  if (check.start === undefined || check.stop === undefined) {
    yield missingProgram(place, 'restart', 'a restart program, or a start program and a stop program');
    return;
  }
  yield issue('warning', 'restart-without-program', place, {
    got: 'restart, by the stop program and then the start program',
    expected: 'a restart program',
    remedy: 'Give `restart`: between stop and start the service is down, and stays so if the stop takes too long or Monit ends there',
  });
}

function missingProgram(place: string, action: string, expected: string) {
  return error('missing-program', place, {
    got: `${action}, without a program for it`,
    expected,
    remedy: 'Give the check that program: without it Monit logs a line and does nothing',
  });
}

function* replacedIssues(place: string, rules: readonly Rule[]): Issues {
  const seen = new Map<string, number>();
  for (const [index, { test }] of rules.entries()) {
    const { words, once } = testRow(test.test);
    const earlier = seen.get(test.test);
    if (once === true && earlier !== undefined) {
      yield error('replaced-rule', at(place, 'rules', earlier), {
        got: `"if ${words}" here and again in rules[${index}]`,
        expected: `one "if ${words}" in a check`,
        remedy: `Remove one: Monit keeps only the last ${show(words)} and says nothing`,
      });
    }
    seen.set(test.test, index);
  }
}
