import type { Issue } from '../../values/issue';
import type { ControlFileData } from '../model';
import { cyclesTakeLong, dependsOnMissing, setDaemonHostWide, twoChecksOneService } from './between';
import { patternsFromFile, portOfLocalhost } from './network';
import { changedPid, cpuShareOfAllCores, implicitRestart, noRestartLimit, restartWithoutProgram } from './processes';
import { optionInsideCommand, programUnusable, shellWords, timeoutBelowUnit } from './programs';
import type { ControlFileContext, LintRule } from './rule';
import { httpdOnAllInterfaces, passwordInFile, tlsVerificationUnsaid } from './secrets';

/** Every rule about control files that Monit accepts but that probably don't do what was intended, with its reason and examples. */
export const LINT_RULES: readonly LintRule[] = [
  cpuShareOfAllCores,
  changedPid,
  implicitRestart,
  noRestartLimit,
  restartWithoutProgram,
  timeoutBelowUnit,
  programUnusable,
  optionInsideCommand,
  shellWords,
  dependsOnMissing,
  twoChecksOneService,
  cyclesTakeLong,
  setDaemonHostWide,
  passwordInFile,
  httpdOnAllInterfaces,
  tlsVerificationUnsaid,
  portOfLocalhost,
  patternsFromFile,
];

/** Issues that these rules find in a control file. */
export function lintControlFile({ statements }: ControlFileData, context: ControlFileContext): readonly Issue[] {
  return LINT_RULES.flatMap((rule) => rule.find({ statements, context }));
}
