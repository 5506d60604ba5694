import type { UnitType } from '../unit-type';
import { expandSpecifiers, type SpecifierTable, type UnitNames } from './specifiers';

/**
 * systemd's reaction to a value: it ignores the line (`ignored`) or a part of it (`partly`), refuses the whole unit (`refused`), or accepts
 * the value and logs a warning (`warned`) or at most a notice (`noted`).
 */
export type Effect = 'ignored' | 'partly' | 'refused' | 'warned' | 'noted';

/** A remark on a value. */
export interface Remark {
  /** systemd's reaction. */
  readonly effect: Effect;
  /** The reason, as a sentence about the value without its subject: `is not a time span`. */
  readonly reason: string;
}

/** The context of a value. */
export interface ReadContext {
  /** Name of the directive. */
  readonly name: string;
  /** Names of the unit. */
  readonly unit: UnitNames;
  /** Type of the unit. */
  readonly type: UnitType;
  /** Version of systemd; Infinity for any version. */
  readonly systemdVersion: number;
  /** True if the file is below /etc, where systemd reports more. */
  readonly administrator: boolean;
  /** Directives set earlier in the same section, with a value that systemd accepted. */
  readonly accepted: ReadonlySet<string>;
  /** Values of the directives set so far, without those that were reset. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** True for a drop-in, where other files may have set directives before. */
  readonly dropIn: boolean;
}

/** Reads a value as systemd's parser of the same name does. A valid value has no remarks. */
export type Reader = (value: string, context: ReadContext) => readonly Remark[];

/** The remarks on a valid value. */
export const FINE: readonly Remark[] = [];

/** Creates the remark on a value that systemd ignores. */
export const ignored = (reason: string): readonly Remark[] => [{ effect: 'ignored', reason }];
/** Creates the remark on a value that systemd ignores in part. */
export const partly = (reason: string): readonly Remark[] => [{ effect: 'partly', reason }];
/** Creates the remark on a value that makes systemd refuse the unit. */
export const refused = (reason: string): readonly Remark[] => [{ effect: 'refused', reason }];
/** Creates the remark on a value that systemd accepts with a warning. */
export const warned = (reason: string): readonly Remark[] => [{ effect: 'warned', reason }];
/** Creates the remark on a value that systemd accepts with a notice. */
export const noted = (reason: string): readonly Remark[] => [{ effect: 'noted', reason }];

/** Creates the remark on a value that older versions of systemd ignore. */
export const tooNew = (since: number): readonly Remark[] => ignored(`needs systemd ${since} or later`);

/** Creates the remark on a value that is ignored if it has a problem. */
export function ignoredIf(problem: string | undefined): readonly Remark[] {
  return problem === undefined ? FINE : ignored(problem);
}

/** The reason for values with a specifier that systemd can't expand. */
export const BAD_SPECIFIER = 'has a specifier that systemd doesn’t support';

/** Expands specifiers; undefined if one is unknown, or if the result is too long, which systemd checks since 249. */
export function expand(
  bytes: string,
  { unit, systemdVersion }: ReadContext,
  table: SpecifierTable = 'full',
  most = Infinity,
): string | undefined {
  return expandSpecifiers(bytes, unit, { table, most: systemdVersion < 249 ? Infinity : most, systemdVersion });
}
