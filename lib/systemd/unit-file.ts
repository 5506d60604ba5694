import { ParsedUnitFile, type ParseOptions } from './parse/parsed-unit-file';
import { Section, type AnySection } from './section';
import { INSTALL_DIRECTIVES, type InstallDirectives } from './sections/install.generated';
import { UNIT_DIRECTIVES, type UnitDirectives } from './sections/unit.generated';
import type { UnitType } from './unit-type';

/**
 * A unit file as a model. Everything can be changed until it is rendered; mistakes are reported by `unitFileIssues`, never thrown. Sections
 * that only one type of unit has are in the subclass for that type, such as ServiceUnit.
 *
 * Source: systemd.unit(5)
 *
 * @example
 * ```ts
 * const text = '[Service]\nExecStart=/usr/bin/myapp\nRestart=allways\n';
 * const file = UnitFile.parse(text, { fileName: 'myapp.service', systemdVersion: 252 });
 * const problems = file.issues.map(({ line, problem, remedy }) => `line ${line}: ${problem}. ${remedy}`);
 * ```
 */
export abstract class UnitFile {
  /** The type of the unit: the suffix its name must have, without the dot. */
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
   * Reads a unit file of any type, or a drop-in, as systemd does. Never throws: problems are in `issues`, by line.
   *
   * @param text the file's content; bytes are read as UTF-8.
   * @param options its name, and the version of systemd that will read it.
   */
  static parse(text: string | Uint8Array, options: ParseOptions): ParsedUnitFile {
    return ParsedUnitFile.parse(text, options);
  }

  /** @internal The sections, in the order in which they are written. */
  sections(): readonly AnySection[] {
    const own = this.ownSection();
    return [this.unit, ...(own === undefined ? [] : [own]), this.install];
  }

  /** @internal The section that only this type of unit has; undefined for targets. */
  abstract ownSection(): AnySection | undefined;
}
