import type { Issue, Severity } from '../../../values/issue';
import { error, issue } from '../../../values/make-issue';

/** A problem in a control file, with its line. */
export interface ParseIssue extends Issue {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Line that Monit reports if it rejects the file: it counts no line breaks after URLs and after the addresses of mail formats. */
  readonly monitLine?: number;
  /** True if Monit 5.33 rejects the whole control file because of it. */
  readonly refused: boolean;
}

/** A line of the file, and the line that Monit reports for it, if any. */
export interface Where {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Line that Monit reports, from 1. */
  readonly monitLine?: number;
}

/** Problem and remedy. */
export type ParseIssueText = Pick<Issue, 'problem' | 'remedy'>;

/** Makes an issue about text that Monit rejects: a syntax error, or a value that it doesn't accept. Adds that to the problem. */
export function refusal(
  code: 'monit/invalid-syntax' | 'monit/refused-value',
  { line, monitLine }: Where,
  { problem, remedy }: ParseIssueText,
): ParseIssue {
  return {
    ...error(code, [`line ${line}`], { problem: `${problem}, so Monit rejects the whole control file`, remedy }),
    line,
    ...(monitLine === undefined ? {} : { monitLine }),
    refused: true,
  };
}

/** Makes an issue about text that Monit accepts but misreads. */
export function misreading(
  code: 'monit/wrapped-number' | 'monit/replaced-test' | 'monit/changed-operator' | 'monit/ignored-recovery',
  line: number,
  { severity, ...text }: ParseIssueText & { readonly severity: Severity },
): ParseIssue {
  return { ...issue(severity, code, [`line ${line}`], text), line, refused: false };
}
