import type { Severity } from '../../values';

/**
 * How a value is escaped inside a unit file. The names are those of the rule table: `exec` and `words-c` are quoted words
 * with C escapes, `words*` quoted words without, `unit-words` bare names, `raw-spec` the rest of the line with `%`
 * specifiers, `cred` a name and a value, `text-c` text with C escapes; the others hold no character that needs escaping.
 */
export type EscapeClass =
  | 'exec'
  | 'words-c'
  | 'words'
  | 'words-colon'
  | 'words-nested'
  | 'unit-words'
  | 'raw-spec'
  | 'cred'
  | 'text-c'
  | 'bool'
  | 'enum'
  | 'mode'
  | 'number'
  | 'rlimit'
  | 'size'
  | 'time'
  | 'tokens';

/** What is wrong with one value: an issue before it knows which directive it is about. */
export interface Problem {
  /** See Issue.code. */
  readonly code: string;
  /** Default: `error`, because systemd would ignore the value or read another. */
  readonly severity?: Severity;
  /** Which part of the value: `[2]`, `.RAILS_ENV`. Default: all of it. */
  readonly at?: string;
  /** See Issue.got. */
  readonly got: string;
  /** See Issue.expected. */
  readonly expected: string;
  /** See Issue.remedy. */
  readonly remedy: string;
}

/** Something in a value that older versions of systemd do not understand. */
export interface Need {
  /** The part of the value, as text for a message. */
  readonly what: string;
  /** First version that understands it. */
  readonly since: number;
}

/** A value said in systemd's language: what is rendered is what was checked. */
export interface Spoken {
  /** Right-hand sides, one for each line. A part with an error is left out. */
  readonly lines: readonly string[];
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
  /** What it needs. */
  readonly needs: readonly Need[];
}

/** A kind of value: which TypeScript type it has, how it is checked and how it is said. */
export interface Kind<in V> {
  /** How it is escaped. */
  readonly class: EscapeClass;
  /** How `add` joins a value to what is there: `list` appends, `record` merges by key; absent: the later value wins. */
  readonly joins?: 'list' | 'record';
  /** Says any value: JavaScript programs hand in what the type forbids. Never throws. */
  readonly speak: (value: unknown) => Spoken;
  /** Never there at run time: lets the compiler compare the table of directives with the interfaces of the sections. */
  readonly accepts?: (value: V) => void;
}

/** A value that is fine. */
export function said(...lines: readonly string[]): Spoken {
  return { lines, problems: [], needs: [] };
}

/** A value that is not. */
export function refused(problem: Problem): Spoken {
  return { lines: [], problems: [problem], needs: [] };
}

/** Several values, each on its own lines. */
export function together(parts: readonly Spoken[]): Spoken {
  return {
    lines: parts.flatMap((part) => part.lines),
    problems: parts.flatMap((part) => part.problems),
    needs: parts.flatMap((part) => part.needs),
  };
}

/** Several values as the words of one line; no line if there are none. */
export function oneLine(parts: readonly Spoken[]): Spoken {
  const all = together(parts);
  return { ...all, lines: all.lines.length === 0 ? [] : [all.lines.join(' ')] };
}

/** The same value as a part of a bigger one. */
export function within(at: string, spoken: Spoken): Spoken {
  return { ...spoken, problems: spoken.problems.map((problem) => ({ ...problem, at: at + (problem.at ?? '') })) };
}
