import type { Row } from './row';
import { ROWS } from './rows.generated';
import { SECTION_GROUPS, type SectionName } from './section-groups';

/**
 * What systemd knows of a directive; undefined where it knows none of this name in this section. Names are case-sensitive.
 *
 * @param section - as in the brackets: `Service`.
 * @param name - without `=`.
 */
export function findRow(section: string, name: string): Row | undefined {
  for (const group of groupsOf(section)) {
    const rows = ROWS[group]!;
    if (Object.hasOwn(rows, name)) return rows[name];
  }
  return undefined;
}

/** Names of the directives of a section, without those that nobody should write any more; none where there is no such section. */
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
