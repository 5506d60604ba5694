/** How a test compares what Monit measured (left) with the limit (right). */
export type Operator = '>' | '>=' | '<' | '<=' | '=' | '!=';

/** A measured value against a limit. */
export interface Comparison<Limit> {
  /** Default of the builder's `above`: `>`. */
  readonly operator: Operator;
  /** The limit, in the unit that its type carries. */
  readonly limit: Limit;
}

/** Text against a POSIX extended regular expression. */
export interface PatternComparison {
  /** Whether it must match or must not. */
  readonly operator: '=' | '!=';
  /** The expression. */
  readonly pattern: string;
}

/** Text against the POSIX extended regular expressions of a file, one on each line. */
export interface PatternFileComparison {
  /** Whether one of them must match, or must not. */
  readonly operator: '=' | '!=';
  /** Absolute path of the file; Monit refuses the control file without it. */
  readonly patternFile: string;
}
