import type { Check } from './checks';
import type { Setting } from './settings';

/** One statement of a control file. */
export type Statement = Check | Setting;

/**
 * A Monit control file as plain data: what it says, in the order in which it says it.
 *
 * Source: Monit manual, "The Monit control file".
 */
export interface ControlFileData {
  /** In order. */
  readonly statements: readonly Statement[];
}

/** A Monit control file as plain data. */
export type ControlFile = ControlFileData;
