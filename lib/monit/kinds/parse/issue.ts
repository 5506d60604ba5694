import type { Issue, Severity } from '../../../values/issue';
import { error, issue, type IssueText } from '../../../values/make-issue';

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

/** Makes an issue about text that Monit rejects: a syntax error, or a value that it doesn't accept. */
export function refusal(
  code: 'monit/invalid-syntax' | 'monit/refused-value',
  { line, monitLine }: Where,
  got: string,
  expected: string,
): ParseIssue {
  return {
    ...error(code, [`line ${line}`], { got, expected, remedy: 'Change it: Monit refuses the whole control file.' }),
    line,
    ...(monitLine === undefined ? {} : { monitLine }),
    refused: true,
  };
}

/** Makes an issue about text that Monit reads as something other than what is written. */
export function misreading(
  code: 'monit/wrapped-number' | 'monit/replaced-test' | 'monit/changed-operator' | 'monit/ignored-recovery',
  line: number,
  { severity, ...text }: IssueText & { readonly severity: Severity },
): ParseIssue {
  return { ...issue(severity, code, [`line ${line}`], text), line, refused: false };
}
