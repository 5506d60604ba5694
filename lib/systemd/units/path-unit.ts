import { Section, type AnySection } from '../section';
import { PATH_DIRECTIVES, type PathDirectives } from '../sections/path.generated';
import { UnitFile } from '../unit-file';

/**
 * A path unit: starts another unit when a file or directory changes or appears. Source: systemd.path(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new PathUnit('import.path');
 * unit.path.set({ PathExistsGlob: '/srv/inbox/*.csv' });
 * unit.install.set({ WantedBy: ['multi-user.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class PathUnit extends UnitFile {
  override readonly type = 'path';
  /** The [Path] section. */
  readonly path = Section.of<PathDirectives>('Path', PATH_DIRECTIVES);

  /** @internal The [Path] section. */
  override ownSection(): AnySection {
    return this.path;
  }
}
