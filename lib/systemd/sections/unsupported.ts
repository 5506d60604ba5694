/** What systemd takes no notice of in units that manage no control groups of their own: sockets, mounts, swaps and slices. */
export interface WithoutDelegation {
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly Delegate?: never;
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly DelegateSubgroup?: never;
}

/** What systemd takes no notice of in units that systemd-oomd does not watch: sockets, mounts and swaps. */
export interface WithoutOomd {
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly ManagedOOMSwap?: never;
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly ManagedOOMMemoryPressure?: never;
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly ManagedOOMMemoryPressureLimit?: never;
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly ManagedOOMMemoryPressureDurationSec?: never;
  /** @deprecated Leave it out: systemd takes no notice of it in this type of unit. */
  readonly OOMRules?: never;
}

/** What systemd takes no notice of in slices: the name of a slice says in which one it is. */
export interface WithoutSlice {
  /** @deprecated Leave it out: `a-b.slice` is in `a.slice`. */
  readonly Slice?: never;
}
