import type { Issue } from '../../values';

/** An issue that systemd would have with a file, at one of its lines. */
export interface ParsedIssue extends Issue {
  /** The line, from 1, as systemd counts: the last part of a continued line. Undefined for the file as a whole. */
  readonly line: number | undefined;
  /** The directive that the issue is about: `[Service] ExecStart`. Undefined if it's about no directive. */
  readonly directive: string | undefined;
}
