import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installerVersion } from '../../../../lib/installer';
import { REPOSITORY } from '../../../hosts/paths';

/** Outcome of one attack on one kind of host. */
export interface Row {
  readonly attack: string;
  readonly window: string;
  readonly suite: string;
  readonly tries: number;
  readonly effects: number;
  /** The program that was attacked, if it was a mutant. */
  readonly mutant?: string;
}

/** Attacks of a family, in the order of its rows. */
interface Rows {
  readonly name: string;
  readonly rows: readonly Pick<Row, 'attack' | 'window'>[];
}

const DEBIAN: Readonly<Record<string, string>> = { bookworm: '12', bullseye: '11', trixie: '13', forky: '14' };
const PAGE = path.join(REPOSITORY, 'docs/attacks.md');
const COLUMNS = ['attack', 'window', 'Debian', 'mutant', 'tries', 'effects'];
const HEAD = `# Attacks

Made by \`CAMPAIGN=all npm run test:attack\`: attacks of the application’s user and of other local users on what root runs. A row without a mutant ran against
the programs as they are, and must have no effect. A row with one ran against programs that lack a check, and ended at its first effect: it shows that the
attack can succeed. "Version" begins the hash of the programs that ran. A row is written when all of its tries are over; one that isn’t here hasn’t run.
`;

const cellsOf = ({ attack, window, suite, mutant = '', tries, effects }: Row): string[] => [
  attack,
  window,
  DEBIAN[suite] ?? suite,
  mutant,
  String(tries),
  String(effects),
];

/** Formats rows of cells as a Markdown table with aligned columns. */
function aligned(cells: readonly (readonly string[])[]): string {
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = cells;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** Formats the outcomes as a Markdown table. */
export function table(rows: readonly Row[]): string {
  return aligned([COLUMNS, ...rows.map(cellsOf)]);
}

/**
 * Puts a row of the whole form into docs/attacks.md. It replaces only the same row of an earlier run, and removes rows that the family no
 * longer has: a partial or interrupted run keeps the others.
 */
export function writeRow(family: Rows, row: Row): void {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD;
  writeFileSync(PAGE, withRow(text, family, row));
}

/** Returns the text of the page with an additional row. */
export function withRow(text: string, { name, rows }: Rows, row: Row, version = installerVersion.slice(0, 8)): string {
  const sections = text.split(/^(?=## )/m).slice(1);
  const heading = `## ${name}\n`;
  const own = sections.find((section) => section.startsWith(heading)) ?? '';
  const added = [...cellsOf(row), version];
  const kept = [...own.matchAll(/^\| (.*) \|$/gm)]
    .map(([, cells]) => cells!.split(' | ').map((cell) => cell.trim()))
    .slice(2)
    .filter((cells) => cells.slice(0, 4).join('|') !== added.slice(0, 4).join('|'));
  const names = rows.map(({ attack, window }) => `${attack}|${window}`);
  const debians = Object.values(DEBIAN);
  const place = ([attack, window, debian = '', mutant]: readonly string[]): number =>
    (names.indexOf(`${attack}|${window}`) * debians.length + debians.indexOf(debian)) * 2 + (mutant === '' ? 0 : 1);
  const body = [...kept, added].filter(([attack, window]) => names.includes(`${attack}|${window}`)).sort((a, b) => place(a) - place(b));
  const section = `${heading}\n${aligned([[...COLUMNS, 'version'], ...body])}\n`;
  const others = sections.filter((other) => !other.startsWith(heading)).map((other) => `${other.trimEnd()}\n`);
  return [HEAD, ...[...others, section].sort()].join('\n');
}
