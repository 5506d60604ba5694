import { nearNames, show, unitNameProblem, type Issue } from '../values';
import type { Problem, Need } from './kinds/kind';
import { lintUnitFile } from './lint/lint-unit-file';
import { namesOf } from './table/find-row';
import type { UnitFile } from './unit-file';

/** Options of {@link unitFileIssues}. */
export interface UnitFileIssuesOptions {
  /** The version of systemd that will read the file: 252 on Debian 12. Default: any, and nothing is too new. */
  readonly systemdVersion?: number;
}

/** A line longer than this makes systemd refuse the whole file (1 MiB with its end). */
const MAX_LINE_BYTES = 1_048_575;

/**
 * Everything in a unit file that systemd would ignore, refuse or read differently, and what will bite in production.
 * systemd itself ignores what it does not understand and starts the service without it.
 *
 * @returns issues with codes `systemd/…`; `property` is section and directive, `service.ExecStart[0].args[1]`.
 */
export function unitFileIssues(unit: UnitFile, options: UnitFileIssuesOptions = {}): readonly Issue[] {
  const target = options.systemdVersion ?? Infinity;
  const directives = unit.sections().flatMap((section) =>
    section.entries().flatMap(([name, value, directive]) => {
      const property = `${section.name.toLowerCase()}.${name}`;
      if (directive === undefined) return [unknownDirective(property, name, section.name, unit)];
      const spoken = directive.kind.speak(value);
      const needs = [...(directive.since === undefined ? [] : [{ what: `${name}=`, since: directive.since }]), ...spoken.needs];
      return [
        ...spoken.problems.map((problem) => issueOf(property, problem)),
        ...needs.filter(({ since }) => since > target).map((need) => tooNew(property, need, target)),
        ...spoken.lines.filter((line) => tooLong(`${name}=${line}`)).map(() => lineTooLong(property)),
      ];
    }),
  );
  return [...nameIssues(unit), ...directives, ...lintUnitFile(unit)];
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

function tooNew(property: string, need: Need, target: number): Issue {
  return {
    code: 'systemd/too-new',
    severity: 'error',
    property,
    got: `${need.what}, which systemd has from version ${need.since} on`,
    expected: `what systemd ${target} of the host understands`,
    remedy: `Leave it out for this host, or declare a platform with systemd ${need.since} or later.`,
  };
}

function tooLong(line: string): boolean {
  // Most lines are short: count bytes only where it can matter.
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
