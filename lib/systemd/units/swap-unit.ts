import { Section, type AnySection } from '../section';
import { SWAP_DIRECTIVES, type SwapDirectives } from '../sections/swap';
import { UnitFile } from '../unit-file';

/** A swap: a device or a file that memory is put out to. Its name is that of the path, see {@link unitNameOfPath}. Source: systemd.swap(5). */
export class SwapUnit extends UnitFile {
  override readonly type = 'swap';
  /** The [Swap] section. */
  readonly swap = Section.of<SwapDirectives>('Swap', SWAP_DIRECTIVES);

  /** @internal The section of its type. */
  override ownSection(): AnySection {
    return this.swap;
  }
}
