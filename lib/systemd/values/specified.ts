import { EnvironmentReference } from './environment-reference';
import { Specifier } from './specifier';

/** A part of {@link SpecifiedText} that isn't literal text. */
export type SpecifiedPart = Specifier | EnvironmentReference;

/**
 * Text that contains specifiers, which systemd replaces; everything else in it is literal. Created by {@link specified}.
 *
 * @example
 * ```ts
 * const socket: SpecifiedText = specified`${Specifier.RUNTIME_DIRECTORY}/myapp/worker.sock`;
 * sidekiq.unit.service.add({ Environment: { WORKER_SOCKET: socket } });
 * ```
 */
export class SpecifiedText {
  constructor(
    /** Literal texts and the parts between them, in order. */
    readonly parts: readonly (string | SpecifiedPart)[],
  ) {}

  /** The text that messages show. */
  toString(): string {
    return this.parts.join('');
  }
}

/** Text of a unit file: literal, or with specifiers (see {@link specified}). */
export type UnitString = string | SpecifiedText;

/**
 * Builds text with specifiers: `` specified`/srv/${Specifier.INSTANCE}` ``. Arguments of commands can also contain environment variables:
 * `` specified`--pid=${Exec.env('MAINPID')}` ``. Strings and numbers are inserted as literal text.
 *
 * @example
 * ```ts
 * new SidekiqService(this, 'sidekiq', {
 *   host,
 *   version: '7.3',
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   instances: 2,
 *   configFile: specified`/etc/myapp/${Specifier.INSTANCE}.yml`,
 * });
 * ```
 */
export function specified(texts: TemplateStringsArray, ...values: readonly (SpecifiedPart | string | number)[]): SpecifiedText {
  const parts = texts.flatMap((text, index): readonly (string | SpecifiedPart)[] => {
    const value = values[index];
    if (value === undefined) return [text];
    return [text, value instanceof Specifier || value instanceof EnvironmentReference ? value : String(value)];
  });
  return new SpecifiedText(parts.filter((part) => part !== ''));
}

/** Text that may contain specifiers, or a single specifier: `Specifier.INSTANCE`. */
export type SpecifiableText = UnitString | Specifier;

/**
 * Converts a value that may be a specifier to text of a unit file.
 *
 * @example
 * ```ts
 * import { unitString } from 'cdktf-sidekiq/systemd';
 *
 * const name = unitString(Specifier.INSTANCE);
 * sidekiq.unit.service.add({ Environment: { WORKER_NAME: name } });
 * ```
 */
export function unitString(value: SpecifiableText): UnitString {
  return value instanceof Specifier ? new SpecifiedText([value]) : value;
}

/**
 * Returns plain text with specifiers as a unit file shows them, for checks of a value's form.
 *
 * @example
 * ```ts
 * import { plainText } from 'cdktf-sidekiq/systemd';
 *
 * const text = plainText(specified`${Specifier.STATE_DIRECTORY}/myapp`); // '/%S/myapp'
 * ```
 */
export function plainText(value: SpecifiableText): string {
  const text = unitString(value);
  if (typeof text === 'string') return text;
  // Specifiers for paths get a leading slash, so that the text still looks like a path.
  return text.parts.map((part) => (part instanceof Specifier && part.isPath ? `/${part.toString()}` : String(part))).join('');
}
