/** Directives that systemd ignores in units that don't manage control groups of their own: sockets, mounts, swaps and slices. */
export interface WithoutDelegation {
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly Delegate?: never;
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly DelegateSubgroup?: never;
}

/** Directives that systemd ignores in units that systemd-oomd doesn't watch: sockets, mounts and swaps. */
export interface WithoutOomd {
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly ManagedOOMSwap?: never;
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly ManagedOOMMemoryPressure?: never;
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly ManagedOOMMemoryPressureLimit?: never;
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly ManagedOOMMemoryPressureDurationSec?: never;
  /** @deprecated Leave it out: systemd ignores it in this type of unit. */
  readonly OOMRules?: never;
}

/** The directive that systemd ignores in slices: a slice's name determines its parent. */
export interface WithoutSlice {
  /** @deprecated Leave it out: `a-b.slice` is in `a.slice`. */
  readonly Slice?: never;
}
