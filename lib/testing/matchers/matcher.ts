/** The parts of `this` in a matcher of Jest or Vitest that this library uses. */
export interface MatcherContext {
  /** True when `.not` precedes the matcher. */
  readonly isNot?: boolean;
  /** Helpers of the test runner for messages. */
  readonly utils?: {
    /** Formats a difference for people. */
    diff?(expected: unknown, received: unknown): string | null | undefined;
  };
}

/** Result of a matcher of Jest or Vitest. */
export interface MatcherResult {
  /** True when the value matches, regardless of `.not`. */
  readonly pass: boolean;
  /** Returns the message for a failed test. */
  message(): string;
}

/** Creates a result with a ready-made message, without its empty lines. */
export function result(pass: boolean, ...lines: readonly string[]): MatcherResult {
  return { pass, message: () => lines.filter((line) => line !== '').join('\n') };
}

/**
 * Creates the result of an expectation that makes no sense, which fails with and without `.not`. Otherwise
 * `expect(x).not.toHaveDirective(…)` with a misspelt name would always pass.
 */
export function misuse({ isNot = false }: MatcherContext, ...lines: readonly string[]): MatcherResult {
  return result(isNot, ...lines);
}
