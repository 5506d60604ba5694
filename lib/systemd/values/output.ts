import type { UnitString } from './specified';
import { safeText } from './safe-text';

/** How a file is opened for StandardOutput= and StandardError=. */
export type OutputMode = 'file' | 'append' | 'truncate';

/** A file that a service writes its standard output or error to. The journal does not see what goes there. */
export class Output {
  /** Opened for writing at its start, not truncated: `file:path`. */
  static file(path: UnitString): Output {
    return new Output('file', path);
  }

  /** Opened for appending: `append:path`. */
  static append(path: UnitString): Output {
    return new Output('append', path);
  }

  /** Emptied at each start: `truncate:path`. From systemd 248. */
  static truncate(path: UnitString): Output {
    return new Output('truncate', path);
  }

  private constructor(
    /** How it is opened. */
    readonly mode: OutputMode,
    /** Absolute, normalised path. */
    readonly path: UnitString,
  ) {}

  /** How messages show it. */
  toString(): string {
    return `${this.mode}:${safeText(this.path)}`;
  }
}
