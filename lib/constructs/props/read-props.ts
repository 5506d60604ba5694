import { Token } from 'cdktf';
import { error, show, unknownProperty, type Issue, type Place } from '../../values';
import { hasTokenWithin, tokenIssue } from './tokens';

/** Validation rule for one property of a construct. */
export interface PropRule<T> {
  /** Valid values, as text that follows "Use" in a remedy: `true or false`. */
  readonly valid: string;
  /** Describes what is wrong with a value, as text that follows the value: `is not a list`. Returns undefined for a valid value. */
  readonly problem: (value: unknown) => string | undefined;
  /**
   * Code of the issue.
   * @default 'stack/invalid-property'
   */
  readonly code?: string;
  /**
   * Reason for the remedy: what happens with any other value, or what the default does.
   * @default none
   */
  readonly reason?: string;
  /**
   * Rule for the elements of a list or the values of an object. An invalid one is reported at its own place.
   * @default the value is reported as a whole
   */
  readonly elements?: PropRule<unknown>;
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
    const issue = hasForbiddenToken(value, rule) ? tokenIssue([name]) : issueOf([name], value, rule);
    if (issue === undefined) return [[name, value]];
    issues.push(issue);
    return rule.placeholder === undefined ? [] : [[name, rule.placeholder()]];
  });
  return { props: Object.fromEntries(read) as P, issues };
}

function issueOf(place: Place, value: unknown, rule: PropRule<unknown>): Issue | undefined {
  const { code = 'stack/invalid-property', valid, placeholder, reason, secret } = rule;
  const because = reason === undefined ? '' : `: ${reason}`;
  const isProperty = place.length === 1;
  if (value === undefined) {
    const problem = isProperty ? 'this required property is not set' : 'this value is not set';
    return error(code, place, { problem, remedy: `Set it to ${valid}${because}.` });
  }
  const problem = rule.problem(value);
  if (problem === undefined) return undefined;
  const optional = isProperty && placeholder === undefined ? `, or leave ${place[0]} out` : '';
  return (
    elementIssue(place, value, { ...rule, code }) ??
    error(code, place, {
      problem: `${secret === true ? 'the value' : show(value)} ${problem}`,
      remedy: `Use ${valid}${optional}${because}.`,
    })
  );
}

/** Returns the issue of the first invalid element of a list or value of an object, or undefined if the value as a whole is invalid. */
function elementIssue(place: Place, value: unknown, { elements, code }: PropRule<unknown>): Issue | undefined {
  if (elements === undefined) return undefined;
  const all: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? Array.from(value, (element: unknown, index) => [index, element] as const)
    : isRecord(value)
      ? Object.entries(value).map(([name, element]) => [/^\w+$/.test(name) ? name : show(name), element] as const)
      : [];
  const bad = all.find(([, element]) => elements.problem(element) !== undefined);
  return bad === undefined ? undefined : issueOf([...place, bad[0]], bad[1], { ...elements, code });
}

function hasForbiddenToken(value: unknown, { tokens = false }: PropRule<unknown>): boolean {
  if (tokens === true || !hasTokenWithin(value)) return false;
  return tokens === false || !isRecord(value) || Token.isUnresolved(value);
}

/** Returns whether a value is an object with named values, and not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
