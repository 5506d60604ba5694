// Made by tools/directives from tools/directives/groups/slice.txt. Do not edit.
import { countOrInfinity } from '../kinds/amounts';
import type { DirectiveTable } from '../section';

/** What only slices have. Source: systemd.slice(5). */
export interface SliceOnlyDirectives {
  /**
   * How many units inside it may run or start at a time; more wait. Default: infinity.
   *
   * A whole number, or `infinity`. Since 258. [systemd.slice(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.slice.html#ConcurrencySoftMax=)
   */
  readonly ConcurrencySoftMax?: number | 'infinity';
  /**
   * How many units inside it may run or start at a time; more fail. Default: infinity.
   *
   * A whole number, or `infinity`. Since 258. [systemd.slice(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.slice.html#ConcurrencyHardMax=)
   */
  readonly ConcurrencyHardMax?: number | 'infinity';
  /**
   * How many units inside it may be starting at a time; more wait. Default: infinity.
   *
   * A whole number, or `infinity`. Since 262. [systemd.slice(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.slice.html#ActivatingConcurrencyMax=)
   */
  readonly ActivatingConcurrencyMax?: number | 'infinity';
}

/** See {@link SliceOnlyDirectives}. */
export const SLICE_ONLY_DIRECTIVES: DirectiveTable<SliceOnlyDirectives> = {
  ConcurrencySoftMax: { kind: countOrInfinity, since: 258 },
  ConcurrencyHardMax: { kind: countOrInfinity, since: 258 },
  ActivatingConcurrencyMax: { kind: countOrInfinity, since: 262 },
};
