import type { UnitType } from '../unit-file';
import { expandSpecifiers, type SpecifierTable, type UnitNames } from './specifiers';

/**
 * What systemd makes of a value: it ignores the line, or a part of it, or refuses the whole unit; or it takes the value and says something
 * about it (`warned` as a warning, `noted` as a notice or less).
 */
export type Effect = 'ignored' | 'partly' | 'refused' | 'warned' | 'noted';

/** What there is to say of a value. */
export interface Remark {
  readonly effect: Effect;
  /** Why: words after "which". */
  readonly reason: string;
}

/** Where a value stands. */
export interface ReadContext {
  /** The directive. */
  readonly name: string;
  readonly unit: UnitNames;
  readonly type: UnitType;
  /** Infinity: any. */
  readonly systemdVersion: number;
  /** Whether the file is below /etc, where systemd tells more. */
  readonly administrator: boolean;
  /** Directives of the same section that were said before and taken. */
  readonly taken: ReadonlySet<string>;
}

/** Reads a value as systemd's parser of the same name does; a value without fault has no remarks. */
export type Reader = (value: string, context: ReadContext) => readonly Remark[];

/** A value that is fine. */
export const FINE: readonly Remark[] = [];

export const ignored = (reason: string): readonly Remark[] => [{ effect: 'ignored', reason }];
export const partly = (reason: string): readonly Remark[] => [{ effect: 'partly', reason }];
export const refused = (reason: string): readonly Remark[] => [{ effect: 'refused', reason }];
export const warned = (reason: string): readonly Remark[] => [{ effect: 'warned', reason }];
export const noted = (reason: string): readonly Remark[] => [{ effect: 'noted', reason }];

/** A value that is ignored where there is something wrong with it. */
export function ignoredIf(problem: string | undefined): readonly Remark[] {
  return problem === undefined ? FINE : ignored(problem);
}

/** What is said of a value in which specifiers can't be resolved. */
export const BAD_SPECIFIER = 'has a specifier that systemd does not know';

/** Puts specifiers in. */
export function expand(
  bytes: string,
  { unit, systemdVersion }: ReadContext,
  table: SpecifierTable = 'full',
  most = Infinity,
): string | undefined {
  return expandSpecifiers(bytes, unit, { table, most, systemdVersion });
}

/** A reader to which an empty value is a reset, or no more than nothing. */
export function orEmpty(reader: Reader): Reader {
  return (value, context) => (value === '' ? FINE : reader(value, context));
}
