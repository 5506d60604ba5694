import type { Check, ControlFileData, Statement } from '../model';
import { check } from './check';
import { setting } from './setting';

/**
 * Renders a control file in one canonical form, which Monit 5.27 to 6.0 all read the same way, ending in a line break. Never throws: if
 * {@link controlFileIssues} reports errors, the text is harmless but useless.
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
