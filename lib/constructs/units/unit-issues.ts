import { unitFileIssues, type UnitFile } from '../../systemd';
import { error, show, type Issue, type Place } from '../../values';
import type { IHostTarget } from '../host/host-target';
import { hasTokenWithin, tokenIssue } from '../props/tokens';
import { unitNameOfTypeProblem, validUnitName } from './unit-name';

/**
 * Reports issues of a unit file whose directives were given to a construct. The value of a token isn't known, so for a directive with a
 * token only the token is reported. The unit's own name is reported under the property that it comes from; see {@link unitNameIssues}.
 *
 * Codes: those of `unitFileIssues`, `stack/token-in-text`.
 */
export function unitIssues(unit: UnitFile, host: IHostTarget, { dropIn = false } = {}): readonly Issue[] {
  const tokens = tokenIssues(unit);
  const hasToken = ([section, directive]: Place) => tokens.some(({ place }) => place[0] === section && place[1] === directive);
  return [
    ...tokens,
    ...unitFileIssues(unit, { systemdVersion: host.platform.systemd, dropIn }).filter(
      ({ place }) => place[0] !== 'name' && !hasToken(place),
    ),
  ];
}

/** Reports tokens in the unit file, which may have changed since the constructor checked the properties. */
function tokenIssues(unit: UnitFile): readonly Issue[] {
  return unit.sections().flatMap((section) =>
    section
      .entries()
      .filter(([, value]) => hasTokenWithin(value))
      .map(([name]) => tokenIssue([section.name.toLowerCase(), name])),
  );
}

/**
 * Reports an invalid unit name. It is a default name, such as the construct's id, because readProps has replaced an invalid `unitName`.
 *
 * Codes: `unit/invalid-unit-name`.
 */
export function unitNameIssues(givenName: string, { type }: Pick<UnitFile, 'type'>): readonly Issue[] {
  const problem = unitNameOfTypeProblem(givenName, type);
  if (problem === undefined) return [];
  return [
    error('unit/invalid-unit-name', ['unitName'], {
      problem: `the default name ${show(givenName)} ${problem}`,
      remedy: `Set unitName to ${validUnitName(type)}.`,
    }),
  ];
}
