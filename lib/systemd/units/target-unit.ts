import type { AnySection } from '../section';
import { UnitFile } from '../unit-file';

/** A target: a group of units, and a point in the order of starts. It has no section of its own. Source: systemd.target(5). */
export class TargetUnit extends UnitFile {
  override readonly type = 'target';

  /** @internal The section of its type. */
  override ownSection(): AnySection | undefined {
    return undefined;
  }
}
