import fc from 'fast-check';

import { absolutePathProblem } from '../../../lib/values';

const HOSTILE = [
  '\n', '\r', '\t', '\\', '"', "'", ' ', '#', ';', '{', '}', '$', '%', '\\0x41', '\\n', '\u007f', '\u0001', 'é', 'e\u0301', '\u0338', '日本', '😀',
  '\n  if cpu > 65% per core for 2 cycles then alert', 'per core', '/', '=', '"\n', '$HOST', '${', '\u2028', '\u0085', '\ufeff', 'a', 'Z', '0',
]; // prettier-ignore

/** Text that UTF-8 can encode, of the kind that breaks naive quoting. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** Any text, including NUL and half surrogate pairs. */
export const anyText = fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom('a\0b', '\0', '\ud800', 'x\udc00y', ''));

/** Text for a command word. */
export const argvWord = hostileText;

/** Text that isn't empty. */
export const someText = hostileText.map((text) => (text === '' ? 'x' : text));

/** A pidfile or the like: absolute, hostile inside. */
export const hostilePath = hostileText.map((text) => `/${text}`);

/** A path that the library accepts. */
export const goodPath = hostilePath.filter((path) => absolutePathProblem(path) === undefined);

/** A name that Monit accepts. */
export const checkName = hostileText.map((text) => text.replace(/\p{Cc}/gu, '')).filter((text) => text !== '' && !text.startsWith('/'));

/** Text that needs no quotes: in form C, without these characters, no blanks at the ends. */
export const plainText = (without: RegExp): fc.Arbitrary<string> =>
  hostileText.map((text) =>
    text
      .replace(without, '')
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .replace(without, '')
      .trim(),
  );

/** POSIX regular expressions. */
export const pattern = fc.constantFrom('^ok$', '/a', 'a "b"', "it's", 'x|y', '[0-9]+ é', 'sidekiq [0-9]', '^"x"$', '\\.', 'a{2}');

/** A value, or undefined. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** A whole number. */
export const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** An object without the properties that are undefined. */
export function given<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

/** A record of optional properties. */
export const options = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
