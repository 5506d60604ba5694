import type { Issue } from '../../values';
import type { UnitFile } from '../unit-file';
import { ServiceUnit } from '../units/service-unit';
import { LINT_RULES } from './catalogue';
import { lintOtherTypes } from './other-types';

/** Finds problems between directives that are each valid on their own. */
export function lintUnitFile(unit: UnitFile): readonly Issue[] {
  return unit instanceof ServiceUnit ? LINT_RULES.flatMap((rule) => rule.find(unit)) : lintOtherTypes(unit);
}
