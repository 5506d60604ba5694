import { nameOfPlace } from '../issues/report';
import type { Statement } from '../model';

/** Where a statement stands, and its rules. */
export interface Place {
  /** Its first line, from 1. */
  readonly line: number;
  /** The lines of its rules. */
  readonly rules: number[];
}

/** Where each statement stands. */
export type Places = Map<Statement, Place>;

/** The line that an issue's property is on: that of the rule, else that of its statement, else the first. */
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
