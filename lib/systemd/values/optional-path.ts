import type { UnitString } from './specified';
import { safeText } from './safe-text';

/**
 * A path that may be missing on the host: systemd's leading `-`. Accepted by WorkingDirectory=, EnvironmentFile=, ReadWritePaths= and
 * similar. Without it, a missing path keeps the service from starting.
 *
 * @example
 * ```ts
 * sidekiq.unit.service.add({
 *   EnvironmentFile: [OptionalPath.of('/etc/default/myapp')],
 *   ReadWritePaths: [OptionalPath.of('/srv/uploads')],
 * });
 * ```
 */
export class OptionalPath {
  /**
   * Marks a path as optional.
   *
   * @param path absolute and normalised, without the `-`.
   */
  static of(path: UnitString): OptionalPath {
    return new OptionalPath(path);
  }

  private constructor(
    /** The path without its prefix. */
    readonly path: UnitString,
  ) {}

  /** The text that messages show. */
  toString(): string {
    return `-${safeText(this.path)}`;
  }
}
