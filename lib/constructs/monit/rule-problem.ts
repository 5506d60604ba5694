import type { CheckKind } from '../../monit';
import { TESTS } from '../../monit/test-table';
import { show } from '../../values';
import { listOf, text } from '../props/prop-kinds';
import { isRecord } from '../props/read-props';

/**
 * Describes why a value isn't a rule for such a check at all. The limits and texts of a rule are validated with the control file. A rule
 * built with `when` can lack only its last step; any other fault is in a rule written by hand.
 *
 * @returns text that follows "this rule" in a message; undefined when the value is a rule
 */
export function ruleProblem(rule: unknown, check: CheckKind = 'process'): string | undefined {
  if (!isRecord(rule)) return 'is not an object';
  if (typeof rule.do === 'function') return 'has no action yet';
  return testProblem(rule.test, check) ?? rateProblem(rule.rate) ?? ownActionProblem(rule.action) ?? recoveryProblem(rule.recovery);
}

function testProblem(test: unknown, check: CheckKind): string | undefined {
  if (!isRecord(test)) return 'has no test';
  const kind = Object.entries(TESTS).find(([name]) => name === test.test);
  if (kind === undefined) return `has the test ${show(test.test)}, which Monit does not have`;
  const [, { operand, checks }] = kind;
  if (!checks.some((each) => each === check)) return `is for a ${checks[0]} check, not a ${check} check`;
  if (operand === 'attribute') return typeof test.attribute === 'string' ? undefined : 'has an attribute that is not a string';
  if (operand === 'account')
    return ['string', 'number'].includes(typeof test.account) ? undefined : 'has an account that is neither a name nor an id';
  return undefined;
}

function rateProblem(rate: unknown): string | undefined {
  return rate === undefined || isRecord(rate) ? undefined : 'has a rate that is not an object';
}

/**
 * Describes why a value isn't an action.
 *
 * @returns text that follows the value, or the rule that has it; undefined when the value is an action
 */
export function actionProblem(action: unknown): string | undefined {
  if (!isRecord(action)) return 'is not an action';
  if (action.action !== 'exec') {
    return ['alert', 'start', 'stop', 'restart', 'unmonitor', 'ignore'].some((name) => name === action.action)
      ? undefined
      : `has the action ${show(action.action)}, which Monit does not have`;
  }
  return listOf(text).problem(action.argv) === undefined ? undefined : 'runs a command that is not a list of strings';
}

function ownActionProblem(action: unknown): string | undefined {
  return isRecord(action) ? actionProblem(action) : 'has no action';
}

function recoveryProblem(recovery: unknown): string | undefined {
  if (recovery === undefined) return undefined;
  return isRecord(recovery) ? (rateProblem(recovery.rate) ?? ownActionProblem(recovery.action)) : 'has a recovery that is not an object';
}
