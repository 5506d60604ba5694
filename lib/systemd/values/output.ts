import type { UnitString } from './specified';
import { safeText } from './safe-text';

/** The mode in which a file is opened for StandardOutput= and StandardError=. */
export type OutputMode = 'file' | 'append' | 'truncate';

/**
 * A file that receives a service's standard output or error. Output written there doesn't reach the journal.
 *
 * @example
 * ```ts
 * sidekiq.unit.service.set({
 *   StandardOutput: Output.append('/var/log/sidekiq.log'),
 *   StandardError: Output.append('/var/log/sidekiq.log'),
 * });
 * ```
 */
export class Output {
  /** Opens the file for writing at its start, without truncating it: `file:path`. */
  static file(path: UnitString): Output {
    return new Output('file', path);
  }

  /** Opens the file for appending: `append:path`. */
  static append(path: UnitString): Output {
    return new Output('append', path);
  }

  /** Truncates the file at each start: `truncate:path`. Since systemd 248. */
  static truncate(path: UnitString): Output {
    return new Output('truncate', path);
  }

  private constructor(
    /** Mode in which the file is opened. */
    readonly mode: OutputMode,
    /** Absolute, normalised path. */
    readonly path: UnitString,
  ) {}

  /** The text that messages show. */
  toString(): string {
    return `${this.mode}:${safeText(this.path)}`;
  }
}
