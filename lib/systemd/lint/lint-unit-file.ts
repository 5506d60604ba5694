import type { Issue } from '../../values';
import type { UnitFile } from '../unit-file';
import { ServiceUnit } from '../units/service-unit';
import { LINT_RULES } from './catalogue';
import { lintOtherTypes } from './other-types';

/** What is wrong between directives that are fine one by one. */
export function lintUnitFile(unit: UnitFile): readonly Issue[] {
  return unit instanceof ServiceUnit ? LINT_RULES.flatMap((rule) => rule.find(unit)) : lintOtherTypes(unit);
}
