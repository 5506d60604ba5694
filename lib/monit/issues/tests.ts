import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { Percent } from '../../values/percent';
import { Size } from '../../values/size';
import { decimal } from '../escape';
import { testRow, type Test, type TestRow } from '../tests';
import { LARGEST_NUMBER, SIZE_UNITS, wraps } from '../units';
import { newerThanHostIssues, type Host } from './host';
import { at, error, issue, wholeNumberIssues, type Issues } from './report';
import { accountIssues, literalIssues, patternIssues } from './text';

/** One test of a rule: what it compares with, and what it does that its words don't tell. */
export function* testIssues(place: string, test: Test, host: Host): Issues {
  const row = testRow(test.test);
  if ('limit' in test) {
    yield* limitIssues(at(place, 'limit'), test.limit, row);
    yield* alwaysTrueIssues(place, test, row);
  }
  if ('account' in test) yield* accountIssues(at(place, 'account'), test.account);
  if ('attribute' in test) yield* literalIssues(at(place, 'attribute'), test.attribute);
  if ('pattern' in test) yield* patternIssues(at(place, 'pattern'), test.pattern);
  if (row.since !== undefined) yield* newerThanHostIssues(place, `if ${row.words}`, row.since, host);
  yield* surpriseIssues(place, test);
}

type Limit = number | Percent | Size | Duration;

/** The kinds of limit that an operand takes, and how one is written. */
const LIMITS: Partial<Record<TestRow['operand'], { readonly words: string; readonly takes: (limit: unknown) => boolean }>> = {
  percent: { words: 'Percent.of(65)', takes: (limit) => limit instanceof Percent },
  sizeOrPercent: {
    words: 'Size.mebibytes(800) or Percent.of(40)',
    takes: (limit) => limit instanceof Size || limit instanceof Percent,
  },
  count: { words: '100', takes: isNumber },
  countOrPercent: { words: '100 or Percent.of(80)', takes: (limit) => isNumber(limit) || limit instanceof Percent },
  duration: { words: 'Duration.hours(1)', takes: (limit) => limit instanceof Duration },
  sizePerSecond: { words: 'Size.mebibytes(10)', takes: (limit) => limit instanceof Size },
  operationsPerSecond: { words: '100', takes: isNumber },
};

function isNumber(limit: unknown): boolean {
  return typeof limit === 'number';
}

function* limitIssues(property: string, limit: Limit, row: TestRow): Issues {
  const kind = LIMITS[row.operand];
  if (kind !== undefined && !kind.takes(limit)) {
    yield error('limit', property, {
      got: show(limit),
      expected: `a limit for "${row.words}" like ${kind.words}`,
      remedy: 'Say what is counted: a number without its unit means something else to Monit',
    });
  } else if (limit instanceof Percent) yield* percentIssues(property, limit, row.perCore === true);
  else if (limit instanceof Size) yield* sizeIssues(property, limit);
  else if (limit instanceof Duration) yield* durationIssues(property, limit);
  else yield* wholeNumberIssues('limit', property, limit, [0, LARGEST_NUMBER], 'Give a number that Monit can count to');
}

/** What Monit measures is never below zero, and of a process that runs hardly ever zero. */
function* alwaysTrueIssues(place: string, test: Extract<Test, { readonly limit: unknown }>, row: TestRow): Issues {
  const { operator, limit } = test;
  const share = limit instanceof Percent && row.perCore !== true && limit.value === 0;
  const size = limit instanceof Size && limit.toBytes() === 0;
  // A process may well read or write nothing.
  const always = operator === '>=' || (operator === '>' && row.operand !== 'sizePerSecond');
  if (!always || !(share || size)) return;
  yield error('always-true', at(place, 'limit'), {
    got: `if ${row.words} ${operator} ${show(limit)}`,
    expected: 'a limit above 0',
    remedy: 'Give the limit that is meant: this one is exceeded in every cycle',
  });
}

function* percentIssues(property: string, percent: Percent, perCore: boolean): Issues {
  const { value } = percent;
  const most = perCore ? LARGEST_NUMBER : 100;
  const inRange = percent.problem() === undefined && value <= most && (value > 0 || !perCore);
  if (!inRange) {
    yield error('percent', property, {
      got: String(percent),
      expected: perCore ? 'more than 0 %' : 'from 0 to 100 %: it is a share of all that the host or the process has',
      remedy: 'Give a share that can be reached',
    });
  } else if (Number(decimal(value)) !== value) {
    yield error('percent', property, {
      got: String(percent),
      expected: 'at most six digits behind the point',
      remedy: 'Round it: Monit reads the number in single precision',
    });
  }
}

function* sizeIssues(property: string, size: Size): Issues {
  const problem = size.problem();
  if (problem === undefined && !wraps(size.toBytes(), SIZE_UNITS)) return;
  yield error('size', property, {
    got: `${String(size)}, which ${problem ?? 'no unit of Monit holds'}`,
    expected: 'whole bytes; from 2 GiB on whole KiB, from 2 TiB on whole MiB',
    remedy: 'Round it to whole KiB or MiB: Monit reads the number into 32 bits and would test for another one',
  });
}

function* durationIssues(property: string, duration: Duration): Issues {
  const problem = duration.problem();
  const seconds = duration.toSeconds();
  if (problem === undefined && Number.isInteger(seconds) && seconds <= LARGEST_NUMBER) return;
  yield error('duration', property, {
    got: problem === undefined ? String(duration) : `${String(duration)}, which ${problem}`,
    expected: `whole seconds, from 0 to ${LARGEST_NUMBER}`,
    remedy: 'Give whole seconds: Monit counts no fractions',
  });
}

function* surpriseIssues(place: string, test: Test): Issues {
  if (test.test === 'changedPid') {
    yield issue('info', 'changed-pid-fires-on-deploy', place, {
      got: 'if changed pid, which every restart of the service meets, a deploy too',
      expected: 'a rule that only what is wrong meets',
      remedy: 'To hear of crashes only, count the restarts by systemd (NRestarts) in a program check',
    });
  }
  if (test.test === 'cpu' || test.test === 'totalCpu') {
    yield issue('warning', 'cpu-is-share-of-all-cores', place, {
      got: `if ${testRow(test.test).words} ${test.operator} ${show(test.limit)}`,
      expected: 'a share of one core: Monit divides by all of them, and one busy thread of four cores is 25 %',
      remedy: `Use when.${test.test}PerCore: the share is then computed on the host`,
    });
  }
}
