import type { UnitType } from '../../systemd';
import { distance, unitNameProblem } from '../../values';

const TYPES: readonly string[] = ['service', 'socket', 'target', 'device', 'mount', 'automount', 'swap', 'timer', 'path', 'slice', 'scope'];

/** Returns the name of a unit with its suffix. */
export function fullName(name: string, type: UnitType = 'service'): string {
  return name.endsWith(`.${type}`) ? name : `${name}.${type}`;
}

/** Valid names of a unit of a type, as text that follows "Use" in a remedy. */
export function validUnitName(type: UnitType): string {
  return `a name made of letters, digits and :-_.\\@, like myapp.${type}`;
}

/**
 * Describes why a value isn't the name of a unit of a type, with or without its suffix: an invalid name, a template, or another type's or a
 * misspelt suffix.
 *
 * @returns text that follows the name in a message; undefined when it is valid
 */
export function unitNameOfTypeProblem(value: unknown, type: UnitType): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  const problem = unitNameProblem(fullName(value, type));
  if (problem !== undefined) return problem;
  if (fullName(value, type).endsWith(`@.${type}`)) return 'is a template, which can’t be started without an instance name after the @';
  if (value.endsWith(`.${type}`) || !value.includes('.')) return undefined;
  const suffix = value.slice(value.lastIndexOf('.') + 1);
  if (TYPES.includes(suffix)) return `ends in the suffix of another unit type (.${suffix})`;
  return distance(suffix, type) <= Math.min(2, type.length - 3) ? `ends in a misspelt .${type}` : undefined;
}

/** Describes why a value isn't the name of a service; see {@link unitNameOfTypeProblem}. */
export function serviceNameProblem(value: unknown): string | undefined {
  return unitNameOfTypeProblem(value, 'service');
}
