import type { UnitDirectives, UnitType } from '../../systemd';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { unitNameOfTypeProblem, validUnitName } from './unit-name';

/** Properties of every unit that isn't a service. */
export interface UnitProps {
  /** The host that has the unit. */
  readonly host: IHostTarget;
  /**
   * Name of the unit, with or without its suffix; can't be a template.
   * @default the construct's id
   */
  readonly unitName?: string;
  /**
   * Directives of the [Unit] section, as systemd.unit(5) names them.
   * @default none
   */
  readonly unit?: UnitDirectives;
  /**
   * Takes over an existing unit of that name instead of refusing to replace it. The host keeps the original and restores it when the stack
   * no longer manages the unit.
   * @default false
   */
  readonly adopt?: boolean;
}

/** Returns the validation rules for the properties of a unit of a type. */
export function unitRules(type: UnitType): PropRules<UnitProps> {
  return {
    host: hostProp,
    unitName: {
      code: 'unit/invalid-unit-name',
      valid: validUnitName(type),
      problem: (value) => unitNameOfTypeProblem(value, type),
    },
    unit: is.directives(),
    adopt: is.flag,
  };
}
