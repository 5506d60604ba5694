/** Differences of a public API from an earlier one. */
export interface ApiChange {
  /** Lines of the reports that no longer exist: something was removed, or is declared differently. */
  readonly removed: readonly string[];
  /** Lines that are new. */
  readonly added: readonly string[];
}

/** API reports by file name. */
export type Reports = ReadonlyMap<string, string>;

/**
 * Returns the lines in which the reports differ. A line counts as often as it occurs in a report, and belongs to the declaration
 * above it: a member that moved to another class is a change, one that moved within its class isn't.
 */
export function apiChange(before: Reports, after: Reports): ApiChange {
  const [old, current] = [countLines(before), countLines(after)];
  return { removed: surplus(old, current), added: surplus(current, old) };
}

function surplus(these: ReadonlyMap<string, number>, those: ReadonlyMap<string, number>): readonly string[] {
  return [...these].flatMap(([line, count]) => Array<string>(Math.max(0, count - (those.get(line) ?? 0))).fill(line));
}

/** Returns the declarations' lines, each with its file and its declaration. */
function countLines(reports: Reports): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [file, text] of reports) {
    let declaration = '';
    for (const line of text.split('\n')) {
      if (!isDeclaration(line)) continue;
      const isTopLevel = /^\S/.test(line) && !/^[})\]]/.test(line);
      if (isTopLevel) declaration = line.trim();
      const shown = isTopLevel ? `${file}: ${declaration}` : `${file}: ${declaration} ${line.trim()}`;
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
  }
  return counts;
}

/** Excludes the report's own prose, comments and imports. */
function isDeclaration(line: string): boolean {
  return line.trim() !== '' && !/^(#|>|```|import )/.test(line) && !/^\s*\/\//.test(line);
}
