import type { Row } from './table/row';
import { ROWS } from './table/rows.generated';
import { SECTION_GROUPS, type SectionName } from './table/section-groups';

/** One row of the table of directives. */
export interface DirectiveRow extends Row {
  /** The section it belongs to, without the brackets. */
  readonly section: SectionName;
  /** Name without `=`. */
  readonly name: string;
}

/**
 * Lists every directive that any systemd version from 247 to 262 reads in a unit file, section by section, including obsolete ones.
 * Source: `systemd --dump-configuration-items`.
 *
 * @example
 * ```ts
 * import { directiveTable } from 'cdktf-sidekiq/systemd';
 *
 * const newInDebian13 = directiveTable()
 *   .filter(({ since = 0 }) => since > 252 && since <= 257)
 *   .map(({ section, name }) => `[${section}] ${name}=`);
 * ```
 */
export function directiveTable(): readonly DirectiveRow[] {
  return (Object.keys(SECTION_GROUPS) as readonly SectionName[]).flatMap((section) =>
    SECTION_GROUPS[section].flatMap((group) => Object.entries(ROWS[group]!).map(([name, row]) => ({ section, name, ...row }))),
  );
}
