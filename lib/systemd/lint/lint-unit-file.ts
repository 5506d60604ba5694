import type { Issue } from '../../values';
import type { UnitFile } from '../unit-file';
import { ServiceUnit } from '../units/service-unit';
import { killModeNone, legacyOutput, legacyRun, legacyTarget } from './legacy';
import { memoryHighAboveMax } from './memory';
import type { Rule } from './rule';
import { dbusWithoutName, execStartMissing, execStartSeveral, oneshotRestart, restartGivesUp } from './start';
import { stopDoesNotWait, stopPostFails } from './stop';
import { noUser } from './user';
import { notifyAccessNone, watchdogTooShort, watchdogWithoutNotify } from './watchdog';

const RULES: readonly Rule[] = [
  execStartMissing,
  execStartSeveral,
  oneshotRestart,
  dbusWithoutName,
  restartGivesUp,
  stopDoesNotWait,
  stopPostFails,
  notifyAccessNone,
  watchdogWithoutNotify,
  watchdogTooShort,
  noUser,
  memoryHighAboveMax,
  killModeNone,
  legacyOutput,
  legacyTarget,
  legacyRun,
];

/** What is wrong between directives that are fine one by one. */
export function lintUnitFile(unit: UnitFile): readonly Issue[] {
  return unit instanceof ServiceUnit ? RULES.flatMap((rule) => rule(unit)) : [];
}
