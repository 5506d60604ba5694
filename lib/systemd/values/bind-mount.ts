/** A file or directory of the host that a service sees at a place of its own (BindPaths=, BindReadOnlyPaths=). */
export interface BindMount {
  /** Absolute path on the host. */
  readonly source: string;
  /** Absolute path in the service's view. Default: the same path. */
  readonly destination?: string;
  /** Whether the source may be missing (leading `-`). Default: false, and the service fails to start without it. */
  readonly optional?: boolean;
  /** Whether what is mounted below the source comes along (`rbind`, `norbind`). Default: true. */
  readonly recursive?: boolean;
}
