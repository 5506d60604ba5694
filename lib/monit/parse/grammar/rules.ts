import type { Action } from '../../actions';
import { misreading } from '../../kinds/parse/issue';
import type { Rule } from '../../model';
import { testRow, type Test } from '../../test-table';
import { parseChecksum } from '../../operands/checksums';
import { parseRestarts } from '../../operands/restarts';
import { action, rate, recovery } from './actions';
import { parseConnection, upcomingConnection } from '../../connections/connection';
import type { Context } from '../../kinds/parse/context';
import { failedLink, matchTest, test } from './tests';

/** Parses `if … then …`, from its first token. */
export function rule(context: Context): Rule {
  const { cursor } = context;
  const start = cursor.expect('IF');
  if (cursor.comes('NUMBER')) return limited(context);
  const [what, good] = about(context);
  const often = rate(context);
  cursor.expect('THEN');
  const done = action(context);
  // Monit's grammar accepts a recovery of "changed permission", but Monit does nothing with it.
  const ignored = what.test === 'changedPermission';
  const back = testRow(what.test).recovers || ignored ? recovery(context, good) : undefined;
  if (ignored && back !== undefined) {
    context.issues.push(
      misreading('monit/ignored-recovery', start.line, {
        severity: 'warning',
        problem: 'Monit never runs the recovery of "if changed permission"',
        remedy: 'Remove the recovery: Monit accepts it without a warning.',
      }),
    );
  }
  return {
    test: what,
    ...(often === undefined ? {} : { rate: often }),
    action: done,
    ...(back === undefined || ignored ? {} : { recovery: back }),
  } as Rule;
}

/** Parses the test of a rule; the flag is true if the test is about a good state. */
function about(context: Context): [Test, boolean] {
  const { cursor, check } = context;
  const connection = upcomingConnection(context);
  if (connection !== undefined && testRow(connection).checks.includes(check!)) {
    const made = parseConnection(context, connection);
    return [made, 'is' in made && made.is === 'succeeded'];
  }
  if (check === 'file' && isChecksum(context)) return [parseChecksum(context), false];
  if (check === 'file' && (cursor.comes('MATCH') || cursor.comes('NOT', 'MATCH'))) return [matchTest(context), false];
  if (check === 'network' && cursor.comes('FAILED', 'LINK')) return [failedLink(context), false];
  const made = test(context);
  return [made, testRow(made.test).good === true];
}

function isChecksum({ cursor }: Context): boolean {
  const hashes = ['CHECKSUM', 'MD5HASH', 'SHA1HASH'];
  return ['FAILED', 'CHANGED'].some((word) => hashes.some((kind) => cursor.comes(word, kind)));
}

/** Parses `if 5 restarts within 5 cycles then timeout`. */
function limited(context: Context): Rule {
  const { cursor } = context;
  const { value, report } = parseRestarts(context);
  cursor.expect('THEN');
  const timedOut = cursor.accept('TIMEOUT') !== undefined;
  const done: Action = timedOut ? { action: 'unmonitor' } : action(context);
  report();
  return { test: { test: 'restarts', ...value }, action: done };
}
