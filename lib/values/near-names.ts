/**
 * Returns the known names that a misspelt name is closest to, nearest first, at most three. Case is ignored. A name is close when
 * at most a quarter of the letters differ (a third in names of 12 letters or more; two in short ones), or when one begins with
 * the other.
 */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const wrong = Math.max(2, Math.floor(name.length / (name.length < 12 ? 4 : 3)));
  const small = name.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, far: distance(small, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.min(wrong, candidate.length - 1) || isBeginning(small, candidate.toLowerCase()))
    .sort((a, b) => a.far - b.far);
  // Names much further away than the nearest are unlikely to be meant.
  return near
    .filter(({ far }) => far <= near[0]!.far + 1)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Checks whether one name begins with the other. Fewer than four letters begin too many names. */
function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));
}

/** Returns the number of letters to change, add or remove (Levenshtein distance). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const above = row;
    row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      row.push(Math.min(above[j + 1]! + 1, row[j]! + 1, above[j]! + (letter === other ? 0 : 1)));
    }
  }
  return row[b.length]!;
}
