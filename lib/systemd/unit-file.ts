import { ParsedUnitFile, type ParseOptions } from './parse/parsed-unit-file';
import { Section, type AnySection } from './section';
import { INSTALL_DIRECTIVES, type InstallDirectives } from './sections/install.generated';
import { UNIT_DIRECTIVES, type UnitDirectives } from './sections/unit.generated';
import type { UnitType } from './unit-type';

/**
 * A unit file, as a model: what its sections say. Everything can be changed until it is rendered; what is wrong with it is
 * told by unitFileIssues, never thrown. What only one type of unit has is in the class of that type, ServiceUnit and its like.
 *
 * Source: systemd.unit(5)
 */
export abstract class UnitFile {
  /** What the unit is: the suffix that its name must have, without the dot. */
  abstract readonly type: UnitType;
  /** The [Unit] section. */
  readonly unit = Section.of<UnitDirectives>('Unit', UNIT_DIRECTIVES);
  /** The [Install] section. */
  readonly install = Section.of<InstallDirectives>('Install', INSTALL_DIRECTIVES);

  constructor(
    /** The unit's full name, `sidekiq.service`, which is also its file name. */
    readonly name: string,
  ) {}

  /**
   * Reads a unit file as systemd does, of any type, drop-ins as well. Never throws: what is wrong with it is in `issues`, by line.
   *
   * @param text - what is in the file; bytes are taken for UTF-8.
   * @param options - its name, and which systemd will read it.
   */
  static parse(text: string | Uint8Array, options: ParseOptions): ParsedUnitFile {
    return ParsedUnitFile.parse(text, options);
  }

  /** @internal The sections, in the order in which they are written. */
  sections(): readonly AnySection[] {
    const own = this.ownSection();
    return [this.unit, ...(own === undefined ? [] : [own]), this.install];
  }

  /** @internal What only this type of unit has; undefined for targets. */
  abstract ownSection(): AnySection | undefined;
}
