import { TerraformVariable } from 'cdktf';
import { Specifier, SpecifiedText, type SpecifiableText } from '../../systemd';
import { Secret } from '../../terraform';
import { absolutePathProblem, byteOrderMarkProblem, Duration, fileModeProblem, textProblem, userNameProblem } from '../../values';
import { isRecord, type PropRule } from './read-props';

/** Text on one line. Only the type is checked here; the text is validated where it is used. */
export const text: PropRule<string> = {
  valid: 'a string',
  problem: (value) => (typeof value === 'string' ? undefined : 'is not a string'),
};

/** Text that may contain systemd specifiers. Only the type is checked here; the text is validated where it is used. */
export const specifiableText: PropRule<SpecifiableText> = {
  valid: 'a string, or text with specifiers like specified`/etc/myapp/${Specifier.INSTANCE}.yml`',
  problem: (value) =>
    typeof value === 'string' || value instanceof SpecifiedText || value instanceof Specifier ? undefined : 'is not text',
};

/** An absolute path on a host. */
export const path: PropRule<string> = {
  code: 'file/invalid-path',
  valid: 'an absolute, normalised path like /opt/myapp',
  problem: absolutePathProblem,
};

/** Permissions of a file. */
export const mode: PropRule<string> = {
  code: 'file/invalid-mode',
  valid: `octal digits as text, like '0640'`,
  problem: fileModeProblem,
};

/** Owner of a file. */
export const account: PropRule<string> = {
  code: 'file/invalid-owner',
  valid: 'the name or numeric id of a user or group on the host, as text',
  problem: userNameProblem,
};

/** User or group that a process runs as. Issues name the property that was set, not the directive that it becomes. */
export const runsAs: PropRule<string> = {
  code: 'unit/invalid-user-name',
  valid: 'the name or numeric id of a user or group on the host, as text',
  reason: 'systemd loads a unit with any other value but fails to start it',
  problem: userNameProblem,
};

/** Permissions removed from new files. */
export const umask: PropRule<string> = {
  code: 'unit/invalid-mode',
  valid: `octal digits as text, like '0027'`,
  problem: fileModeProblem,
};

/** Text of any number of lines. */
export const content: PropRule<string> = {
  code: 'file/invalid-content',
  valid: `text without NUL, in normalisation form C (content.normalize()) and with \\n as line ending (content.replaceAll('\\r\\n', '\\n'))`,
  reason: 'Terraform can’t transfer any other text',
  problem: (value) => textProblem(value, { allowNewline: true }) ?? byteOrderMarkProblem(value),
};

/** A boolean. */
export const flag: PropRule<boolean> = {
  valid: 'true or false',
  problem: (value) => (typeof value === 'boolean' ? undefined : 'is not a boolean'),
};

/** A number. Its range is validated where it is used. */
export const number: PropRule<number> = {
  valid: 'a number',
  problem: (value) => (typeof value === 'number' ? undefined : 'is not a number'),
};

/** One of a few names, or `false`. */
export function oneOf<const T extends string | false>(...names: readonly T[]): PropRule<T> {
  const shown = names.map((name) => (typeof name === 'string' ? `'${name}'` : String(name)));
  const [first, last] = [shown.slice(0, -1).join(', '), shown.at(-1)!];
  return {
    valid: first === '' ? last : `${first} or ${last}`,
    problem: (value) => (names.some((name) => name === value) ? undefined : 'is not a valid value'),
  };
}

/** A time span. */
export const duration: PropRule<Duration> = {
  valid: 'a time span like Duration.seconds(30)',
  problem: (value) => (value instanceof Duration ? value.problem() : 'is not a Duration'),
};

/**
 * Describes why a value isn't a whole number within limits, as text that follows the value.
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
    valid: `Duration.seconds(n) with a whole number from ${from} to ${to}`,
    problem: (value) => {
      const problem = duration.problem(value);
      if (problem !== undefined || !(value instanceof Duration)) return problem;
      const seconds = value.toSeconds();
      if (!Number.isInteger(seconds)) return 'is not a whole number of seconds';
      return seconds >= from && seconds <= to ? undefined : 'is out of range';
    },
  };
}

/**
 * An instance of one of this library's classes.
 *
 * @param type the class
 * @param noun class name with its article: `a Platform`
 * @param valid valid values, as text that follows "Use"
 */
export function instanceOf<T>(
  type: { readonly prototype: T; [Symbol.hasInstance](value: unknown): boolean },
  noun: string,
  valid: string = noun,
): PropRule<T> {
  return { valid, problem: (value) => (value instanceof type ? undefined : `is not ${noun}`) };
}

/** A list of values of one kind. */
export function listOf<T>(rule: PropRule<T>): PropRule<readonly T[]> {
  return {
    valid: `a list in which each element is ${rule.valid}`,
    elements: rule,
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
    valid: `${one.valid}, or ${other.valid}`,
    problem: (value) => (other.problem(value) === undefined ? undefined : one.problem(value)),
  };
}

/** An object whose values are some form of text. Messages don't show the values, because one may be a secret that doesn't belong there. */
export function recordOf<T>(rule: PropRule<T>): PropRule<Readonly<Record<string, T>>> {
  return {
    valid: `an object with text values, like { RAILS_LOG_LEVEL: 'warn' }`,
    elements: { ...rule, secret: true },
    problem: (value) => {
      if (!isRecord(value)) return 'is not an object';
      const bad = Object.keys(value).find((name) => rule.problem(value[name]) !== undefined);
      return bad === undefined ? undefined : `has a value for ${bad} that is not text`;
    },
  };
}

/** Directives of a section. They are validated one by one with the unit file, and a token in one is reported under the directive's name. */
export function directives<T extends object>(): PropRule<T> {
  return {
    valid: `an object with directives, like { WorkingDirectory: '/opt/myapp' }`,
    tokens: 'within',
    problem: (value) => (isRecord(value) ? undefined : 'is not an object'),
  };
}

/** Source of a secret. */
export const secret: PropRule<Secret> = {
  valid: `Secret.fromHostFile('/etc/…') or Secret.fromVariable(variable)`,
  secret: true,
  problem: secretProblem,
};

/**
 * Describes why a value isn't a secret that can be found.
 *
 * @returns text that follows the value in a message; undefined when the value is valid
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
