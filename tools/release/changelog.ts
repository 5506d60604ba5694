/** One section of a change log in the format of Keep a Changelog. */
export interface ChangelogSection {
  /** `1.2.0`, or `Unreleased`. */
  readonly version: string;
  /** Headings in it that have entries: `Added`, `Changed`, `Removed`, … */
  readonly kinds: readonly string[];
}

/** Returns the sections of a change log, newest first. Headings without entries don't count. */
export function changelogSections(text: string): readonly ChangelogSection[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      version: /^\[?([^\]\s]+)/.exec(section)?.[1] ?? '',
      kinds: section
        .split(/^### /m)
        .slice(1)
        .filter((part) => /^- \S/m.test(part))
        .map((part) => part.split('\n')[0]!.trim()),
    }));
}
