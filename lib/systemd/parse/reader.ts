import type { UnitType } from '../unit-type';
import { expandSpecifiers, type SpecifierTable, type UnitNames } from './specifiers';

/**
 * What systemd makes of a value: it ignores the line, or a part of it, or refuses the whole unit; or it takes the value and says something
 * about it (`warned` as a warning, `noted` as a notice or less).
 */
export type Effect = 'ignored' | 'partly' | 'refused' | 'warned' | 'noted';

/** What there is to say of a value. */
export interface Remark {
  /** What becomes of it. */
  readonly effect: Effect;
  /** Why: words after "which". */
  readonly reason: string;
}

/** Where a value stands. */
export interface ReadContext {
  /** The directive. */
  readonly name: string;
  /** The unit. */
  readonly unit: UnitNames;
  /** What the unit is. */
  readonly type: UnitType;
  /** Infinity: any. */
  readonly systemdVersion: number;
  /** Whether the file is below /etc, where systemd tells more. */
  readonly administrator: boolean;
  /** Directives of the same section that were said before and taken. */
  readonly taken: ReadonlySet<string>;
  /** The values that directives have by then, without those that were reset. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** Whether it is a drop-in, so that other files may have said something before. */
  readonly dropIn: boolean;
}

/** Reads a value as systemd's parser of the same name does; a value without fault has no remarks. */
export type Reader = (value: string, context: ReadContext) => readonly Remark[];

/** A value that is fine. */
export const FINE: readonly Remark[] = [];

/** A value that systemd ignores. */
export const ignored = (reason: string): readonly Remark[] => [{ effect: 'ignored', reason }];
/** A value of which systemd ignores a part. */
export const partly = (reason: string): readonly Remark[] => [{ effect: 'partly', reason }];
/** A value for which systemd refuses the unit. */
export const refused = (reason: string): readonly Remark[] => [{ effect: 'refused', reason }];
/** A value that systemd takes with a warning. */
export const warned = (reason: string): readonly Remark[] => [{ effect: 'warned', reason }];
/** A value that systemd takes with a notice. */
export const noted = (reason: string): readonly Remark[] => [{ effect: 'noted', reason }];

/** A value that older versions of systemd ignore. */
export const tooNew = (since: number): readonly Remark[] => ignored(`systemd takes from version ${since} on`);

/** A value that is ignored where there is something wrong with it. */
export function ignoredIf(problem: string | undefined): readonly Remark[] {
  return problem === undefined ? FINE : ignored(problem);
}

/** What is said of a value in which specifiers can't be resolved. */
export const BAD_SPECIFIER = 'has a specifier that systemd does not know';

/** Puts specifiers in; undefined where there is an unknown one, or the result is too long: of which no systemd before 249 took notice. */
export function expand(
  bytes: string,
  { unit, systemdVersion }: ReadContext,
  table: SpecifierTable = 'full',
  most = Infinity,
): string | undefined {
  return expandSpecifiers(bytes, unit, { table, most: systemdVersion < 249 ? Infinity : most, systemdVersion });
}
