/** Statistics of repeated measurements, in milliseconds. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle one of the values, or the mean of the two in the middle; of at least one value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** Median and range. */
export function summarize(values: readonly number[]): Summary {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Returns how much longer one thing takes than another, from pairs that were measured one right after the other, so that a machine that is
 * busy for a while slows both.
 */
export function difference(without: readonly number[], withIt: readonly number[]): Summary & { readonly ratio: number } {
  const differences = withIt.map((value, index) => value - without[index]!);
  return { ...summarize(differences), ratio: median(withIt) / median(without) };
}
