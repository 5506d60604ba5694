import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../../../hosts/paths';

/** Figures of a whole run, for one transaction. */
export interface Figures {
  readonly transaction: string;
  readonly operations: number;
  readonly states: number;
  readonly old: number;
  readonly new: number;
  readonly wrong: number;
}

/** Figures of a whole run on real disks, for one kind of disk. */
export interface DiskFigures {
  readonly disk: string;
  readonly cuts: number;
  readonly wrong: number;
}

const PAGE = path.join(REPOSITORY, 'docs/reliability-power.md');

/** Writes the figures of the states into the page. */
export function writeFigures(figures: readonly Figures[], syncs: { readonly places: number; readonly needless: number }): void {
  const sum = (key: 'states' | 'old' | 'new' | 'wrong'): number => figures.reduce((total, each) => total + each[key], 0);
  write('states', [
    `${sum('states')} states were tried: ${sum('old')} ended as before, ${sum('new')} as after, ${sum('wrong')} otherwise.`,
    `The programs sync in ${syncs.places} places; without ${syncs.needless} of them no state went wrong.`,
    '',
    '| Transaction | Operations | States | As before | As after | Otherwise |',
    '| --- | --- | --- | --- | --- | --- |',
    ...figures.map((each) => `| ${[each.transaction, each.operations, each.states, each.old, each.new, each.wrong].join(' | ')} |`),
  ]);
}

/** Writes the figures of the real disks into the page. */
export function writeDiskFigures(figures: readonly DiskFigures[]): void {
  const total = figures.reduce((sum, { cuts }) => sum + cuts, 0);
  write('disks', [
    `On real disks the power was cut ${total} times:`,
    '',
    '| Disks | Power cuts | Neither as before nor as after |',
    '| --- | --- | --- |',
    ...figures.map(({ disk, cuts, wrong }) => `| ${disk} | ${cuts} | ${wrong} |`),
  ]);
}

/** Replaces the text between two comments: the rest of the page is written by hand. */
function write(part: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${part}: figures of the last whole run -->`, `<!-- ${part}: end -->`];
  const page = readFileSync(PAGE, 'utf8');
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${PAGE} has no place for the figures of the ${part}`);
  writeFileSync(PAGE, `${page.slice(0, start)}${[begin, '', ...lines, ''].join('\n')}\n${page.slice(stop)}`);
}
