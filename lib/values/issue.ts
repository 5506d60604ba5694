import type { Place } from './place';

/**
 * Severity of an {@link Issue}: an `error` stops the synthesis, a `warning` is a likely problem in production, and an `info` is a
 * consequence of the user's choice.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A problem with the user's input. Issues are plain data, collected and reported all at once; nothing throws. */
export interface Issue {
  /** Stable code in the form `<area>/<kebab-case>`: `unit/invalid-path`. Tests and users may rely on it. */
  readonly code: string;
  /** Severity of the issue. */
  readonly severity: Severity;
  /** Place of the property, directive or rule that the issue is about, as the user spells it. */
  readonly place: Place;
  /** Problem: one sentence without its full stop that shows the value, shortened if it's long; never a secret. */
  readonly problem: string;
  /** Remedy: one sentence that starts with a verb and has the text to type. */
  readonly remedy: string;
}

/**
 * Formats a value for a message: quoted, with control characters escaped, at most 80 characters. Only the kind of an array is
 * shown, and of an object whose class has no `toString` of its own. Never throws.
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
  if (hasOwnText(value)) return value.toString();
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Checks for a Buffer or typed array, whose `toString` would print its whole content. */
function isBytes(value: unknown): boolean {
  return ArrayBuffer.isView(value);
}

/** Checks for an instance of a class with its own `toString`, like Duration. A plain object may have a `toString` that throws. */
function hasOwnText(value: unknown): value is { toString(): string } {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'toString')) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype instanceof Object && Object.hasOwn(prototype, 'toString');
}
