import type { Row } from './table/row';
import { ROWS } from './table/rows.generated';
import { SECTION_GROUPS, type SectionName } from './table/section-groups';

/** One row of the table of directives. */
export interface DirectiveRow extends Row {
  /** The section it belongs to, as in the brackets. */
  readonly section: SectionName;
  /** Its name, without `=`. */
  readonly name: string;
}

/**
 * Every directive that some systemd from 247 to 262 reads in a unit file, section by section, also those that nobody should write any
 * more. Source: `systemd --dump-configuration-items`.
 */
export function directiveTable(): readonly DirectiveRow[] {
  return (Object.keys(SECTION_GROUPS) as readonly SectionName[]).flatMap((section) =>
    SECTION_GROUPS[section].flatMap((group) => Object.entries(ROWS[group]!).map(([name, row]) => ({ section, name, ...row }))),
  );
}
