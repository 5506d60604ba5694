import type { UnitDirectives, UnitType } from '../systemd';
import type { IHostTarget } from './host-target';
import * as is from './prop-kinds';
import type { PropRules } from './props';
import { unitNameOfTypeProblem } from './unit-name';

/** What every unit has that is no service. */
export interface UnitProps {
  /** The host that has the unit. */
  readonly host: IHostTarget;
  /**
   * Name of the unit, with or without its suffix; no template.
   * @default the construct's id
   */
  readonly unitName?: string;
  /** Directives of the [Unit] section, as systemd.unit(5) names them. */
  readonly unit?: UnitDirectives;
  /**
   * Takes over a unit of that name that is on the host already, instead of refusing to replace it. What it was is kept there, and comes back
   * when the stack lets go of it.
   * @default false
   */
  readonly adopt?: boolean;
}

/** What the properties of a unit of a type must be. */
export function unitRules(type: UnitType): PropRules<UnitProps> {
  return {
    host: is.host,
    unitName: {
      code: 'constructs/bad-unit-name',
      expected: `letters, digits and :-_.\\@ before .${type}`,
      remedy: 'Rename the unit.',
      problem: (value) => unitNameOfTypeProblem(value, type),
    },
    unit: is.directives(),
    adopt: is.flag,
  };
}
