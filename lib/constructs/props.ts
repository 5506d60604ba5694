import { Token } from 'cdktf';
import { show, unknownProperty, type Issue } from '../values';
import { hasTokenWithin, tokenIssue } from './tokens';

/** What one property of a construct must be. */
export interface PropRule<T> {
  /** What would be right, as a message says it: `true or false`. */
  readonly expected: string;
  /** What keeps a value from being that, as words after "which"; undefined if nothing does. */
  readonly problem: (value: unknown) => string | undefined;
  /**
   * The issue's code.
   * @default 'constructs/bad-property'
   */
  readonly code?: string;
  /**
   * What to do about it.
   * @default to correct it, or to leave it out where it has a default
   */
  readonly remedy?: string;
  /**
   * Whether a value that is known only at apply time will do; `within`: not here, but what the value holds is looked at later.
   * @default false
   */
  readonly tokens?: boolean | 'within';
  /**
   * Whether the value must not be shown.
   * @default false
   */
  readonly secret?: boolean;
  /**
   * What takes the place of a wrong or missing value, so that the other issues can be found in the same run. A property
   * without it is optional.
   */
  readonly standIn?: () => T;
}

/** One rule for each property; those that the interface requires have a stand-in. */
export type PropRules<P> = {
  readonly [K in keyof P]-?: undefined extends P[K]
    ? PropRule<Exclude<P[K], undefined>>
    : PropRule<P[K]> & { readonly standIn: () => P[K] };
};

/** Properties that are what their types say, and what had to be mended for it. */
export interface ReadProps<P> {
  /** Wrong optional ones are left out, wrong required ones replaced by their stand-ins. */
  readonly props: P;
  /** What was wrong. */
  readonly issues: readonly Issue[];
}

/**
 * Looks at what a construct was really given: a JavaScript program, an `any`, a variable of the environment that is not
 * set, a name that is misspelt. Nothing that comes out of it makes a constructor throw.
 *
 * @param given what it was
 * @param rules what it should be
 * @param others names of the construct's properties that are read elsewhere
 */
export function readProps<P extends object>(given: P, rules: PropRules<P>, others: readonly string[] = []): ReadProps<P> {
  const values: Readonly<Record<string, unknown>> = isRecord(given) ? { ...given } : {};
  const issues: Issue[] = Object.keys(values)
    .filter((name) => values[name] !== undefined && !Object.hasOwn(rules, name))
    .map((name) => unknownProperty('constructs/unknown-property', name, [...others, ...Object.keys(rules)]));
  const read = Object.entries<PropRule<unknown>>(rules).flatMap(([name, rule]): [string, unknown][] => {
    const value = values[name];
    if (value === undefined && rule.standIn === undefined) return [];
    const issue = issueOf(name, value, rule);
    if (issue === undefined) return [[name, value]];
    issues.push(issue);
    return rule.standIn === undefined ? [] : [[name, rule.standIn()]];
  });
  return { props: Object.fromEntries(read) as P, issues };
}

function issueOf(property: string, value: unknown, rule: PropRule<unknown>): Issue | undefined {
  if (refusesToken(value, rule)) return tokenIssue(property);
  const problem = value === undefined ? 'is missing' : rule.problem(value);
  if (problem === undefined) return undefined;
  return {
    code: rule.code ?? 'constructs/bad-property',
    severity: 'error',
    property,
    got: value === undefined ? 'nothing' : `${rule.secret === true ? 'a value' : show(value)}, which ${problem}`,
    expected: rule.expected,
    remedy: rule.remedy ?? remedyOf(property, value, rule),
  };
}

function remedyOf(property: string, value: unknown, { standIn }: PropRule<unknown>): string {
  if (standIn === undefined) return `Correct it, or leave ${property} out.`;
  return value === undefined ? 'Add it: this construct needs it.' : 'Correct it: this construct needs it.';
}

function refusesToken(value: unknown, { tokens = false }: PropRule<unknown>): boolean {
  if (tokens === true || !hasTokenWithin(value)) return false;
  return tokens === false || !isRecord(value) || Token.isUnresolved(value);
}

/** Whether a value is an object with named values, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
