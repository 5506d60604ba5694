/** What a matcher of Jest and of Vitest gets as `this`, as far as ours use it. */
export interface MatcherContext {
  /** Whether `.not` stands before the matcher. */
  readonly isNot?: boolean;
  /** The test runner's own words for a difference. */
  readonly utils?: { diff?(expected: unknown, received: unknown): string | null | undefined };
}

/** What a matcher gives to Jest and to Vitest. */
export interface MatcherResult {
  /** Whether the value is as described, `.not` aside. */
  readonly pass: boolean;
  /** What the test says when it fails. */
  message(): string;
}

/** A result whose message is already there. */
export function result(pass: boolean, ...lines: readonly string[]): MatcherResult {
  return { pass, message: () => lines.filter((line) => line !== '').join('\n') };
}

/**
 * An expectation that makes no sense fails with `.not` and without: `expect(x).not.toHaveDirective(…)` with a misspelt name
 * would else be true for ever.
 */
export function senseless({ isNot = false }: MatcherContext, ...lines: readonly string[]): MatcherResult {
  return result(isNot, ...lines);
}
