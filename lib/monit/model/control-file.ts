import type { Check } from './checks';
import type { Setting } from './settings';

/** A statement of a control file. */
export type Statement = Check | Setting;

/**
 * A Monit control file as plain data: its statements, in the order of the text.
 *
 * Source: Monit manual, "The Monit control file".
 */
export interface ControlFileData {
  /** The statements, in order. */
  readonly statements: readonly Statement[];
}

/** A Monit control file as plain data. */
export type ControlFile = ControlFileData;
