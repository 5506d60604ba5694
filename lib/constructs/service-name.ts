import { distance, unitNameProblem } from '../values';

const OTHER_TYPES = ['socket', 'target', 'device', 'mount', 'automount', 'swap', 'timer', 'path', 'slice', 'scope'];

/** The name of a service's unit with its suffix. */
export function fullName(name: string): string {
  return name.endsWith('.service') ? name : `${name}.service`;
}

/**
 * What keeps a value from being the name of a service, with or without its suffix, as words after "which": what no unit can
 * be called, a template, another type's suffix, and what was meant to be `.service`.
 */
export function serviceNameProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  const problem = unitNameProblem(fullName(value));
  if (problem !== undefined) return problem;
  if (fullName(value).endsWith('@.service')) return 'is a template: nothing can be started without an instance’s name after the @';
  if (value.endsWith('.service') || !value.includes('.')) return undefined;
  const suffix = value.slice(value.lastIndexOf('.') + 1);
  if (OTHER_TYPES.includes(suffix)) return `ends like another type of unit (.${suffix})`;
  return distance(suffix, 'service') <= 2 ? 'ends in a misspelt .service' : undefined;
}
