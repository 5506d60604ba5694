import { Section, type AnySection } from '../section';
import { SWAP_DIRECTIVES, type SwapDirectives } from '../sections/swap';
import { UnitFile } from '../unit-file';

/** A swap unit: a swap device or file. Its name must match its path; see {@link unitNameOfPath}. Source: systemd.swap(5). */
export class SwapUnit extends UnitFile {
  override readonly type = 'swap';
  /** The [Swap] section. */
  readonly swap = Section.of<SwapDirectives>('Swap', SWAP_DIRECTIVES);

  /** @internal The [Swap] section. */
  override ownSection(): AnySection {
    return this.swap;
  }
}
