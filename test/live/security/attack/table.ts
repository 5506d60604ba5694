import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../../../hosts/paths';

/** What one attack came to on one kind of host. */
export interface Row {
  readonly attack: string;
  readonly window: string;
  readonly suite: string;
  readonly tries: number;
  readonly effects: number;
  /** The program that was attacked, where it wasn't ours as it is. */
  readonly mutant?: string;
}

const DEBIAN: Readonly<Record<string, string>> = { bullseye: '11', bookworm: '12', trixie: '13', forky: '14' };
const PAGE = path.join(REPOSITORY, 'docs/attacks.md');
const HEAD = [
  '# Attacks',
  '',
  'What `CAMPAIGN=all npm run test:attack` tried, and what it came to: as the application’s user and as a stranger, against root. A row',
  'with a mutant ran against a program without the check, to show that the attack can succeed. This page is written by the tests.',
  '',
].join('\n');

/** The rows as a table in Markdown, its columns aligned. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['attack', 'window', 'Debian', 'mutant', 'tries', 'effects'],
    ...rows.map((row) => [
      row.attack,
      row.window,
      DEBIAN[row.suite] ?? row.suite,
      row.mutant ?? '',
      String(row.tries),
      String(row.effects),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = cells;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** Replaces the section of a family in docs/attacks.md, or adds it. */
export function writeSection(family: string, rows: readonly Row[]): void {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD;
  const [before = HEAD, ...sections] = text.split(/^(?=## )/m);
  const section = `## ${family}\n\n${table(rows)}\n`;
  const others = sections.filter((other) => !other.startsWith(`## ${family}\n`)).map((other) => other.trimEnd() + '\n');
  writeFileSync(PAGE, [before.trimEnd() + '\n', ...[...others, section].sort()].join('\n'));
}
