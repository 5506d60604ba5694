import { readFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { asPattern } from './troubleshooting';

/** A row of docs/reliability-surroundings.md: a fault, and all that is seen of it. */
export interface FaultRow {
  readonly id: string;
  /** What is wrong, in words: the name of its test. */
  readonly title: string;
  readonly exitCode: number;
  /** Afterwards: as before the deployment, as after one without a fault, or partly so, with the journal that says how to go back. */
  readonly files: 'old' | 'new' | 'open';
  readonly service: 'untouched' | 'old' | 'new' | 'stopped' | 'restarting' | 'none';
  /** The last line that the deployment prints, and that of the next one. */
  readonly lastLine: RegExp;
  readonly next: RegExp;
}

/** The page's text. */
export const surroundingsPage = (): string => readFileSync(path.join(REPOSITORY, 'docs/reliability-surroundings.md'), 'utf8');

/** The lines of the page's tables, without their heads. */
export function tableLines(): readonly string[] {
  const lines = surroundingsPage().split('\n');
  return lines.filter((line) => line.startsWith('|') && !/^\| (Fault|-+) /.test(line));
}

/**
 * The row with this id. Live tests ask for it by `fault('id')`, take their name from it and compare what they see with it, so
 * that the page can't say what is not so.
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

function oneOf<T extends string>(cell: string, words: readonly T[]): T {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw new Error(`"${cell}" isn't one of ${words.join(', ')}`);
  return found;
}

/** One quotation is the whole line. */
function quoted(cell: string): RegExp {
  const quotation = /^`([^`]+)`$/.exec(cell)?.[1];
  if (quotation === undefined) throw new Error(`"${cell}" is not one quotation`);
  return new RegExp(`^${asPattern(quotation)}$`);
}
