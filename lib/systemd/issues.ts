import { nearNames, show, unitNameProblem, type Issue } from '../values';
import type { Problem, VersionRequirement } from './kinds/kind';
import { lintUnitFile } from './lint/lint-unit-file';
import { ignoredIssues } from './ignored-issues';
import { fallbackFor } from './fallbacks';
import { findRow, namesOf } from './table/find-row';
import type { AnyDirective } from './section';
import type { UnitFile } from './unit-file';

/** Options of {@link unitFileIssues}. */
export interface UnitFileIssuesOptions {
  /**
   * Version of systemd that will read the file: 252 on Debian 12.
   * @default any version, so that nothing is reported as too new
   */
  readonly systemdVersion?: number;
  /**
   * Treats the file as a drop-in, which adds lines to a unit that isn't known here. Rules about how directives fit together are skipped.
   * @default false
   */
  readonly dropIn?: boolean;
}

/** A longer line makes systemd refuse the whole file (1 MiB including its line end). */
const MAX_LINE_BYTES = 1_048_575;

/**
 * Reports everything in a unit file that systemd would ignore, refuse or read differently, and settings that cause trouble in production.
 * systemd itself ignores what it doesn't understand and starts the service without it.
 *
 * @returns issues with codes `systemd/…`; `property` is section and directive, `service.ExecStart[0].args[1]`.
 */
export function unitFileIssues(unit: UnitFile, options: UnitFileIssuesOptions = {}): readonly Issue[] {
  const target = options.systemdVersion;
  const directives = unit.sections().flatMap((section) =>
    section.entries().flatMap(([name, value, directive]) => {
      const property = `${section.name.toLowerCase()}.${name}`;
      const ignored = ignoredIssues(property, findRow(section.name, name), unit, target);
      if (directive === undefined) return ignored.length > 0 ? ignored : [unknownDirective(property, name, section.name, unit)];
      const spoken = directive.kind.render(value);
      const needs = [...(directive.since === undefined ? [] : [{ what: `${name}=`, since: directive.since }]), ...spoken.needs];
      return [
        ...ignored,
        ...spoken.problems.map((problem) => issueOf(property, problem)),
        ...(target === undefined ? [] : needs.filter(({ since }) => since > target).map((need) => tooNew(property, need, target))),
        ...spoken.lines.filter((line) => tooLong(`${name}=${line}`)).map(() => lineTooLong(property)),
      ];
    }),
  );
  const resets = unit
    .sections()
    .flatMap((section) =>
      section.resets().flatMap(([name, directive]) => resetIssues(`${section.name.toLowerCase()}.${name}`, name, directive)),
    );
  return [...nameIssues(unit), ...directives, ...resets, ...(options.dropIn === true ? [] : lintUnitFile(unit))];
}

/** Dependencies are the only lists that systemd can't empty. Source: systemd.unit(5), "dependencies […] cannot be reset". */
function resetIssues(property: string, name: string, directive: AnyDirective | undefined): readonly Issue[] {
  if (directive !== undefined && directive.kind.joins !== undefined && directive.kind.class !== 'unit-words') return [];
  return [
    {
      code: 'systemd/cannot-reset',
      severity: 'error',
      property,
      got: `reset(${show(name)})`,
      expected: 'a directive that holds a list, and no dependencies',
      remedy:
        'Set the value that is wanted: it takes the place of the one before. A dependency can only be taken away with the unit’s own file.',
    },
  ];
}

function nameIssues({ name, type }: UnitFile): readonly Issue[] {
  const problem = unitNameProblem(name) ?? (name.endsWith(`.${type}`) ? undefined : `does not end in .${type}`);
  if (problem === undefined) return [];
  return [
    {
      code: 'systemd/bad-unit-name',
      severity: 'error',
      property: 'name',
      got: `${show(name)}, which ${problem}`,
      expected: `the full name of a ${type}, like sidekiq.${type}`,
      remedy: 'Rename the unit.',
    },
  ];
}

function issueOf(property: string, problem: Problem): Issue {
  const { code, severity = 'error', at = '', got, expected, remedy } = problem;
  return { code, severity, property: property + at, got, expected, remedy };
}

function unknownDirective(property: string, name: string, section: string, unit: UnitFile): Issue {
  const other = unit.sections().find((each) => namesOf(each.name).includes(name));
  const near = nearNames(name, namesOf(section));
  return {
    code: 'systemd/unknown-directive',
    severity: 'error',
    property,
    got: show(name),
    expected:
      other !== undefined ? `${other.name.toLowerCase()}.${name}` : near.length > 0 ? near.join(' or ') : 'a directive of this section',
    remedy: 'Correct the name; systemd ignores a line that it does not know.',
  };
}

function tooNew(property: string, need: VersionRequirement, target: number): Issue {
  const older = fallbackFor(property, need.what);
  return {
    code: 'systemd/too-new',
    severity: 'error',
    property,
    got: `${need.what}, which systemd has from version ${need.since} on`,
    expected: `what systemd ${target} of the host understands`,
    remedy: `${older ?? 'Leave it out for this host'}, or declare a platform with systemd ${need.since} or later.`,
  };
}

function tooLong(line: string): boolean {
  // Most lines are short: count bytes only when the line could be too long.
  return line.length > MAX_LINE_BYTES / 3 && new TextEncoder().encode(line).length > MAX_LINE_BYTES;
}

function lineTooLong(property: string): Issue {
  return {
    code: 'systemd/line-too-long',
    severity: 'error',
    property,
    got: 'a line of more than 1 MiB',
    expected: `at most ${MAX_LINE_BYTES} bytes in a line`,
    remedy: 'Shorten the value: systemd refuses the whole file.',
  };
}
