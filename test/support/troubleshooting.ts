import { readFileSync } from 'node:fs';
import path from 'node:path';

const GUIDE = path.join(__dirname, '../../docs/guides/troubleshooting.md');

/** Returns the first cells of the guide's rows by id, which is the comment at the beginning of each. */
export function rows(): ReadonlyMap<string, string> {
  const found = [...readFileSync(GUIDE, 'utf8').matchAll(/^\| <!-- ([a-z-]+) --> (.*?) \|/gm)].map(([, id, cell]) => [id!, cell!] as const);
  if (new Set(found.map(([id]) => id)).size !== found.length) throw new Error('two rows of the guide have the same id');
  return new Map(found);
}

/**
 * Returns a pattern for the output that a row of docs/guides/troubleshooting.md quotes, for {@link flat} output: its quotations in
 * their order, where `…` matches any text. With "or" between two quotations, either one matches.
 *
 * A unit test searches for the calls of this function, because a row that no live test uses isn't proven.
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

/** Converts a quotation to a regular expression, in which `…` matches any text. */
export function asPattern(quotation: string): string {
  return quotation
    .split('…')
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?');
}

/** Joins Terraform's output to one line, because Terraform wraps long messages. */
export function flat(output: string): string {
  return output.replace(/^[│╷╵] ?/gm, '').replace(/\s+/g, ' ');
}
