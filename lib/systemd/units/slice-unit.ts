import { Section, type AnySection } from '../section';
import { SLICE_DIRECTIVES, type SliceDirectives } from '../sections/slice';
import { UnitFile } from '../unit-file';

/** A slice: a group of units with limits of its own. `a-b.slice` is inside `a.slice`. Source: systemd.slice(5). */
export class SliceUnit extends UnitFile {
  override readonly type = 'slice';
  /** The [Slice] section. */
  readonly slice = Section.of<SliceDirectives>('Slice', SLICE_DIRECTIVES);

  /** @internal The section of its type. */
  override ownSection(): AnySection {
    return this.slice;
  }
}
