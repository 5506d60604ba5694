import { Token } from 'cdktf';
import { error, show, unknownProperty, type Issue } from '../../values';
import { hasTokenWithin, tokenIssue } from './tokens';

/** Validation rule for one property of a construct. */
export interface PropRule<T> {
  /** Expected value, as shown in messages: `true or false`. */
  readonly expected: string;
  /** Describes what is wrong with a value, as text that follows "which" in a message. Returns undefined when the value is valid. */
  readonly problem: (value: unknown) => string | undefined;
  /**
   * Code of the issue.
   * @default 'stack/invalid-property'
   */
  readonly code?: string;
  /**
   * Fix shown in the message.
   * @default advice to add or correct the value, or to leave it out if it is optional
   */
  readonly remedy?: string;
  /**
   * Accepts a value that is known only at apply time. With `within` the value itself can't be a token, but may contain tokens, which are
   * checked later.
   * @default false
   */
  readonly tokens?: boolean | 'within';
  /**
   * Keeps the value out of messages.
   * @default false
   */
  readonly secret?: boolean;
  /**
   * Returns a placeholder for a wrong or missing value, so that the other issues can be found in the same run. A property without one is
   * optional.
   */
  readonly placeholder?: () => T;
}

/** One validation rule for each property. Properties that the interface requires have a placeholder. */
export type PropRules<P> = {
  readonly [K in keyof P]-?: undefined extends P[K]
    ? PropRule<Exclude<P[K], undefined>>
    : PropRule<P[K]> & { readonly placeholder: () => P[K] };
};

/** Properties that match their types, and the issues of those that didn't. */
export interface ReadProps<P> {
  /** Checked properties. Wrong optional ones are left out; wrong or missing required ones are replaced by their placeholders. */
  readonly props: P;
  /** Issues found in the given properties. */
  readonly issues: readonly Issue[];
}

/**
 * Checks the properties that a construct was actually given, which may come from a JavaScript program, an `any`, an unset environment
 * variable or a misspelt name. The result never makes a constructor throw.
 *
 * @param given properties as given
 * @param rules rules that they must follow
 * @param others names of the construct's properties that are read elsewhere
 */
export function readProps<P extends object>(given: P, rules: PropRules<P>, others: readonly string[] = []): ReadProps<P> {
  const values: Readonly<Record<string, unknown>> = isRecord(given) ? { ...given } : {};
  const issues: Issue[] = Object.keys(values)
    .filter((name) => values[name] !== undefined && !Object.hasOwn(rules, name))
    .map((name) => unknownProperty('stack/unknown-property', name, [...others, ...Object.keys(rules)]));
  const read = Object.entries<PropRule<unknown>>(rules).flatMap(([name, rule]): [string, unknown][] => {
    const value = values[name];
    if (value === undefined && rule.placeholder === undefined) return [];
    const issue = issueOf(name, value, rule);
    if (issue === undefined) return [[name, value]];
    issues.push(issue);
    return rule.placeholder === undefined ? [] : [[name, rule.placeholder()]];
  });
  return { props: Object.fromEntries(read) as P, issues };
}

function issueOf(name: string, value: unknown, rule: PropRule<unknown>): Issue | undefined {
  if (refusesToken(value, rule)) return tokenIssue([name]);
  const problem = value === undefined ? 'is missing' : rule.problem(value);
  if (problem === undefined) return undefined;
  return error(rule.code ?? 'stack/invalid-property', [name], {
    got: value === undefined ? 'nothing' : `${rule.secret === true ? 'a value' : show(value)}, which ${problem}`,
    expected: rule.expected,
    remedy: rule.remedy ?? remedyOf(name, value, rule),
  });
}

function remedyOf(name: string, value: unknown, { placeholder }: PropRule<unknown>): string {
  if (placeholder === undefined) return `Correct it, or leave ${name} out.`;
  return value === undefined ? 'Set it: this construct requires it.' : 'Correct it: this construct requires it.';
}

function refusesToken(value: unknown, { tokens = false }: PropRule<unknown>): boolean {
  if (tokens === true || !hasTokenWithin(value)) return false;
  return tokens === false || !isRecord(value) || Token.isUnresolved(value);
}

/** Returns whether a value is an object with named values, and not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
