import type { Row } from './row';
import { ROWS } from './rows.generated';
import { SECTION_GROUPS, type SectionName } from './section-groups';

/**
 * Returns systemd's definition of a directive; undefined if the section has no directive of this name. Names are case-sensitive.
 *
 * @param section name without the brackets: `Service`.
 * @param name name without `=`.
 */
export function findRow(section: string, name: string): Row | undefined {
  for (const group of groupsOf(section)) {
    const rows = ROWS[group]!;
    if (Object.hasOwn(rows, name)) return rows[name];
  }
  return undefined;
}

/** Returns the names of a section's directives, without obsolete ones; an empty list for an unknown section. */
export function namesOf(section: string): readonly string[] {
  return groupsOf(section).flatMap((group) =>
    Object.entries(ROWS[group]!)
      .filter(([, { legacy }]) => legacy === undefined)
      .map(([name]) => name),
  );
}

function groupsOf(section: string): readonly string[] {
  return Object.hasOwn(SECTION_GROUPS, section) ? SECTION_GROUPS[section as SectionName] : [];
}
