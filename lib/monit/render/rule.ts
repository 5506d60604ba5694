import type { Action } from '../actions';
import { decimal } from '../escape';
import type { Rate, Recovery, Rule } from '../model';
import { testRow, type Test } from '../test-table';
import { command } from './command';
import { condition } from './test';

/** Renders `if … then …`. */
export function rule({ test, rate: often, action: what, recovery: back }: Rule): string {
  return `if ${condition(test)}${rate(often)} then ${action(what)}${recovery(test, back)}`;
}

function rate(often: Rate | undefined): string {
  if (often === undefined) return '';
  if ('cycles' in often) return ` for ${decimal(often.cycles)} cycles`;
  return ` for ${decimal(often.times)} times within ${decimal(often.within)} cycles`;
}

function recovery(test: Test, back: Recovery | undefined): string {
  if (back === undefined) return '';
  const good = testRow(test.test).good === true || ('is' in test && test.is === 'succeeded');
  return ` else if ${good ? 'failed' : 'succeeded'}${rate(back.rate)} then ${action(back.action)}`;
}

function action(what: Action): string {
  if (what.action !== 'exec') return what.action;
  const repeat = what.repeatEvery === undefined ? '' : ` repeat every ${decimal(what.repeatEvery)} cycles`;
  return `exec ${command(what)}${repeat}`;
}
