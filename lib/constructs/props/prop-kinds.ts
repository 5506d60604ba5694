import { TerraformVariable } from 'cdktf';
import { Specifier, SpecifiedText, type SpecifiableText } from '../../systemd';
import { Secret } from '../../terraform';
import { absolutePathProblem, byteOrderMarkProblem, Duration, fileModeProblem, textProblem, userNameProblem } from '../../values';
import { isRecord, type PropRule } from './read-props';

/** Text on one line. Only the type is checked here; the text is checked where it is used. */
export const text: PropRule<string> = {
  expected: 'text',
  problem: (value) => (typeof value === 'string' ? undefined : 'is not a string'),
};

/** Text that may contain systemd specifiers. Only the type is checked here; the text is checked where it is used. */
export const specifiableText: PropRule<SpecifiableText> = {
  expected: 'text, or text with specifiers like specified`/etc/myapp/${Specifier.INSTANCE}.yml`',
  problem: (value) =>
    typeof value === 'string' || value instanceof SpecifiedText || value instanceof Specifier ? undefined : 'is not text',
};

/** An absolute path on a host. */
export const path: PropRule<string> = {
  code: 'file/invalid-path',
  expected: 'an absolute, normalised path',
  remedy: 'Give the full path on the host.',
  problem: absolutePathProblem,
};

/** Permissions of a file. */
export const mode: PropRule<string> = {
  code: 'file/invalid-mode',
  expected: `octal digits as text, like '0640'`,
  problem: fileModeProblem,
};

/** Owner of a file. */
export const account: PropRule<string> = {
  code: 'file/invalid-owner',
  expected: 'a name or id of letters, digits, dots, underscores and hyphens',
  remedy: 'Use a user or group that exists on the host.',
  problem: userNameProblem,
};

/** User or group that a process runs as. Issues name the property that was set, not the directive that it becomes. */
export const runsAs: PropRule<string> = {
  code: 'unit/invalid-user-name',
  expected: 'the name or the numeric id of a user or group, as text',
  remedy: 'Use a name that exists on the host: systemd loads the unit with any other, but fails to start the service.',
  problem: userNameProblem,
};

/** Permissions removed from new files. */
export const umask: PropRule<string> = {
  code: 'unit/invalid-mode',
  expected: `octal digits as text, like '0027'`,
  problem: fileModeProblem,
};

/** Text of any number of lines. */
export const content: PropRule<string> = {
  code: 'file/invalid-content',
  expected: 'text in Unicode normalisation form C, with \\n as line ending and without NUL',
  remedy: `Fix the form with content.normalize(), or the line endings with content.replaceAll('\\r\\n', '\\n'): Terraform can’t transfer any other text.`,
  problem: (value) => textProblem(value, { allowNewline: true }) ?? byteOrderMarkProblem(value),
};

/** A boolean. */
export const flag: PropRule<boolean> = {
  expected: 'true or false',
  problem: (value) => (typeof value === 'boolean' ? undefined : 'is not a boolean'),
};

/** A number; its range is checked where it is used. */
export const number: PropRule<number> = {
  expected: 'a number',
  problem: (value) => (typeof value === 'number' ? undefined : 'is not a number'),
};

/** One of a few words, or `false`. */
export function oneOf<const T extends string | false>(...words: readonly T[]): PropRule<T> {
  return {
    expected: words.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' or '),
    problem: (value) => (words.some((word) => word === value) ? undefined : 'is not an allowed value'),
  };
}

/** A time span. */
export const duration: PropRule<Duration> = {
  expected: 'a time span like Duration.seconds(30)',
  problem: (value) => (value instanceof Duration ? value.problem() : 'is not a Duration'),
};

/**
 * Describes why a value isn't a whole number within limits, in words that follow "which".
 *
 * @returns undefined for a valid number
 */
export function wholeNumberProblem(value: unknown, from: number, to: number): string | undefined {
  if (!Number.isInteger(value)) return 'is not a whole number';
  return Number(value) >= from && Number(value) <= to ? undefined : 'is out of range';
}

/** A time span of whole seconds. */
export function wholeSeconds(from: number, to: number): PropRule<Duration> {
  return {
    expected: `a Duration of whole seconds, from ${from} to ${to} s`,
    problem: (value) => {
      const problem = duration.problem(value);
      if (problem !== undefined || !(value instanceof Duration)) return problem;
      const seconds = value.toSeconds();
      if (!Number.isInteger(seconds)) return 'is not a whole number of seconds';
      return seconds >= from && seconds <= to ? undefined : 'is out of range';
    },
  };
}

/** An instance of one of this library's classes. */
export function instanceOf<T>(
  type: { readonly prototype: T; [Symbol.hasInstance](value: unknown): boolean },
  expected: string,
): PropRule<T> {
  return { expected, problem: (value) => (value instanceof type ? undefined : 'has the wrong type') };
}

/** A list of values of one kind. */
export function listOf<T>(rule: PropRule<T>): PropRule<readonly T[]> {
  return {
    expected: `a list of: ${rule.expected}`,
    problem: (value) => {
      if (!Array.isArray(value)) return 'is not a list';
      const at = value.findIndex((element: unknown) => rule.problem(element) !== undefined);
      return at < 0 ? undefined : `has an element [${at}] that ${rule.problem(value[at]) ?? ''}`;
    },
  };
}

/** A value of either of two kinds. */
export function anyOf<A, B>(one: PropRule<A>, other: PropRule<B>): PropRule<A | B> {
  return {
    expected: `${one.expected}, or ${other.expected}`,
    problem: (value) => (other.problem(value) === undefined ? undefined : one.problem(value)),
  };
}

/** An object whose values are some form of text. */
export function recordOf<T>(rule: PropRule<T>): PropRule<Readonly<Record<string, T>>> {
  return {
    expected: `an object with text values, like { RAILS_LOG_LEVEL: 'warn' }`,
    problem: (value) => {
      if (!isRecord(value)) return 'is not an object';
      const bad = Object.keys(value).find((name) => rule.problem(value[name]) !== undefined);
      return bad === undefined ? undefined : `has a value for ${bad} that is not text`;
    },
  };
}

/** Directives of a section. They are checked one by one with the unit file, and a token in one is reported under the directive's name. */
export function directives<T extends object>(): PropRule<T> {
  return {
    expected: `an object with directives, like { WorkingDirectory: '/opt/myapp' }`,
    tokens: 'within',
    problem: (value) => (isRecord(value) ? undefined : 'is not an object'),
  };
}

/** Source of a secret. */
export const secret: PropRule<Secret> = {
  expected: `Secret.fromHostFile('/etc/…') or Secret.fromVariable(variable)`,
  secret: true,
  problem: secretProblem,
};

/**
 * Describes why a value isn't a secret that can be found.
 *
 * @returns text that follows "which" in a message; undefined when the value is valid
 */
export function secretProblem(value: unknown): string | undefined {
  if (!(value instanceof Secret)) return 'is not a Secret';
  const { source } = value;
  if (source.kind === 'hostFile') {
    const problem = absolutePathProblem(source.path);
    return problem === undefined ? undefined : `names a file whose path ${problem}`;
  }
  return TerraformVariable.isTerraformElement(source.variable) ? undefined : 'is not made from a TerraformVariable';
}
