/** Summary of repeated measurements, in milliseconds. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Returns the middle value, or the mean of the two middle values; needs at least one value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** Returns median and range. */
export function summarize(values: readonly number[]): Summary {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Compares the measurements of two things in pairs, measured one right after the other, so that a
 * busy period of the machine slows both.
 */
export function difference(without: readonly number[], withIt: readonly number[]): Summary & { readonly ratio: number } {
  const differences = withIt.map((value, index) => value - without[index]!);
  return { ...summarize(differences), ratio: median(withIt) / median(without) };
}
