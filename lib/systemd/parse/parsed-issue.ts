import type { Issue } from '../../values';

/** What systemd would say of a file, at a line of it. */
export interface ParsedIssue extends Issue {
  /** The line, from 1, counted as systemd does: of one that is continued the last part. Undefined: the file as a whole. */
  readonly line: number | undefined;
}
