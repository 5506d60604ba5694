import type { Check, ControlFile, Statement } from '../model';
import { CHECK_KINDS } from '../check-kind';
import { refusal, type ParseIssue, type ParseIssueText, type Where } from '../kinds/parse/issue';
import type { Lines } from './lines';

/** Problems that Monit finds only after it has read the whole file. Monit reports no line for them; these issues have that of the check. */
export function wholeFileRefusals({ statements }: ControlFile, lines: Lines): ParseIssue[] {
  const checks = statements.filter(isCheck);
  const lineOf = (check: Check): Where => ({ line: lines.get(check)?.line ?? 1 });
  return [...names(checks, lineOf), ...incomplete(checks, lineOf), ...dependencies(checks, statements, lineOf)];
}

function isCheck(statement: Statement): statement is Check {
  return CHECK_KINDS.some((kind) => statement.statement === `check ${kind}`);
}

function rejected(where: Where, text: ParseIssueText): ParseIssue {
  return refusal('monit/refused-value', where, text);
}

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function names(checks: readonly Check[], lineOf: (check: Check) => Where): ParseIssue[] {
  const seen = new Set<string>();
  return checks.flatMap((check) => {
    const key = keyOf(check.name);
    const again = seen.has(key);
    seen.add(key);
    const name = JSON.stringify(check.name);
    if (check.name.startsWith('/'))
      return [rejected(lineOf(check), { problem: `the name ${name} starts with a slash`, remedy: 'Remove the slash.' })];
    return again ? [rejected(lineOf(check), { problem: `the name ${name} is already taken`, remedy: 'Choose another name.' })] : [];
  });
}

function incomplete(checks: readonly Check[], lineOf: (check: Check) => Where): ParseIssue[] {
  return checks.flatMap((check) => {
    const tests = check.rules.map(({ test }) => test.test);
    if (check.statement === 'check host' && !tests.some((test) => ['port', 'url', 'ping'].includes(test))) {
      return [
        rejected(lineOf(check), { problem: 'no rule tests a port, a URL or pings', remedy: 'Add such a rule, like "if failed ping".' }),
      ];
    }
    if (check.statement === 'check program' && !tests.some((test) => ['status', 'changedStatus', 'content'].includes(test))) {
      return [
        rejected(lineOf(check), {
          problem: 'no rule tests the exit status or the output',
          remedy: 'Add such a rule, like "if status != 0 then alert".',
        }),
      ];
    }
    if (check.statement === 'check network' && tests.includes('linkUp') && tests.includes('linkDown')) {
      return [
        rejected(lineOf(check), {
          problem: 'one rule fires when the link is up, and another when it is down',
          remedy: 'Remove one of them.',
        }),
      ];
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
      rejected(lineOf(check), {
        problem: `the file has no check named ${JSON.stringify(name)} to depend on`,
        remedy: 'Add that check, or remove the dependency.',
      }),
    );
    const loop = { problem: `the check ${JSON.stringify(check.name)} depends on itself`, remedy: 'Remove one of the dependencies.' };
    return isInLoop(check, byName) ? [...unknown, rejected(lineOf(check), loop)] : unknown;
  });
}

function isInLoop(check: Check, byName: ReadonlyMap<string, Check>): boolean {
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
