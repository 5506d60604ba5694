import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { placeText, type Place } from '../../values/place';
import type { Action, ServiceAction } from '../actions';
import type { Check, Rate, Rule } from '../model';
import type { CheckKind } from '../check-kind';
import { testRow, TESTS } from '../test-table';
import { LARGEST_NUMBER } from '../units';
import { placeOfRule, type Origins } from '../model/places';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { timeoutIssues } from '../kinds/issues/timeout';
import { argvIssues, identityIssues } from './programs';
import { wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { testIssues } from './tests';

/** Monit keeps the results of the last cycles as the bits of a 64-bit number. */
const MOST_CYCLES = 64;

const ACTIONS = ['alert', 'start', 'stop', 'restart', 'unmonitor', 'ignore', 'exec'];

/** Issues of each of a check's rules, and of all rules together. */
export function* ruleIssues(place: Place, check: Check, host: Host, origins: Origins | undefined): Issues {
  for (const [index, rule] of check.rules.entries()) {
    const here = placeOfRule(rule, index, place, origins);
    yield* testIssues([...here, 'test'], rule.test, check.statement.slice('check '.length) as CheckKind, host);
    yield* shapeIssues(here, rule);
    yield* crashIssues(here, rule);
    if (rule.rate !== undefined) yield* rateIssues([...here, 'rate'], rule.rate);
    yield* actionIssues([...here, 'action'], rule.action, check, host);
    if (rule.recovery === undefined) continue;
    yield* actionIssues([...here, 'recovery', 'action'], rule.recovery.action, check, host);
    if (rule.recovery.rate !== undefined) yield* rateIssues([...here, 'recovery', 'rate'], rule.recovery.rate);
  }
  yield* replacedIssues(place, check.rules, origins);
}

/** Monit frees the command once for each pattern. In tests, 5.33, 5.34 and 6.0 crash in `-tv` and at the first match, 5.27 doesn't. */
function* crashIssues(place: Place, { test, action }: Rule): Issues {
  if (test.test !== 'contentFromFile' || action.action !== 'exec') return;
  yield error('monit/crashes-monit', [...place, 'action'], {
    problem: `exec for a pattern from ${show(test.patternFile)} crashes Monit 5.33 to 6.0 at the first matching line`,
    remedy: 'Write a rule with when.content.matches() for each pattern, or use another action.',
  });
}

/** Reports to JavaScript users what the compiler reports to others. */
function* shapeIssues(place: Place, rule: Rule): Issues {
  if (!Object.hasOwn(TESTS, rule.test.test)) return;
  const { recovers, rated, words } = testRow(rule.test.test);
  const surplus = [
    ...(rule.recovery !== undefined && !recovers ? ['recovery'] : []),
    ...(rule.rate !== undefined && rated === false ? ['rate'] : []),
  ];
  for (const part of surplus) {
    yield error('monit/ignored-option', [...place, part], {
      problem: `"if ${words === '' ? rule.test.test : words}" can’t have a ${part}`,
      remedy: 'Remove it: Monit rejects the whole control file, or ignores it.',
    });
  }
}

function* rateIssues(place: Place, rate: Rate): Issues {
  const within = 'cycles' in rate ? rate.cycles : rate.within;
  const remedy = 'Use a number in that range: Monit remembers the results of 64 cycles.';
  yield* wholeNumberIssues('monit/invalid-rate', [...place, 'cycles' in rate ? 'cycles' : 'within'], within, [1, MOST_CYCLES], remedy);
  if ('times' in rate) {
    const most = Number.isInteger(within) && within >= 1 ? Math.min(within, MOST_CYCLES) : MOST_CYCLES;
    const remedyOfTimes = 'Use no more times than cycles: Monit rejects the whole control file otherwise.';
    yield* wholeNumberIssues('monit/invalid-rate', [...place, 'times'], rate.times, [1, most], remedyOfTimes);
  }
}

function* actionIssues(place: Place, action: Action, check: Check, host: Host): Issues {
  switch (action.action) {
    case 'exec':
      yield* argvIssues([...place, 'argv'], action.argv);
      yield* identityIssues(place, action, host);
      if (action.timeout !== undefined) {
        yield* timeoutIssues([...place, 'timeout'], action.timeout);
        yield* newerThanHostIssues([...place, 'timeout'], 'exec … timeout', '5.34', host);
      }
      if (action.repeatEvery !== undefined) {
        const remedy = 'Use a number of cycles, or leave repeatEvery out to run the program once per failure.';
        yield* wholeNumberIssues('monit/invalid-repeat-every', [...place, 'repeatEvery'], action.repeatEvery, [1, LARGEST_NUMBER], remedy);
      }
      return;
    case 'restart':
      yield* restartIssues(place, check);
      return;
    case 'start':
    case 'stop':
      if (check[action.action] === undefined) yield missingProgram(place, action.action, `\`${action.action}\``);
      return;
    case 'ignore':
      return yield* newerThanHostIssues(place, 'then ignore', '5.34', host);
    case 'alert':
    case 'unmonitor':
      return;
    default:
      yield* wordIssues(place, (action as ServiceAction).action, ACTIONS);
  }
}

function* restartIssues(place: Place, check: Check): Issues {
  if (check.restart !== undefined) return;
  if (check.start === undefined || check.stop === undefined) {
    yield missingProgram(place, 'restart', '`restart`, or `start` and `stop`');
  }
}

function missingProgram(place: Place, action: string, properties: string) {
  return error('monit/missing-program', place, {
    problem: `"${action}" has no program to run`,
    remedy: `Set ${properties} in the check: without a program, Monit logs a line and does nothing.`,
  });
}

function* replacedIssues(place: Place, rules: readonly Rule[], origins: Origins | undefined): Issues {
  const seen = new Map<string, number>();
  for (const [index, rule] of rules.entries()) {
    const { test } = rule;
    if (!Object.hasOwn(TESTS, test.test)) continue;
    const { words, once } = testRow(test.test);
    const earlier = seen.get(test.test);
    if (once === true && earlier !== undefined) {
      yield error('monit/replaced-rule', placeOfRule(rules[earlier]!, earlier, place, origins), {
        problem: `"if ${words}" is repeated in ${placeText(placeOfRule(rule, index, [], origins))}`,
        remedy: 'Remove one of the two rules: Monit silently keeps only the last.',
      });
    }
    seen.set(test.test, index);
  }
}
