import { error, inside, nearNames, show, unitNameProblem, type Issue, type Place } from '../values';
import type { DirectivePlace } from './directive-place';
import type { VersionRequirement } from './kinds/kind';
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
 * @returns issues with codes `systemd/…`; `place` begins with section and directive: `['service', 'ExecStart', 0, 'args', 1]`.
 *
 * @example
 * ```ts
 * import { unitFileIssues } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new ServiceUnit('clock.service');
 * unit.service.set({ ExecStart: Exec.command('clockwork'), KillMode: 'none' });
 * const problems = unitFileIssues(unit, { systemdVersion: 252 }).map(({ code, problem }) => `${problem} [${code}]`);
 * ```
 */
export function unitFileIssues(unit: UnitFile, options: UnitFileIssuesOptions = {}): readonly Issue[] {
  const target = options.systemdVersion;
  const directives = unit.sections().flatMap((section) =>
    section.entries().flatMap(([name, value, directive]) => {
      const place = [section.name.toLowerCase(), name] as const;
      const ignored = ignoredIssues(place, findRow(section.name, name), unit, target);
      if (directive === undefined) return ignored.length > 0 ? ignored : [unknownDirective(place, name, section.name, unit)];
      const spoken = directive.kind.render(value);
      const needs = [...(directive.since === undefined ? [] : [{ what: `${name}=`, since: directive.since }]), ...spoken.needs];
      return [
        ...ignored,
        ...spoken.problems.map((problem) => inside(place, problem)),
        ...(target === undefined ? [] : needs.filter(({ since }) => since > target).map((need) => tooNew(place, need, target))),
        ...spoken.lines.filter((line) => tooLong(`${name}=${line}`)).map(() => lineTooLong(place)),
      ];
    }),
  );
  const resets = unit
    .sections()
    .flatMap((section) =>
      section.resets().flatMap(([name, directive]) => resetIssues([section.name.toLowerCase(), name], name, directive)),
    );
  return [...nameIssues(unit), ...directives, ...resets, ...(options.dropIn === true ? [] : lintUnitFile(unit))];
}

/** Dependencies are the only lists that systemd can't empty. Source: systemd.unit(5), "dependencies […] cannot be reset". */
function resetIssues(place: Place, name: string, directive: AnyDirective | undefined): readonly Issue[] {
  if (directive !== undefined && directive.kind.joins !== undefined && directive.kind.class !== 'unit-words') return [];
  return [
    error('unit/cannot-reset', place, {
      problem: `reset(${show(name)}) has no effect, because systemd resets only lists other than dependencies`,
      remedy: 'Set the value that you want, which replaces the previous one, or remove a dependency in the unit’s own file.',
    }),
  ];
}

function nameIssues({ name, type }: UnitFile): readonly Issue[] {
  const problem = unitNameProblem(name) ?? (name.endsWith(`.${type}`) ? undefined : `does not end in .${type}`);
  if (problem === undefined) return [];
  return [
    error('unit/invalid-unit-name', ['name'], {
      problem: `${show(name)} ${problem}`,
      remedy: `Use the full name of a ${type} unit, like sidekiq.${type}.`,
    }),
  ];
}

function unknownDirective(place: Place, name: string, section: string, unit: UnitFile): Issue {
  const other = unit.sections().find((each) => namesOf(each.name).includes(name));
  const near = nearNames(name, namesOf(section));
  return error('unit/unknown-directive', place, {
    problem: `systemd ignores ${show(name)}, because [${section}] has no such directive`,
    remedy:
      other !== undefined
        ? `Move it to ${other.name.toLowerCase()}.${name}.`
        : near.length > 0
          ? `Use ${near.join(' or ')}, or remove it.`
          : 'Correct its name, or remove it.',
  });
}

function tooNew(place: DirectivePlace, need: VersionRequirement, target: number): Issue {
  const older = fallbackFor(...place, need.what);
  return error('host/too-old', place, {
    problem: `${need.what} needs systemd ${need.since} or later, and this host has systemd ${target}`,
    remedy: `${older ?? 'Leave it out for this host'}, or set a platform with systemd ${need.since} or later.`,
  });
}

function tooLong(line: string): boolean {
  // Most lines are short: count bytes only when the line could be too long.
  return line.length > MAX_LINE_BYTES / 3 && new TextEncoder().encode(line).length > MAX_LINE_BYTES;
}

function lineTooLong(place: Place): Issue {
  return error('unit/line-too-long', place, {
    problem: 'the line is longer than 1 MiB, and systemd refuses the whole file',
    remedy: `Shorten the value to at most ${MAX_LINE_BYTES} bytes in a line.`,
  });
}
