import { inside, type Issue, type Place } from '../../values';

/**
 * Escaping of a value inside a unit file. The names are those of the rule table: `exec` and `words-c` are quoted words with C escapes,
 * `words*` quoted words without them, `unit-words` bare names, `raw-spec` the rest of the line with `%` specifiers, `cred` a name and a
 * value, `text-c` text with C escapes. Values of the other classes contain no character that needs escaping.
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

/** A part of a value that older versions of systemd don't understand. */
export interface VersionRequirement {
  /** The part of the value, as text for a message. */
  readonly what: string;
  /** First version that understands it. */
  readonly since: number;
}

/** A value in systemd's language. The checked text is the rendered text. */
export interface Rendered {
  /** Right-hand sides, one per line. A part with an error is left out. */
  readonly lines: readonly string[];
  /**
   * Problems with the value, each in its place within the value: `[2]`, `['RAILS_ENV']`. An error means that systemd would ignore the
   * value or read a different one.
   */
  readonly problems: readonly Issue[];
  /** Parts that need a certain version of systemd. */
  readonly needs: readonly VersionRequirement[];
}

/** A kind of value: its TypeScript type, its checks and its rendering. */
export interface Kind<in V> {
  /** Its escaping. */
  readonly class: EscapeClass;
  /** Behaviour of `add`: `list` appends, `record` merges by key. If absent, the later value wins. */
  readonly joins?: 'list' | 'record';
  /** Renders any value, including those that the type forbids, as JavaScript programs may pass them. Never throws. */
  readonly render: (value: unknown) => Rendered;
  /** Absent at run time: lets the compiler compare the table of directives with the interfaces of the sections. */
  readonly accepts?: (value: V) => void;
}

/** Creates the result for a valid value. */
export function ok(...lines: readonly string[]): Rendered {
  return { lines, problems: [], needs: [] };
}

/** Creates the result for an invalid value. */
export function invalid(problem: Issue): Rendered {
  return { lines: [], problems: [problem], needs: [] };
}

/** Combines several values, each on its own lines. */
export function together(parts: readonly Rendered[]): Rendered {
  return {
    lines: parts.flatMap((part) => part.lines),
    problems: parts.flatMap((part) => part.problems),
    needs: parts.flatMap((part) => part.needs),
  };
}

/** Combines several values as the words of one line; no line if there are none. */
export function oneLine(parts: readonly Rendered[]): Rendered {
  const all = together(parts);
  return { ...all, lines: all.lines.length === 0 ? [] : [all.lines.join(' ')] };
}

/** Places a value inside a bigger one: completes the places of its problems. */
export function within(outer: Place, rendered: Rendered): Rendered {
  return { ...rendered, problems: rendered.problems.map((problem) => inside(outer, problem)) };
}
