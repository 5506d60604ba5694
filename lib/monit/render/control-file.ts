import type { Check, ControlFileData, Statement } from '../model';
import { check } from './check';
import { setting } from './setting';

/**
 * Writes a control file: one canonical way, which Monit 5.27 to 6.0 read alike, ending in a line break. It never throws;
 * what it makes of data that {@link controlFileIssues} has errors about is harmless but of no use.
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
