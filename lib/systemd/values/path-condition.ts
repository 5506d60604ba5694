/**
 * A path that a Condition…= or Assert…= directive tests, negated (`!`) or as one of several of which any is enough (`|`).
 * A plain string is the usual case: the test must hold.
 */
export class PathCondition {
  /** The test must not hold: `!path`. */
  static not(path: string): PathCondition {
    return new PathCondition(path, true, false);
  }

  /** One of several alternatives, at least one of which must hold: `|path`. */
  static anyOf(path: string): PathCondition {
    return new PathCondition(path, false, true);
  }

  /** One of several alternatives, which holds when the test does not: `|!path`. */
  static anyOfNot(path: string): PathCondition {
    return new PathCondition(path, true, true);
  }

  private constructor(
    /** Absolute, normalised path. */
    readonly path: string,
    /** Whether the test is negated. */
    readonly negated: boolean,
    /** Whether it is one of several alternatives. */
    readonly alternative: boolean,
  ) {}

  /** What stands before the path, in the only order that systemd takes. */
  get prefix(): string {
    return `${this.alternative ? '|' : ''}${this.negated ? '!' : ''}`;
  }

  /** How messages show it. */
  toString(): string {
    return this.prefix + this.path;
  }
}
