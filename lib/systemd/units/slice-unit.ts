import { Section, type AnySection } from '../section';
import { SLICE_DIRECTIVES, type SliceDirectives } from '../sections/slice';
import { UnitFile } from '../unit-file';

/**
 * A slice unit: a group of units with shared resource limits. `a-b.slice` is inside `a.slice`. Source: systemd.slice(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new SliceUnit('workers.slice');
 * unit.slice.set({ MemoryMax: Size.gibibytes(6), CPUWeight: 50 });
 * const text = renderUnitFile(unit);
 * ```
 */
export class SliceUnit extends UnitFile {
  override readonly type = 'slice';
  /** The [Slice] section. */
  readonly slice = Section.of<SliceDirectives>('Slice', SLICE_DIRECTIVES);

  /** @internal The [Slice] section. */
  override ownSection(): AnySection {
    return this.slice;
  }
}
