/** One line of a unit file; a continued one is one line. */
export interface ParsedLine {
  /** `other`: neither of the others, so systemd ignores it. */
  readonly kind: 'comment' | 'blank' | 'section' | 'assignment' | 'other';
  /** Its number in the file, from 1; of a continued line that of its last part, as systemd counts. */
  readonly line: number;
  /** The section that it is in, without the brackets; undefined before the first. For a header its own. */
  readonly section: string | undefined;
  /** The name of the directive; of an assignment alone. */
  readonly name?: string;
  /** What is assigned, continuations joined, nothing unescaped; of an assignment alone. */
  readonly value?: string;
  /** The whole line as it is rendered. */
  readonly text: string;
}
