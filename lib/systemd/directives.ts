import type { EscapeClass } from './kinds/kind';
import type { AnyDirective } from './section';
import { UnitFile } from './unit-file';

/** One row of the table of directives. */
export interface DirectiveRow {
  /** The section it belongs to, as in the brackets. */
  readonly section: string;
  /** Its name, without `=`. */
  readonly name: string;
  /** How its value is escaped. */
  readonly class: EscapeClass;
  /** First version of systemd that has it; absent: older than systemd's own records. */
  readonly since?: number;
}

/** Every directive that this library can say, in the order in which it writes them. Source: `systemd --dump-configuration-items`. */
export function directiveTable(): readonly DirectiveRow[] {
  return new UnitFile('any.service').sections().flatMap((section) =>
    Object.entries<AnyDirective>(section.directives).map(([name, { kind, since }]) => ({
      section: section.name,
      name,
      class: kind.class,
      ...(since === undefined ? {} : { since }),
    })),
  );
}
