import type { Check, ControlFileData, Statement } from '../model';
import { check } from './check';
import { setting } from './setting';

/**
 * Renders a control file in one canonical form, which Monit 5.27 to 6.0 all read the same way, ending in a line break. Never throws: if
 * {@link controlFileIssues} reports errors, the text is harmless but useless.
 *
 * @example
 * ```ts
 * import { renderControlFile } from 'cdktf-sidekiq/monit';
 *
 * const rules = [when.size.above(Size.gibibytes(1)).do(alert())];
 * const text = renderControlFile({
 *   statements: [{ statement: 'check file', name: 'log', path: '/var/log/myapp.log', rules }],
 * });
 * ```
 */
export function renderControlFile(file: ControlFileData): string {
  return file.statements.map((statement) => `${lines(statement).join('\n')}\n`).join('\n');
}

function lines(statement: Statement): string[] {
  return isCheck(statement) ? check(statement) : [setting(statement)];
}

function isCheck(statement: Statement): statement is Check {
  return statement.statement.startsWith('check ');
}
