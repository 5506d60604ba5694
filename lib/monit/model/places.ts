import { show } from '../../values/issue';
import type { Place } from '../../values/place';
import type { Statement } from './control-file';
import type { Rule } from './rules';

/**
 * Places that statements and rules come from, by the object itself: `['rules', 3]` for a rule of a construct's properties. The place of a
 * check or setting is that of its parts; an empty one is that of the properties as a whole.
 */
export type Origins = ReadonlyMap<object, Place>;

/** Place that the places of a statement's parts begin with: its origin, otherwise the check's name or the words of the setting. */
export function placeOf(statement: Statement, origins?: Origins): Place {
  return origins?.get(statement) ?? [nameOf(statement)];
}

/** Place of a statement as a whole, which is never empty. */
export function placeOfWhole(statement: Statement, origins?: Origins): Place {
  const place = placeOf(statement, origins);
  return place.length > 0 ? place : [nameOf(statement)];
}

/**
 * Place of a rule: its origin, otherwise that in its check.
 *
 * @param rule the rule
 * @param index its index in the check
 * @param check place of the check; empty in a text that is about this check anyway
 * @param origins known origins
 */
export function placeOfRule(rule: Rule, index: number, check: Place, origins?: Origins): Place {
  return origins?.get(rule) ?? [...check, 'rules', index];
}

/** Name of a statement in places: a check's own name, quoted if it's an unusual one. */
export function nameOf(statement: Statement): string {
  if (!('name' in statement)) return statement.statement;
  return /^[A-Za-z0-9_@-]+$/.test(statement.name) ? statement.name : show(statement.name);
}
