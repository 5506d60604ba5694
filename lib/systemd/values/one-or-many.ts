/** A value, or a list of values if the directive can be given several times. */
export type OneOrMany<T> = T | readonly T[];

/** Returns the values as a list. */
export function listOf<T>(value: OneOrMany<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
