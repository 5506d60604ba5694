import { Section, type AnySection } from './section';
import { INSTALL_DIRECTIVES, type InstallDirectives } from './sections/install.generated';
import { UNIT_DIRECTIVES, type UnitDirectives } from './sections/unit.generated';

/** A type of unit that has files: the suffix of its name. */
export type UnitType = 'service' | 'timer' | 'socket' | 'path' | 'mount' | 'automount' | 'swap' | 'slice' | 'scope' | 'target';

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

  /** @internal The sections, in the order in which they are written. */
  sections(): readonly AnySection[] {
    const own = this.ownSection();
    return [this.unit, ...(own === undefined ? [] : [own]), this.install];
  }

  /** @internal What only this type of unit has; undefined for targets. */
  abstract ownSection(): AnySection | undefined;
}
