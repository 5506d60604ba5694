/** The parts of a URL that a model needs; the rest is in its text. */
export interface UrlParts {
  /** `http`. */
  readonly scheme: string;
  /** Whether it has a user and a password. */
  readonly login: boolean;
}

/** A word of a control file, as Monit's lexer hands it to its parser. Words that mean nothing to Monit are none. */
export interface Token {
  /** What it is: a keyword's name, `STRING`, `PATH`, `NUMBER`, …; a single character for what is none of these. */
  readonly kind: string;
  /** As it stands in the file. */
  readonly text: string;
  /** What Monit makes of it: a text without its quotes and escapes. */
  readonly value: string;
  /** Whether {@link value} is all of it: false where escapes make bytes that are no UTF-8. */
  readonly exact: boolean;
  /** Where it ends: from 1. */
  readonly line: number;
  /** The line that Monit tells for it: it counts no line breaks after URLs and after the addresses of mail formats. */
  readonly monitLine: number;
  /** Where it begins. */
  readonly firstLine: number;
  /** Of a URL. */
  readonly url?: UrlParts;
}

/** A comment. */
export interface Comment {
  /** Without `#` and the blanks around it. */
  readonly text: string;
  /** Its line, from 1. */
  readonly line: number;
  /** How many tokens stand before it. */
  readonly after: number;
}

/** What the lexer makes of a control file. */
export interface Lexed {
  /** In order. */
  readonly tokens: readonly Token[];
  /** In order. */
  readonly comments: readonly Comment[];
  /** Where and why the text is no sequence of tokens at all. */
  readonly problems: readonly LexicalProblem[];
  /** The last line. */
  readonly lastLine: number;
  /** The line that Monit takes for the last. */
  readonly lastMonitLine: number;
}

/** A text that Monit's lexer complains of. */
export interface LexicalProblem {
  /** From 1. */
  readonly line: number;
  /** The line that Monit tells for it. */
  readonly monitLine: number;
  /** The text. */
  readonly text: string;
  /** Its bytes, where it is longer than Monit's buffer: Monit ends right there. */
  readonly tooLong?: number;
}
