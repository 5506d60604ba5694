/** A file or directory of the host that is mounted at a path inside the service's view (BindPaths=, BindReadOnlyPaths=). */
export interface BindMount {
  /** Absolute path on the host. */
  readonly source: string;
  /**
   * Absolute path in the service's view.
   * @default the same path
   */
  readonly destination?: string;
  /**
   * Allows the source to be missing (leading `-`). Without it, the service fails to start if the source is missing.
   * @default false
   */
  readonly optional?: boolean;
  /**
   * Includes mounts below the source (`rbind`, `norbind`).
   * @default true
   */
  readonly recursive?: boolean;
}
