/** Parts of a URL that a model needs; the rest is in the token's text. */
export interface UrlParts {
  /** Scheme: `http`. */
  readonly scheme: string;
  /** True if the URL has a user and a password. */
  readonly login: boolean;
}

/** A token of a control file, as Monit's lexer passes it to its parser. Words that Monit ignores are left out. */
export interface Token {
  /** Kind of the token: a keyword's name, `STRING`, `PATH`, `NUMBER`, …; otherwise the single character. */
  readonly kind: string;
  /** Text as in the file. */
  readonly text: string;
  /** Text as Monit reads it, without quotes and escapes. */
  readonly value: string;
  /** False if {@link value} differs from Monit's text, because escapes make bytes that aren't UTF-8. */
  readonly exact: boolean;
  /** Line on which it ends, from 1. */
  readonly line: number;
  /** Line that Monit reports for it: it counts no line breaks after URLs and after the addresses of mail formats. */
  readonly monitLine: number;
  /** Line on which it begins. */
  readonly firstLine: number;
  /** Parts of a URL, if the token is one. */
  readonly url?: UrlParts;
}

/** A comment. */
export interface Comment {
  /** Text without `#` and the blanks around it. */
  readonly text: string;
  /** Line of the comment, from 1. */
  readonly line: number;
  /** Number of tokens before it. */
  readonly after: number;
}

/** Output of the lexer. */
export interface Lexed {
  /** Tokens, in order. */
  readonly tokens: readonly Token[];
  /** Comments, in order. */
  readonly comments: readonly Comment[];
  /** Places where the text can't be split into tokens, and why. */
  readonly problems: readonly LexicalProblem[];
  /** The last line. */
  readonly lastLine: number;
  /** The last line by Monit's count. */
  readonly lastMonitLine: number;
}

/** A text that Monit's lexer rejects. */
export interface LexicalProblem {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Line that Monit reports for it. */
  readonly monitLine: number;
  /** The text. */
  readonly text: string;
  /** Number of bytes, if the text is longer than Monit's buffer: Monit exits right there. */
  readonly tooLong?: number;
}
