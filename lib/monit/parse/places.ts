import { nameOfPlace } from '../issues/report';
import type { Statement } from '../model';

/** Lines of a statement and of its rules. */
export interface Place {
  /** First line, from 1. */
  readonly line: number;
  /** Lines of its rules. */
  readonly rules: number[];
}

/** Lines of each statement. */
export type Places = Map<Statement, Place>;

/** Line of an issue's property: that of the rule, otherwise that of its statement, otherwise the first. */
export function lineOf(property: string, statements: readonly Statement[], places: Places): number {
  const owner = [...statements].reverse().find((statement) => within(property, placeName(statement)));
  const place = owner === undefined ? undefined : places.get(owner);
  const rule = /\.rules\[([0-9]+)\]/.exec(property)?.[1];
  return (rule === undefined ? undefined : place?.rules[Number(rule)]) ?? place?.line ?? 1;
}

function placeName(statement: Statement): string {
  return 'name' in statement ? nameOfPlace(statement.name) : statement.statement;
}

function within(property: string, place: string): boolean {
  return property === place || property.startsWith(`${place}.`);
}
