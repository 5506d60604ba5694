import type { Check, ControlFile, Statement } from '../model';
import { CHECK_KINDS } from '../check-kind';
import { refusal, type ParseIssue, type Where } from '../kinds/parse/issue';
import type { Lines } from './lines';

/**
 * Problems for which Monit rejects a file as a whole, after it has read all of it. Monit reports no line then; ours is that of the check.
 */
export function wholeFileRefusals({ statements }: ControlFile, lines: Lines): ParseIssue[] {
  const checks = statements.filter(isCheck);
  const lineOf = (check: Check): Where => ({ line: lines.get(check)?.line ?? 1 });
  return [...names(checks, lineOf), ...incomplete(checks, lineOf), ...dependencies(checks, statements, lineOf)];
}

function isCheck(statement: Statement): statement is Check {
  return CHECK_KINDS.some((kind) => statement.statement === `check ${kind}`);
}

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function names(checks: readonly Check[], lineOf: (check: Check) => Where): ParseIssue[] {
  const seen = new Set<string>();
  return checks.flatMap((check) => {
    const key = keyOf(check.name);
    const again = seen.has(key);
    seen.add(key);
    if (check.name.startsWith('/'))
      return [refusal('monit/refused-value', lineOf(check), `the name ${JSON.stringify(check.name)}`, 'one without / before it')];
    return again
      ? [refusal('monit/refused-value', lineOf(check), `the name ${JSON.stringify(check.name)} again`, 'one name for each check')]
      : [];
  });
}

function incomplete(checks: readonly Check[], lineOf: (check: Check) => Where): ParseIssue[] {
  return checks.flatMap((check) => {
    const tests = check.rules.map(({ test }) => test.test);
    if (check.statement === 'check host' && !tests.some((test) => ['port', 'url', 'ping'].includes(test))) {
      return [refusal('monit/refused-value', lineOf(check), 'a check of a host without a port, a URL or pings', 'one of them')];
    }
    if (check.statement === 'check program' && !tests.some((test) => ['status', 'changedStatus', 'content'].includes(test))) {
      return [refusal('monit/refused-value', lineOf(check), 'a check of a program without a status or a content', 'one of them')];
    }
    if (check.statement === 'check network' && tests.includes('linkUp') && tests.includes('linkDown')) {
      return [refusal('monit/refused-value', lineOf(check), 'a link that may be neither up nor down', 'one of the two')];
    }
    return [];
  });
}

/** Dependencies on unknown checks, if no other file can have them, and loops. */
function dependencies(checks: readonly Check[], statements: readonly Statement[], lineOf: (check: Check) => Where): ParseIssue[] {
  const byName = new Map(checks.map((check) => [keyOf(check.name), check]));
  const whole = !statements.some(({ statement }) => statement === 'include');
  return checks.flatMap((check) => {
    const missing = whole ? (check.dependsOn ?? []).filter((name) => !byName.has(keyOf(name))) : [];
    const unknown = missing.map((name) =>
      refusal('monit/refused-value', lineOf(check), `depends on ${JSON.stringify(name)}`, 'a check of the file'),
    );
    return loops(check, byName)
      ? [...unknown, refusal('monit/refused-value', lineOf(check), 'a check that waits for itself', 'no loop')]
      : unknown;
  });
}

function loops(check: Check, byName: ReadonlyMap<string, Check>): boolean {
  const seen = new Set<Check>();
  const reach = (from: Check): boolean =>
    (from.dependsOn ?? []).some((name) => {
      const next = byName.get(keyOf(name));
      if (next === check) return true;
      if (next === undefined || seen.has(next)) return false;
      seen.add(next);
      return reach(next);
    });
  return reach(check);
}
