import type { Issue } from '../../values/issue';

/** One thing that is wrong with a control file, and where. */
export interface ParseIssue extends Issue {
  /** Its line, from 1. */
  readonly line: number;
  /** The line that Monit tells, where it refuses the file: it counts no line breaks after URLs and after the addresses of mail formats. */
  readonly monitLine?: number;
  /** Whether Monit 5.33 refuses the whole control file for it. */
  readonly refused: boolean;
}

/** A line of the file, and the one that Monit tells for it, if it tells one. */
export interface Where {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly monitLine?: number;
}

/** Makes an issue about what Monit refuses: text that is none of its language, or a value that it has no use for. */
export function refusal(code: 'syntax' | 'refused', { line, monitLine }: Where, got: string, expected: string): ParseIssue {
  return {
    code: `monit/${code}`,
    severity: 'error',
    property: `line ${line}`,
    got,
    expected,
    remedy: 'Change it: Monit refuses the whole control file.',
    line,
    ...(monitLine === undefined ? {} : { monitLine }),
    refused: true,
  };
}

/** Makes an issue about text that Monit takes for something else than it says. */
export function misreading(
  code: 'wrapped-number' | 'replaced-test' | 'changed-operator' | 'ignored-recovery',
  line: number,
  words: Pick<Issue, 'got' | 'expected' | 'remedy' | 'severity'>,
): ParseIssue {
  return { code: `monit/${code}`, property: `line ${line}`, line, refused: false, ...words };
}
