// Made by tools/directives from tools/directives/groups/swap.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { path } from '../kinds/paths';
import { wholeNumber } from '../kinds/plain';
import { text } from '../kinds/text';
import type { DirectiveTable } from '../section';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** What only swaps have. Source: systemd.swap(5). */
export interface SwapOnlyDirectives {
  /**
   * The device or file; the unit's name must be that of the path.
   *
   * An absolute path. [systemd.swap(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.swap.html#What=)
   */
  readonly What?: UnitString;
  /**
   * Priority among swaps, higher ones first. Default: the kernel's.
   *
   * A whole number from -1 to 32767. [systemd.swap(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.swap.html#Priority=)
   */
  readonly Priority?: number;
  /**
   * Options, parted by commas, see swapon(8).
   *
   * One line of text, literal. Since 217. [systemd.swap(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.swap.html#Options=)
   */
  readonly Options?: UnitString;
  /**
   * How long swapon may take. Default: 90 s.
   *
   * A Duration, or `infinity`. [systemd.swap(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.swap.html#TimeoutSec=)
   */
  readonly TimeoutSec?: Duration | 'infinity';
}

/** See {@link SwapOnlyDirectives}. */
export const SWAP_ONLY_DIRECTIVES: DirectiveTable<SwapOnlyDirectives> = {
  What: { kind: path },
  Priority: { kind: wholeNumber(-1, 32767) },
  Options: { kind: text, since: 217 },
  TimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }) },
};
