/**
 * How much an {@link Issue} matters: an `error` stops the synthesis; a `warning` names something that will bite in
 * production; an `info` states a consequence the user chose.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong with what a user wrote. Plain data, collected and reported all at once: nothing throws.
 */
export interface Issue {
  /** Stable code, `<room>/<kebab-case>`: `systemd/relative-path`. Tests and users may rely on it. */
  readonly code: string;
  /** How much it matters. */
  readonly severity: Severity;
  /** The property (or directive, or rule) it is about, as the user spells it. */
  readonly property: string;
  /** What was given, shortened where it is long; never a secret. */
  readonly got: string;
  /** What would be right. */
  readonly expected: string;
  /** What to do about it, in the imperative. */
  readonly remedy: string;
}

/**
 * Shows a value in a message: quoted, control characters visible, at most 80 characters.
 */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : value === undefined ? 'undefined' : String(value);
  const visible = text.replace(/[\u007f-\u009f\ud800-\udfff]/gu, (ch) => `\\u${ch.codePointAt(0)!.toString(16).padStart(4, '0')}`);
  return visible.length > 80 ? `${visible.slice(0, 77)}...` : visible;
}

/**
 * The one wording of an issue: `property: got X; expected Y. Do Z. [code]`.
 */
export function formatIssue(issue: Issue): string {
  return `${issue.property}: got ${issue.got}; expected ${issue.expected}. ${issue.remedy} [${issue.code}]`;
}
