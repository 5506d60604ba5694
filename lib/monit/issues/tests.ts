import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { CHECK_KINDS, type CheckKind } from '../check-kind';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { wordIssues, type Issues } from '../kinds/issues/report';
import { operandRow } from '../operands/table';
import { testRow, TESTS, type Test, type TestRow } from '../test-table';

/** Issues of a rule's test in this kind of check: its operand, and limits that are always met. */
export function* testIssues(place: Place, test: Test, check: CheckKind, host: Host): Issues {
  if (!Object.hasOwn(TESTS, test.test)) return yield* wordIssues([...place, 'test'], test.test, Object.keys(TESTS));
  const row = testRow(test.test);
  if (!row.checks.includes(check)) yield misplaced(place, test, check, row);
  yield* operandRow(row.operand).issues(place, test, row, host);
  const since = row.since ?? (test.test === 'content' && check === 'program' ? '5.29' : undefined);
  if (since !== undefined) yield* newerThanHostIssues(place, `if ${row.words}`, since, host);
}

function misplaced(place: Place, test: Test, check: CheckKind, row: TestRow) {
  return error('monit/misplaced-test', place, {
    problem: `Monit has no test "${test.test}" in a ${check} check, and rejects the whole control file`,
    remedy: `Remove it, or move it to a check of another kind: ${CHECK_KINDS.filter((kind) => row.checks.includes(kind)).join(', ')}.`,
  });
}
