import type { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { Percent } from '../../values/percent';
import type { Place } from '../../values/place';
import { Size } from '../../values/size';
import { CHECK_KINDS, type CheckKind } from '../check-kind';
import { testRow, TESTS, type Test, type TestRow } from '../test-table';
import { LARGEST_NUMBER } from '../units';
import { contentIssues, pingIssues, portIssues, unixSocketIssues, urlIssues } from './connections';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { permissionIssues } from './httpd';
import { limitIssues, operatorIssues } from '../kinds/amount';
import { amountOf } from './amounts';
import { wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { checksumIssues } from '../kinds/issues/ssl';
import { accountIssues, literalIssues } from '../kinds/issues/text';

/** Issues of a rule's test in this kind of check: its operand, and limits that are always exceeded. */
export function* testIssues(place: Place, test: Test, check: CheckKind, host: Host): Issues {
  if (!Object.hasOwn(TESTS, test.test)) return yield* wordIssues([...place, 'test'], test.test, Object.keys(TESTS));
  const row = testRow(test.test);
  if (!row.checks.includes(check)) yield misplaced(place, test, check, row);
  yield* operandIssues(place, test, row, host);
  const since = row.since ?? (test.test === 'content' && check === 'program' ? '5.29' : undefined);
  if (since !== undefined) yield* newerThanHostIssues(place, `if ${row.words}`, since, host);
}

function misplaced(place: Place, test: Test, check: CheckKind, row: TestRow) {
  return error('monit/misplaced-test', place, {
    got: `${test.test}, in a ${check} check`,
    expected: `it in a check of kind ${CHECK_KINDS.filter((kind) => row.checks.includes(kind)).join(', ')}`,
    remedy: 'Use a test that Monit has in this check: it refuses the whole control file.',
  });
}

function* operandIssues(place: Place, test: Test, row: TestRow, host: Host): Issues {
  switch (test.test) {
    case 'port':
      return yield* portIssues(place, test, host);
    case 'url':
      return yield* urlIssues(place, test, host);
    case 'unixSocket':
      return yield* unixSocketIssues(place, test, host);
    case 'ping':
      return yield* pingIssues(place, test, host);
    case 'restarts':
      return yield* restartsIssues(place, test);
    case 'failedChecksum':
    case 'changedChecksum':
      return yield* hashIssues(place, test, host);
    default:
      yield* comparedIssues(place, test, row);
  }
}

function* comparedIssues(place: Place, test: Test, row: TestRow): Issues {
  const amount = amountOf(row.operand);
  if (amount !== undefined) {
    const { limit, operator } = test as Extract<Test, { readonly limit: unknown }>;
    yield* operatorIssues([...place, 'operator'], operator);
    yield* limitIssues([...place, 'limit'], limit, amount, row.words, row.perCore === true);
    yield* alwaysTrueIssues(place, operator, limit, row);
  }
  if ('limit' in test && 'within' in test) yield* withinIssues([...place, 'within'], test.within);
  if ('account' in test) yield* accountIssues([...place, 'account'], test.account);
  if ('attribute' in test) yield* literalIssues([...place, 'attribute'], test.attribute);
  if ('pattern' in test || 'patternFile' in test) yield* contentIssues(place, test);
  if ('permission' in test) yield* permissionIssues([...place, 'permission'], test.permission);
}

/** Measured values are never below zero, and those of a running process are almost never zero. */
function* alwaysTrueIssues(place: Place, operator: string, limit: unknown, row: TestRow): Issues {
  const share = limit instanceof Percent && row.perCore !== true && limit.value === 0;
  const size = limit instanceof Size && limit.toBytes() === 0;
  // A process may read or write nothing, a file may be empty, and swap may be unused.
  const always = operator === '>=' || (operator === '>' && /memory|totalmem|cpu/.test(row.words));
  if (!always || !(share || size)) return;
  yield error('monit/always-true', [...place, 'limit'], {
    got: `if ${row.words} ${operator} ${show(limit)}`,
    expected: 'a limit above 0',
    remedy: 'Give the limit that is meant: this one is exceeded in every cycle.',
  });
}

function* restartsIssues(place: Place, { restarts, within }: Extract<Test, { readonly test: 'restarts' }>): Issues {
  yield* wholeNumberIssues('monit/number', [...place, 'within'], within, [1, LARGEST_NUMBER], 'Give whole cycles.');
  const most = Number.isInteger(within) && within >= 1 ? within : LARGEST_NUMBER;
  yield* wholeNumberIssues(
    'monit/number',
    [...place, 'restarts'],
    restarts,
    [1, most],
    'Give no more restarts than cycles: Monit refuses it.',
  );
}

function* hashIssues(place: Place, test: Extract<Test, { readonly test: 'failedChecksum' | 'changedChecksum' }>, host: Host): Issues {
  if (test.hash !== undefined) {
    yield* wordIssues([...place, 'hash'], test.hash, ['md5', 'sha1', 'sha256']);
    if (test.hash === 'sha256') yield* newerThanHostIssues([...place, 'hash'], 'sha256 checksum', '6.0', host);
  }
  if (!('expect' in test) || test.expect === undefined) return;
  yield* checksumIssues([...place, 'expect'], test.expect, test.hash, host);
}

/** Monit remembers the traffic of an hour by minutes, and of a day by hours. */
function* withinIssues(place: Place, within: Duration): Issues {
  const seconds = within.toSeconds();
  const minutes = seconds >= 60 && seconds <= 3600 && seconds % 60 === 0;
  const hours = seconds >= 3600 && seconds <= 86_400 && seconds % 3600 === 0;
  if (minutes || hours) return;
  yield error('monit/traffic-window', place, {
    got: String(within),
    expected: '1 to 60 minutes, or 1 to 24 hours',
    remedy: 'Give one of these: Monit remembers no other traffic, and refuses the whole control file.',
  });
}
