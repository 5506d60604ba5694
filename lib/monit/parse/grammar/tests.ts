import { misreading } from '../../kinds/parse/issue';
import { CHECK_KINDS, type CheckKind } from '../../check-kind';
import { TESTS, testRow, type Test, type TestKind } from '../../test-table';
import { lexed } from '../../lexer/lexer';
import { operandRow } from '../../operands/table';
import type { Context } from '../../kinds/parse/context';

interface Candidate {
  readonly kind: TestKind;
  readonly words: readonly string[];
  readonly parse: (context: Context) => unknown;
}

const candidateOf = (kind: TestKind): Candidate | undefined => {
  const row = testRow(kind);
  const { parse } = operandRow(row.operand);
  if (parse === undefined || row.perCore === true || row.words === '' || newerThanGrammar(row.since)) return undefined;
  return { kind, parse, words: lexed(row.words).tokens.map((token) => token.kind) };
};

/** True if the test is newer than the grammar, which is that of Monit 5.33. */
function newerThanGrammar(since: string | undefined): boolean {
  return since !== undefined && since !== '5.28';
}

/** Rank among tests with the same words: bytes need no unit, so tests that need one are tried first. */
function rank(kind: TestKind): number {
  return /^(?:operations|packets)/.test(testRow(kind).operand) ? 0 : 1;
}

/** True for a load average in a process check: Monit's grammar accepts it, but each cycle then logs an error. */
const LOAD_IN_PROCESS = (kind: TestKind, check: CheckKind): boolean => check === 'process' && testRow(kind).operand === 'load';

const CANDIDATES = Object.fromEntries(
  CHECK_KINDS.map((check) => [
    check,
    (Object.keys(TESTS) as TestKind[])
      .filter((kind) => testRow(kind).checks.includes(check) || LOAD_IN_PROCESS(kind, check))
      .map(candidateOf)
      .filter((candidate) => candidate !== undefined)
      .sort((one, other) => other.words.length - one.words.length || rank(one.kind) - rank(other.kind)),
  ]),
) as unknown as Readonly<Record<CheckKind, readonly Candidate[]>>;

/** Tests that Monit's grammar allows in one rule, of which it keeps the last. */
const JOINABLE = /^(?:cpu|totalcpu|memory|totalmem|swap|threads|children|loadavg|(?:disk )?(?:read|write))/;

/** Parses a test of the table: `cpu > 50%`. Of several tests it returns the last, as Monit does. */
export function test(context: Context): Test {
  const first = one(context);
  let last = first;
  while (joinable(context, last.test)) {
    const line = context.cursor.next!.line;
    const replaced = last;
    context.cursor.insert('and');
    last = one(context);
    context.issues.push(
      misreading('monit/replaced-test', line, {
        severity: 'error',
        problem: `"${testRow(replaced.test).words} …" and "${testRow(last.test).words} …" are in one rule`,
        remedy: 'Write a rule for each test: Monit silently keeps only the last.',
      }),
    );
  }
  return last;
}

function joinable(context: Context, before: TestKind): boolean {
  const { cursor, check } = context;
  if (check !== 'process' && check !== 'system') return false;
  if (!JOINABLE.test(testRow(before).words)) return false;
  return CANDIDATES[check].some(({ kind, words }) => JOINABLE.test(testRow(kind).words) && cursor.comes(...words));
}

function one(context: Context): Test {
  const { cursor, check } = context;
  for (const { kind, words, parse } of CANDIDATES[check!]) {
    const made = cursor.attempt(() => {
      for (const word of words) cursor.expect(word);
      spell(context, kind, words.length);
      return { test: kind, ...(parse(context) as object) } as Test;
    });
    if (made !== undefined) return made;
  }
  return cursor.fail();
}

/** Writes the words of a test in their canonical spelling: `does not exist`, not `not exist`. */
function spell({ cursor }: Context, kind: TestKind, pieces: number): void {
  cursor.drop(pieces);
  cursor.insert(testRow(kind).words);
}

/** Parses `match "…"`, the syntax before `content` existed. */
export function matchTest(context: Context): Test {
  const { cursor } = context;
  const not = cursor.accept('NOT') !== undefined;
  cursor.expect('MATCH');
  const token = cursor.expect('STRING', 'PATH');
  const compare = not ? '!=' : '=';
  return token.kind === 'STRING'
    ? { test: 'content', operator: compare, pattern: token.value }
    : { test: 'contentFromFile', operator: compare, patternFile: token.value };
}

/** Parses `failed link`, the only form in 5.27. */
export function failedLink({ cursor }: Context): Test {
  cursor.expect('FAILED');
  cursor.expect('LINK');
  return { test: 'linkDown' };
}
