import { unitFileIssues, type UnitFile } from '../systemd';
import { show, type Issue } from '../values';
import type { IHostTarget } from './host-target';
import { hasTokenWithin, tokenIssue } from './tokens';
import { unitNameOfTypeProblem } from './unit-name';

/**
 * What is wrong with a unit file that a construct was given directives for. What a token stands for is not known: of such a directive
 * only the token is told. The unit's own name is told by the property that it comes from, see {@link unitNameIssues}.
 *
 * Codes: those of `unitFileIssues`, `constructs/token-in-text`.
 */
export function unitIssues(unit: UnitFile, host: IHostTarget, { dropIn = false } = {}): readonly Issue[] {
  const tokens = tokenIssues(unit);
  const told = (property: string) => tokens.some((token) => token.property === property.split(/[.[]/).slice(0, 2).join('.'));
  return [
    ...tokens,
    ...unitFileIssues(unit, { systemdVersion: host.platform.systemd, dropIn }).filter(
      ({ property }) => property !== 'name' && !told(property),
    ),
  ];
}

/** The unit may be changed after the constructor has looked at the properties. */
function tokenIssues(unit: UnitFile): readonly Issue[] {
  return unit.sections().flatMap((section) =>
    section
      .entries()
      .filter(([, value]) => hasTokenWithin(value))
      .map(([name]) => tokenIssue(`${section.name.toLowerCase()}.${name}`)),
  );
}

/** The construct's id may be no name for a unit, where none was given. Code: `constructs/bad-unit-name`. */
export function unitNameIssues(givenName: string, { type }: Pick<UnitFile, 'type'>): readonly Issue[] {
  const problem = unitNameOfTypeProblem(givenName, type);
  if (problem === undefined) return [];
  return [
    {
      code: 'constructs/bad-unit-name',
      severity: 'error',
      property: 'unitName',
      got: `${show(givenName)}, which ${problem}`,
      expected: `letters, digits and :-_.\\@ before .${type}`,
      remedy: 'Set unitName.',
    },
  ];
}
