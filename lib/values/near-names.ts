/**
 * The names that a misspelt one is nearest to: with other capitals, at most a quarter of it wrong (of a long one a third),
 * or one that begins like it; the nearest first, at most three.
 */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const wrong = Math.max(2, Math.floor(name.length / (name.length < 12 ? 4 : 3)));
  const small = name.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, far: distance(small, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.min(wrong, candidate.length - 1) || isBeginning(small, candidate.toLowerCase()))
    .sort((a, b) => a.far - b.far);
  // What is much further than the nearest was not meant.
  return near
    .filter(({ far }) => far <= near[0]!.far + 1)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Of short beginnings there are too many. */
function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));
}

/** How many letters to change, add or leave out (Levenshtein). */
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
