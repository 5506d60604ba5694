import { readFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { asPattern } from './troubleshooting';

/** A row of docs/reliability-surroundings.md: a fault and its visible consequences. */
export interface FaultRow {
  readonly id: string;
  /** Description of the fault, and title of its test. */
  readonly title: string;
  readonly exitCode: number;
  /** State of the files afterwards: as before the deployment, as after a successful one, or in between, with the journal for a rollback. */
  readonly files: 'old' | 'new' | 'open';
  readonly service: 'untouched' | 'old' | 'new' | 'stopped' | 'restarting' | 'none';
  /** Last line of the deployment's output. `next` is that of the next deployment. */
  readonly lastLine: RegExp;
  readonly next: RegExp;
}

/** Returns the page's text. */
export const surroundingsPage = (): string => readFileSync(path.join(REPOSITORY, 'docs/reliability-surroundings.md'), 'utf8');

/** Returns the lines of the page's tables, without their headers. */
export function tableLines(): readonly string[] {
  const lines = surroundingsPage().split('\n');
  return lines.filter((line) => line.startsWith('|') && !/^\| (Fault|-+) /.test(line));
}

/**
 * Returns the row with this id. Live tests use it through `fault('id')`, take their title from it and compare their results with it, so
 * that the page stays true.
 */
export function faultRow(id: string): FaultRow {
  const found = tableLines().filter((line) => line.startsWith(`| <!-- ${id} --> `));
  if (found.length !== 1) throw new Error(`the page has ${found.length} rows ${id}`);
  const cells = found[0]!.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const [, first, exitCode, files, service, lastLine, next] = cells as [string, string, string, string, string, string, string];
  return {
    id,
    title: first.replace(/^<!--.*?--> /, ''),
    exitCode: Number(exitCode),
    files: oneOf(files, ['old', 'new', 'open']),
    service: oneOf(service, ['untouched', 'old', 'new', 'stopped', 'restarting', 'none']),
    lastLine: quoted(lastLine),
    next: quoted(next),
  };
}

function oneOf<T extends string>(cell: string, values: readonly T[]): T {
  const found = values.find((value) => value === cell);
  if (found === undefined) throw new Error(`"${cell}" isn't one of ${values.join(', ')}`);
  return found;
}

/** Returns a pattern for the whole line that a cell quotes. */
function quoted(cell: string): RegExp {
  const quotation = /^`([^`]+)`$/.exec(cell)?.[1];
  if (quotation === undefined) throw new Error(`"${cell}" is not one quotation`);
  return new RegExp(`^${asPattern(quotation)}$`);
}
