import { Section, type AnySection } from '../section';
import { SCOPE_DIRECTIVES, type ScopeDirectives } from '../sections/scope';
import { UnitFile } from '../unit-file';

/** A scope: processes that others have started. systemd reads no file that makes one, only drop-ins of those that are made by its bus. Source: systemd.scope(5). */
export class ScopeUnit extends UnitFile {
  override readonly type = 'scope';
  /** The [Scope] section. */
  readonly scope = Section.of<ScopeDirectives>('Scope', SCOPE_DIRECTIVES);

  /** @internal The section of its type. */
  override ownSection(): AnySection {
    return this.scope;
  }
}
