/** A value, or a list of such values where the directive may be given several times. */
export type OneOrMany<T> = T | readonly T[];

/** The values as a list. */
export function listOf<T>(value: OneOrMany<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
