import { Section } from './section';
import { INSTALL_DIRECTIVES, type InstallDirectives } from './sections/install';
import { SERVICE_DIRECTIVES, type ServiceDirectives } from './sections/service';
import { UNIT_DIRECTIVES, type UnitDirectives } from './sections/unit';

/**
 * A unit file of a service, as a model: what its sections say. Everything can be changed until it is rendered; what is
 * wrong with it is told by unitFileIssues, never thrown. Source: systemd.unit(5), systemd.service(5).
 */
export class UnitFile {
  /** The [Unit] section. */
  readonly unit = Section.of<UnitDirectives>('Unit', UNIT_DIRECTIVES);
  /** The [Service] section. */
  readonly service = Section.of<ServiceDirectives>('Service', SERVICE_DIRECTIVES);
  /** The [Install] section. */
  readonly install = Section.of<InstallDirectives>('Install', INSTALL_DIRECTIVES);

  constructor(
    /** The unit's full name, `sidekiq.service`, which is also its file name. */
    readonly name: string,
  ) {}

  /** @internal The sections, in the order in which they are written. */
  sections(): readonly (Section<UnitDirectives> | Section<ServiceDirectives> | Section<InstallDirectives>)[] {
    return [this.unit, this.service, this.install];
  }
}
