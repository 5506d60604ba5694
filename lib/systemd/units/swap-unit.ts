import { Section, type AnySection } from '../section';
import { SWAP_DIRECTIVES, type SwapDirectives } from '../sections/swap';
import { UnitFile } from '../unit-file';

/**
 * A swap unit: a swap device or file. Its name must match its path; see {@link unitNameOfPath}. Source: systemd.swap(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile, SwapUnit, unitNameOfPath } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new SwapUnit(unitNameOfPath('/dev/vdb2', 'swap'));
 * unit.swap.set({ What: '/dev/vdb2', Priority: 10 });
 * unit.install.set({ WantedBy: ['swap.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class SwapUnit extends UnitFile {
  override readonly type = 'swap';
  /** The [Swap] section. */
  readonly swap = Section.of<SwapDirectives>('Swap', SWAP_DIRECTIVES);

  /** @internal The [Swap] section. */
  override ownSection(): AnySection {
    return this.swap;
  }
}
