import { EnvironmentReference } from './environment-reference';
import { Specifier } from './specifier';

/** What may stand in a {@link SpecifiedText} beside literal text. */
export type SpecifiedPart = Specifier | EnvironmentReference;

/** Text in which systemd puts something where a {@link Specifier} stands; all else in it is literal. Made by {@link specified}. */
export class SpecifiedText {
  constructor(
    /** Literal texts and what is put between them, in order. */
    readonly parts: readonly (string | SpecifiedPart)[],
  ) {}

  /** How messages show it. */
  toString(): string {
    return this.parts.join('');
  }
}

/** A text of a unit file: literal, or with specifiers made by {@link specified}. */
export type UnitString = string | SpecifiedText;

/**
 * Text with specifiers: `` specified`/srv/${Specifier.INSTANCE}` ``. In arguments of commands environment variables too:
 * `` specified`--pid=${Exec.env('MAINPID')}` ``. A string or a number is put in as literal text.
 */
export function specified(texts: TemplateStringsArray, ...values: readonly (SpecifiedPart | string | number)[]): SpecifiedText {
  const parts = texts.flatMap((text, index): readonly (string | SpecifiedPart)[] => {
    const value = values[index];
    if (value === undefined) return [text];
    return [text, value instanceof Specifier || value instanceof EnvironmentReference ? value : String(value)];
  });
  return new SpecifiedText(parts.filter((part) => part !== ''));
}

/** Text that may have specifiers, or is one: `Specifier.INSTANCE`. */
export type SpecifiableText = UnitString | Specifier;

/** The text of a unit file for a value that may be a specifier. */
export function unitString(value: SpecifiableText): UnitString {
  return value instanceof Specifier ? new SpecifiedText([value]) : value;
}

/** Plain text that shows specifiers as they are written in a unit file, for checks of a value's form. */
export function plainText(value: SpecifiableText): string {
  const text = unitString(value);
  if (typeof text === 'string') return text;
  // A path stays a path.
  return text.parts.map((part) => (part instanceof Specifier && part.isPath ? `/${part.toString()}` : String(part))).join('');
}
