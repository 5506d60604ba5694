import { show, type Issue } from '../../values/issue';
import { error } from '../../values/make-issue';
import { lintControlFile, type ControlFileContext } from '../lint';
import type { Check, ControlFileData, Statement } from '../model';
import { CHECK_KINDS } from '../check-kind';
import { parseVersion } from '../version';
import { placeOf, type Origins } from '../model/places';
import { checkIssues } from './checks';
import { versionIssues, type Host } from '../kinds/issues/host';
import { lengthIssues } from './lengths';
import { type Issues } from '../kinds/issues/report';
import { settingIssues } from './settings';

/**
 * Finds all problems of a control file. Errors: Monit would reject the file or misread it. Warnings and infos: the file does something that
 * its author probably doesn't want, or should know about.
 *
 * Facts that only the host knows are left to `monit -t` there: its users and programs, regular expressions, and the checks of its other
 * files.
 *
 * @example
 * ```ts
 * import { controlFileIssues, type ControlFile } from 'cdktf-sidekiq/monit';
 *
 * const rules = [when.size.above(Size.bytes(0)).do(alert())];
 * const file: ControlFile = { statements: [{ statement: 'check file', name: 'log', path: '/var/log/myapp.log', rules }] };
 * const codes = controlFileIssues(file, { monitVersion: '5.33.0' }).map(({ code }) => code);
 * ```
 */
export function controlFileIssues(file: ControlFileData, context: ControlFileContext = {}): Issue[] {
  return [...fileIssues(file, context)];
}

function* fileIssues(file: ControlFileData, context: ControlFileContext): Issues {
  const { statements } = file;
  const { monitVersion, origins } = context;
  yield* versionIssues(monitVersion);
  const host: Host = { monit: monitVersion === undefined ? undefined : parseVersion(monitVersion) };
  for (const statement of statements) {
    yield* statementIssues(statement, host, origins);
    yield* lengthIssues(statement, origins);
  }
  yield* repeatedIssues(statements);
  yield* duplicateNameIssues(statements.filter(isCheck), origins);
  yield* lintControlFile(file, context);
}

function* statementIssues(statement: Statement, host: Host, origins: Origins | undefined): Issues {
  yield* isCheck(statement) ? checkIssues(statement, host, origins) : settingIssues(statement, host, origins);
}

function isCheck(statement: Statement): statement is Check {
  return CHECK_KINDS.some((kind) => statement.statement === `check ${kind}`);
}

/** Statements that may appear only once: Monit keeps the last, or the first, or mixes them. All others add up. */
const ONCE = [
  'set daemon', 'set httpd', 'set log', 'set pidfile', 'set idfile', 'set statefile', 'set onreboot', 'set eventqueue', 'set mailserver',
  'set mail-format', 'set ssl', 'check system',
] as const; // prettier-ignore

function* repeatedIssues(statements: readonly Statement[]): Issues {
  for (const kind of ONCE) {
    const times = statements.filter(({ statement }) => statement === kind).length;
    if (times < 2) continue;
    yield error('monit/duplicate-statement', [kind], {
      problem: `the statement appears ${times} times`,
      remedy: 'Remove all but one: Monit silently keeps one of them, or mixes them.',
    });
  }
}

function* duplicateNameIssues(checks: readonly Check[], origins: Origins | undefined): Issues {
  const seen = new Map<string, string>();
  for (const check of checks) {
    const { name } = check;
    const key = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      yield error('monit/duplicate-name', [...placeOf(check, origins), 'name'], {
        problem: `${show(name)} is already taken by the check ${show(earlier)}`,
        remedy: 'Rename one of the checks: Monit ignores case in names, and rejects the whole control file.',
      });
    }
    seen.set(key, name);
  }
}
