import { readFileSync } from 'node:fs';
import path from 'node:path';

const GUIDE = path.join(__dirname, '../../docs/guides/troubleshooting.md');

/** The guide's rows: their ids, from the comment that begins each, and what they quote. */
export function rows(): ReadonlyMap<string, string> {
  const found = [...readFileSync(GUIDE, 'utf8').matchAll(/^\| <!-- ([a-z-]+) --> (.*?) \|/gm)].map(([, id, cell]) => [id!, cell!] as const);
  if (new Set(found.map(([id]) => id)).size !== found.length) throw new Error('two rows of the guide have the same id');
  return new Map(found);
}

/**
 * What a row of docs/guides/troubleshooting.md says that is printed, for {@link flat} output: each quotation in its order,
 * `…` for whatever the host makes of it. Where a row says "or", one of the two will do.
 *
 * A unit test looks for the calls of this function: a row that no live test asks for is a row that nothing proves.
 */
export function row(id: string): RegExp {
  const cell = rows().get(id);
  if (cell === undefined) throw new Error(`the guide has no row ${id}`);
  const alternatives: string[][] = [[]];
  for (const [, between, quotation] of cell.matchAll(/([^`]*)`([^`]+)`/g)) {
    if (/\bor\b/.test(between!)) alternatives.push([]);
    alternatives.at(-1)!.push(asPattern(quotation!));
  }
  return new RegExp(alternatives.map((quotations) => quotations.join('.*')).join('|'));
}

/** What a quotation stands for: `…` is whatever differs. */
export function asPattern(quotation: string): string {
  return quotation
    .split('…')
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?');
}

/** What Terraform printed as one line: it breaks long messages wherever its width ends. */
export function flat(output: string): string {
  return output.replace(/^[│╷╵] ?/gm, '').replace(/\s+/g, ' ');
}
