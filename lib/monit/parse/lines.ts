import type { Place } from '../../values/place';
import type { Statement } from '../model';
import { placeOf } from '../model/places';

/** Lines of a statement and of its rules. */
export interface StatementLines {
  /** First line, from 1. */
  readonly line: number;
  /** Lines of its rules. */
  readonly rules: number[];
}

/** Lines of each statement. */
export type Lines = Map<Statement, StatementLines>;

/** Line of an issue's place: that of the rule, otherwise that of its statement, otherwise the first. */
export function lineOf([name, part, index]: Place, statements: readonly Statement[], lines: Lines): number {
  const owner = [...statements].reverse().find((statement) => placeOf(statement)[0] === name);
  const own = owner === undefined ? undefined : lines.get(owner);
  return (part === 'rules' ? own?.rules[Number(index)] : undefined) ?? own?.line ?? 1;
}
