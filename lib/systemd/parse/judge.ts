import { error, info, issue, nearNames, show, warning, type Issue, type Place } from '../../values';
import { findRow, namesOf } from '../table/find-row';
import type { Row } from '../table/row';
import { textOf } from './bytes';
import type { ParsedIssue } from './parsed-issue';
import type { LineFault, ReadLine, ReadLines } from './read-lines';
import type { Effect, ReadContext, Remark } from './reader';
import { countCommands } from './readers/exec';
import { readerOf } from './reader-of';
import { LATER_WORDS } from './readers/vocabulary';
import { unitNamesOf } from './specifiers';
import type { UnitOfFile } from './unit-of-file';
import { sectionsOf } from './read-lines';
import { isTemplate, refusalOf } from './verify';

/** Conditions under which a file is checked. */
export interface Judging {
  /** The file name, as it was given. */
  readonly fileName: string;
  /** True if the file is below /etc, where systemd reports more. */
  readonly administrator: boolean;
  /** Version of systemd; Infinity for any version. */
  readonly systemdVersion: number;
}

/** Reports everything in a file that systemd would ignore, or refuse the file for, in line order. */
export function judge(read: ReadLines, unit: UnitOfFile, judging: Judging): readonly ParsedIssue[] {
  const judge = new Judge(unit, judging);
  // systemd doesn't read files of scopes, only drop-ins.
  if (unit.type === 'scope' && !unit.dropIn) read = { lines: [], faults: [] };
  for (const { line, fault } of read.faults) judge.fault(line, fault, read.lines);
  for (const line of read.lines) if (line.bytes !== undefined) judge.assignment(line, line.bytes);
  judge.unit();
  return judge.issues.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}

const CODES: Readonly<Record<Effect, readonly [code: string, severity: ParsedIssue['severity']]>> = {
  ignored: ['unit/ignored-value', 'warning'],
  partly: ['unit/ignored-part', 'warning'],
  refused: ['unit/refused-value', 'error'],
  warned: ['unit/deprecated-value', 'warning'],
  noted: ['unit/deprecated-value', 'info'],
};

const REMEDIES: Readonly<Record<Effect, string>> = {
  ignored: 'Correct it: systemd ignores the line.',
  partly: 'Correct it: systemd drops this part and applies the rest.',
  refused: 'Correct it: systemd refuses the whole unit.',
  warned: 'Change it: systemd still accepts it, but logs a warning.',
  noted: 'Change it: systemd still accepts it, but logs a notice.',
};

class Judge {
  public readonly issues: ParsedIssue[] = [];
  private readonly values = new Map<string, string[]>();
  private readonly accepted = new Map<string, Set<string>>();
  private refused = false;

  public constructor(
    private readonly of: UnitOfFile,
    private readonly judging: Judging,
  ) {
    if (of.problem !== undefined) {
      this.report(
        undefined,
        error('unit/invalid-unit-name', ['fileName'], {
          problem: `${show(judging.fileName)} ${of.problem}`,
          remedy: 'Use the file’s name on the host, like sidekiq.service: it determines which sections the file may have.',
        }),
      );
    }
  }

  public fault(line: number, fault: LineFault['fault'], lines: readonly ReadLine[]): void {
    const own = lines.find((each) => each.line === line);
    const text = show(own?.text ?? '');
    const at = [`line ${line}`];
    const sections = sectionsOf(this.of.type).map((name) => `[${name}]`);
    const anySection = `${sections.slice(0, -1).join(', ')} or ${sections.at(-1)!}`;
    const issues: Readonly<Record<LineFault['fault'], () => Issue>> = {
      'unknown-section': () =>
        warning('unit/unknown-section', at, {
          problem: `${text} is not a section that systemd reads in this file`,
          remedy: `Use ${anySection}, or [X-…] for the settings of other programs: systemd ignores everything in the section.`,
        }),
      'outside-section': () =>
        warning('unit/line-outside-section', at, {
          problem: `${text} is before the first section`,
          remedy: `Move it below its section, ${anySection}: systemd ignores the line here.`,
        }),
      'no-assignment': () =>
        warning('unit/invalid-line', at, {
          problem: `${text} is neither an assignment nor a section`,
          remedy: 'Use Name=value, [Section], or a comment that starts with #: systemd ignores the line.',
        }),
      'bad-header': () =>
        error('unit/invalid-section-header', at, {
          problem: `${text} is not a valid section header`,
          remedy: `Use ${anySection}: systemd refuses the whole file.`,
        }),
      'invalid-utf8': () =>
        error('unit/invalid-utf8', at, {
          problem: `${text} is not UTF-8, or contains a Unicode noncharacter`,
          remedy: 'Save the file as UTF-8 without noncharacters: systemd refuses it.',
        }),
      'too-long': () =>
        error('unit/line-too-long', at, {
          problem: 'the line is longer than 1 MiB',
          remedy: 'Shorten the value: systemd refuses the whole file.',
        }),
    };
    const issue = issues[fault]();
    this.refused ||= issue.severity === 'error';
    this.report(line, issue);
  }

  public assignment(line: ReadLine, bytes: string): void {
    const { section = '', name = '' } = line;
    const directive = `[${section}] ${name}`;
    const report = (issue: Issue): unknown => this.issues.push({ ...issue, line: line.line, directive });
    const row = findRow(section, name);
    if (row === undefined || (row.since ?? 0) > this.judging.systemdVersion) {
      if (!name.startsWith('X-')) report(unknown([directive], section, name, row, this.judging.systemdVersion, sectionsOf(this.of.type)));
      return;
    }
    const remarks = this.remarksOn(bytes, row, section, name);
    if (remarks.length > 0) {
      const value = show(textOf(bytes));
      const once = new Map(remarks.map((remark) => [remark.effect + remark.reason, remark]));
      for (const remark of once.values()) report(issueOf([directive], value, remark));
    }
    if (row.legacy === true) report(legacy([directive], name, row));
    this.refused ||= remarks.some(({ effect }) => effect === 'refused');
    if (remarks.every(({ effect }) => effect !== 'ignored' && effect !== 'refused')) this.accept(section, name, bytes, row);
  }

  /** Reports why systemd refuses the unit although each line is valid. A drop-in can't be checked without its unit. */
  public unit(): void {
    const { name, type, dropIn, problem } = this.of;
    if (
      dropIn ||
      problem !== undefined ||
      this.refused ||
      (isTemplate(name) && type !== 'service' && type !== 'socket' && type !== 'timer')
    )
      return;
    const reason = refusalOf(type, name, this.values);
    if (reason === undefined) return;
    this.report(
      undefined,
      error('unit/refused-unit', [name], {
        problem: `the unit ${reason}`,
        remedy: 'Add what is missing, or remove what conflicts: systemd refuses the unit.',
      }),
    );
  }

  private remarksOn(bytes: string, row: Row, section: string, name: string): readonly Remark[] {
    const { systemdVersion, administrator } = this.judging;
    const context: ReadContext = {
      name,
      unit: unitNamesOf(this.of.name),
      type: this.of.type,
      systemdVersion,
      administrator,
      accepted: this.accepted.get(section) ?? new Set(),
      values: this.values,
      dropIn: this.of.dropIn,
    };
    if ((row.ignoredSince ?? Infinity) <= systemdVersion && row.ignoredSince !== 0 && systemdVersion !== Infinity) {
      return [{ effect: 'ignored', reason: `has no effect in systemd ${row.ignoredSince!} and later` }];
    }
    const since = LATER_WORDS[name]?.[bytes];
    if (since !== undefined && since <= systemdVersion) return [];
    return readerOf(row.parser)?.(bytes, context) ?? [];
  }

  private accept(section: string, name: string, bytes: string, row: Row): void {
    const own = this.accepted.get(section) ?? new Set();
    this.accepted.set(section, own.add(name));
    if (bytes === '') this.values.set(name, []);
    else {
      const times = row.parser === 'exec' ? countCommands(bytes, this.judging.systemdVersion) : 1;
      this.values.set(name, [...(this.values.get(name) ?? []), ...Array.from({ length: times }, () => bytes)]);
    }
  }

  private report(line: number | undefined, issue: Issue): void {
    this.issues.push({ ...issue, line, directive: undefined });
  }
}

function issueOf(place: Place, value: string, { effect, reason }: Remark): Issue {
  const [code, severity] = CODES[effect];
  return issue(severity, code, place, { problem: `${value} ${reason}`, remedy: REMEDIES[effect] });
}

function unknown(
  place: Place,
  section: string,
  name: string,
  row: Row | undefined,
  systemdVersion: number,
  sections: readonly string[],
): Issue {
  if (row !== undefined) {
    return warning('host/too-old', place, {
      problem: `${name}= needs systemd ${row.since!} or later`,
      remedy: `Leave it out for this host: systemd ${systemdVersion} ignores the line.`,
    });
  }
  const other = sections.find((each) => findRow(each, name) !== undefined);
  const near = nearNames(name, namesOf(section));
  return warning('unit/unknown-directive', place, {
    problem: `${show(name)} is not a directive of [${section}]`,
    remedy:
      other !== undefined
        ? `Move it to [${other}]: systemd ignores it here.`
        : `${near.length > 0 ? `Use ${near.join(' or ')}` : 'Correct the name'}: systemd ignores unknown directives.`,
  });
}

function legacy(place: Place, name: string, row: Row): Issue {
  return info('unit/legacy-directive', place, {
    problem: row.replacement === undefined ? `${name}= has no effect any more` : `${name}= is an old name`,
    remedy: row.replacement === undefined ? 'Remove the line, which only older versions of systemd read.' : `Use ${row.replacement}=.`,
  });
}
