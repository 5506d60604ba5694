import type { EscapeClass } from '../kinds/kind';

/** What systemd knows of one directive. */
export interface Row {
  /** How its value is escaped. */
  readonly class: EscapeClass;
  /** The function of systemd's source that reads its value, without `config_parse_`: directives with the same one are read alike. */
  readonly parser: string;
  /** First version of systemd that has it; absent: older than systemd's own records (v183). */
  readonly since?: number;
  /** Whether nobody should write it any more: an older name, or one that does nothing. */
  readonly legacy?: true;
  /** First version that reads it and does nothing, with a warning at most; 0: every version from 247 on. */
  readonly ignoredSince?: number;
  /** The name of the directive that took its place; absent where none did. */
  readonly replacement?: string;
}

/** Rows by the name of their directive. */
export type Rows = Readonly<Record<string, Row>>;
