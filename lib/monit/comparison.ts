/** Operator between a measured value (left) and the limit (right). */
export type Operator = '>' | '>=' | '<' | '<=' | '=' | '!=';

/** Comparison of a measured value with a limit. */
export interface Comparison<Limit> {
  /** The operator; `above` in the builder means `>`. */
  readonly operator: Operator;
  /** The limit; its type carries the unit. */
  readonly limit: Limit;
}

/** Comparison of text with a POSIX extended regular expression. */
export interface PatternComparison {
  /** `=` if the text must match, `!=` if it must not. */
  readonly operator: '=' | '!=';
  /** The regular expression. */
  readonly pattern: string;
}

/** Comparison of text with the POSIX extended regular expressions in a file, one per line. */
export interface PatternFileComparison {
  /** `=` if one of them must match, `!=` if none may. */
  readonly operator: '=' | '!=';
  /** Absolute path of the file; Monit rejects the control file if it's missing. */
  readonly patternFile: string;
}
