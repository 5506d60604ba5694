/** One line of a unit file. A continued line counts as one. */
export interface ParsedLine {
  /** The type of the line. systemd ignores lines of type `other`. */
  readonly kind: 'comment' | 'blank' | 'section' | 'assignment' | 'other';
  /** Line number in the file, from 1. For a continued line, that of its last part, as systemd counts. */
  readonly line: number;
  /** The section that contains it, without the brackets; undefined before the first. For a header, its own section. */
  readonly section: string | undefined;
  /** Name of the directive, for assignments only. */
  readonly name?: string;
  /** The assigned value, for assignments only, with continuations joined and nothing unescaped. */
  readonly value?: string;
  /** The whole line as it is rendered. */
  readonly text: string;
}
