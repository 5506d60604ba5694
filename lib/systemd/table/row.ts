import type { EscapeClass } from '../kinds/kind';

/** systemd's definition of one directive. */
export interface Row {
  /** The way its value is escaped. */
  readonly class: EscapeClass;
  /** The function in systemd's source that parses its value, without `config_parse_`. Directives with the same parser are read alike. */
  readonly parser: string;
  /** First version of systemd that has it. Absent if it is older than systemd's own records (v183). */
  readonly since?: number;
  /** Set if the directive is obsolete: an older name, or one that has no effect. */
  readonly legacy?: true;
  /** First version that reads it but ignores it, with at most a warning; 0 for every version since 247. */
  readonly ignoredSince?: number;
  /** Unit types whose section has it but that ignore it, with at most a warning. */
  readonly ignoredIn?: readonly string[];
  /** The directive that replaces it, with its section if that differs, `Unit.RebootArgument`. Absent if there is none. */
  readonly replacement?: string;
}

/** Rows by directive name. */
export type Rows = Readonly<Record<string, Row>>;
