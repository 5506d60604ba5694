import type { Action } from '../actions';
import { decimal } from '../escape';
import type { Rate, Recovery, Rule } from '../model';
import { testRow, type Test } from '../test-table';
import { command } from './command';
import { condition } from './test';

/** Renders `if … then …`. */
export function rule(given: Rule): string {
  return `if ${condition(given.test)}${rate(given.rate)} then ${action(given.action)}${recovery(given.test, given.recovery)}`;
}

function rate(given: Rate | undefined): string {
  if (given === undefined) return '';
  if ('cycles' in given) return ` for ${decimal(given.cycles)} cycles`;
  return ` for ${decimal(given.times)} times within ${decimal(given.within)} cycles`;
}

function recovery(test: Test, given: Recovery | undefined): string {
  if (given === undefined) return '';
  const good = testRow(test.test).good === true || ('is' in test && test.is === 'succeeded');
  return ` else if ${good ? 'failed' : 'succeeded'}${rate(given.rate)} then ${action(given.action)}`;
}

function action(given: Action): string {
  if (given.action !== 'exec') return given.action;
  const repeat = given.repeatEvery === undefined ? '' : ` repeat every ${decimal(given.repeatEvery)} cycles`;
  return `exec ${command(given)}${repeat}`;
}
