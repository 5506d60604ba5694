import { secretInEnvironment } from './environment';
import { fewOpenFiles } from './files';
import { legacyOutput, legacyRun, legacyTarget } from './legacy';
import { memoryHighAboveMax } from './memory';
import { onlineNotWanted } from './network';
import { homeHidden, writablePathMustExist } from './paths';
import type { LintRule } from './rule';
import { denyWriteExecuteWithYjit, sandboxedFromNotify, sandboxedFromRedis } from './sandbox';
import { priorityWithoutPolicy } from './scheduling';
import { useTypeNotify, dbusWithoutName, execStartMissing, execStartSeveral, oneshotRestart, restartGivesUp } from './start';
import { killModeNone, mixedBehindShell, stopDoesNotWait, stopPostFails } from './stop';
import { noUser, worldWritableUmask } from './user';
import { notifyAccessNone, watchdogTooShort, watchdogWithoutNotify } from './watchdog';

/** All rules about service units whose directives are each valid on their own, with a reason, a bad and a good example. */
export const LINT_RULES: readonly LintRule[] = [
  execStartMissing,
  execStartSeveral,
  oneshotRestart,
  dbusWithoutName,
  useTypeNotify,
  restartGivesUp,
  stopDoesNotWait,
  stopPostFails,
  killModeNone,
  mixedBehindShell,
  notifyAccessNone,
  watchdogWithoutNotify,
  watchdogTooShort,
  noUser,
  worldWritableUmask,
  secretInEnvironment,
  sandboxedFromNotify,
  sandboxedFromRedis,
  denyWriteExecuteWithYjit,
  writablePathMustExist,
  homeHidden,
  memoryHighAboveMax,
  fewOpenFiles,
  priorityWithoutPolicy,
  onlineNotWanted,
  legacyOutput,
  legacyTarget,
  legacyRun,
];
