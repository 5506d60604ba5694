import { Section, type AnySection } from '../section';
import { SCOPE_DIRECTIVES, type ScopeDirectives } from '../sections/scope';
import { UnitFile } from '../unit-file';

/**
 * A scope unit: a group of processes that systemd didn't start itself. Scopes are created over the bus, not from files; systemd only reads
 * drop-ins for them.
 * Source: systemd.scope(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile, ScopeUnit } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new ScopeUnit('session-1.scope');
 * unit.scope.set({ TasksMax: 500 });
 * const dropIn = renderUnitFile(unit);
 * ```
 */
export class ScopeUnit extends UnitFile {
  override readonly type = 'scope';
  /** The [Scope] section. */
  readonly scope = Section.of<ScopeDirectives>('Scope', SCOPE_DIRECTIVES);

  /** @internal The [Scope] section. */
  override ownSection(): AnySection {
    return this.scope;
  }
}
