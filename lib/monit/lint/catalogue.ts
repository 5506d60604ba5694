import type { Issue } from '../../values/issue';
import type { ControlFileData } from '../model';
import { SHARED_RULES } from './between';
import { INPUT_RULES } from './network';
import { PROCESS_RULES } from './processes';
import { PROGRAM_RULES } from './programs';
import type { ControlFileContext, LintRule } from './rule';
import { SECURITY_RULES } from './secrets';

/** All lint rules: each finds control files that Monit accepts but that probably don't work as intended. */
export const LINT_RULES: readonly LintRule[] = [...PROCESS_RULES, ...PROGRAM_RULES, ...SHARED_RULES, ...SECURITY_RULES, ...INPUT_RULES];

/** Issues that these rules find in a control file. */
export function lintControlFile({ statements }: ControlFileData, context: ControlFileContext): readonly Issue[] {
  return LINT_RULES.flatMap((rule) => rule.find({ statements, context }));
}
