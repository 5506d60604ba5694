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
 * Shows a value in a message: quoted, control characters visible, at most 80 characters. Of an array or object that has
 * no words of its own only the kind is shown. Never throws.
 */
export function show(value: unknown): string {
  const visible = (value === undefined ? 'nothing' : textOf(value)).replace(
    /[\u007f-\u009f\ud800-\udfff]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
  return visible.length > 80 ? `${visible.slice(0, 77)}...` : visible;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'function') return 'a function';
  if (isBytes(value)) return 'bytes';
  if (hasOwnWords(value)) return value.toString();
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** A Buffer would say all that it holds. */
function isBytes(value: unknown): boolean {
  return ArrayBuffer.isView(value);
}

/** A value that says what it is, like Duration. */
interface Speaking {
  toString(): string;
}

/** Only values of classes: a plain object may hold anything, also a toString that throws. */
function hasOwnWords(value: unknown): value is Speaking {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'toString')) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype instanceof Object && Object.hasOwn(prototype, 'toString');
}

/**
 * The one wording of an issue: `property: got X; expected Y. Do Z. [code]`.
 */
export function formatIssue(issue: Issue): string {
  return `${issue.property}: got ${issue.got}; expected ${issue.expected}. ${issue.remedy} [${issue.code}]`;
}
