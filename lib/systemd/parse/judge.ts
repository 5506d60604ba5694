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

const WHAT_HAPPENS: Readonly<Record<Effect, readonly [expected: string, remedy: string]>> = {
  ignored: ['a value that systemd accepts', 'Correct it: systemd ignores the line.'],
  partly: ['a value that systemd accepts in full', 'Correct it: systemd drops this part and applies the rest.'],
  refused: ['a value that systemd accepts', 'Correct it: systemd refuses the whole unit.'],
  warned: ['its replacement', 'Change it: systemd still accepts it, but warns.'],
  noted: ['the value that systemd uses instead', 'Set that value: systemd accepts this one, but logs a notice.'],
};

class Judge {
  public readonly issues: ParsedIssue[] = [];
  private readonly said = new Map<string, string[]>();
  private readonly taken = new Map<string, Set<string>>();
  private refused = false;

  public constructor(
    private readonly of: UnitOfFile,
    private readonly judging: Judging,
  ) {
    if (of.problem !== undefined) {
      this.tell(
        undefined,
        error('unit/invalid-unit-name', ['fileName'], {
          got: `${show(judging.fileName)}, which ${of.problem}`,
          expected: 'the name of a unit file, like sidekiq.service',
          remedy: 'Use the file’s name on the host: it determines which sections the file may have.',
        }),
      );
    }
  }

  public fault(line: number, fault: LineFault['fault'], lines: readonly ReadLine[]): void {
    const own = lines.find((each) => each.line === line);
    const got = show(own?.text ?? '');
    const at = [`line ${line}`];
    const sections = sectionsOf(this.of.type).map((name) => `[${name}]`);
    const told: Readonly<Record<LineFault['fault'], () => Issue>> = {
      'unknown-section': () =>
        warning('unit/unknown-section', at, {
          got,
          expected: `${sections.join(', ')}, or [X-…] for the settings of other programs`,
          remedy: 'Correct the name: systemd ignores everything in the section.',
        }),
      'outside-section': () =>
        warning('unit/line-outside-section', at, {
          got: `${got} before any section`,
          expected: sections.join(' or '),
          remedy: 'Put it below the header of its section: systemd ignores the line.',
        }),
      'no-assignment': () =>
        warning('unit/invalid-line', at, {
          got,
          expected: 'Name=value, a [Section], or a comment that starts with #',
          remedy: 'Correct it: systemd ignores the line.',
        }),
      'bad-header': () =>
        error('unit/invalid-section-header', at, {
          got,
          expected: sections.join(', '),
          remedy: 'Correct it: systemd refuses the whole file.',
        }),
      'invalid-utf8': () =>
        error('unit/invalid-utf8', at, {
          got: `${got}, which is not UTF-8 or has a Unicode noncharacter`,
          expected: 'text in UTF-8',
          remedy: 'Save the file as UTF-8: systemd refuses it.',
        }),
      'too-long': () =>
        error('unit/line-too-long', at, {
          got: 'a line of more than 1 MiB',
          expected: 'shorter lines',
          remedy: 'Shorten the value: systemd refuses the whole file.',
        }),
    };
    const issue = told[fault]();
    this.refused ||= issue.severity === 'error';
    this.tell(line, issue);
  }

  public assignment(line: ReadLine, bytes: string): void {
    const { section = '', name = '' } = line;
    const directive = `[${section}] ${name}`;
    const tell = (issue: Issue): unknown => this.issues.push({ ...issue, line: line.line, directive });
    const row = findRow(section, name);
    if (row === undefined || (row.since ?? 0) > this.judging.systemdVersion) {
      if (!name.startsWith('X-')) tell(unknown([directive], section, name, row, this.judging.systemdVersion, sectionsOf(this.of.type)));
      return;
    }
    const remarks = this.remarksOn(bytes, row, section, name);
    if (remarks.length > 0) {
      const value = show(textOf(bytes));
      const once = new Map(remarks.map((remark) => [remark.effect + remark.reason, remark]));
      for (const remark of once.values()) tell(issueOf([directive], value, remark));
    }
    if (row.legacy === true) tell(legacy([directive], name, row));
    this.refused ||= remarks.some(({ effect }) => effect === 'refused');
    if (remarks.every(({ effect }) => effect !== 'ignored' && effect !== 'refused')) this.take(section, name, bytes, row);
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
    const reason = refusalOf(type, name, this.said);
    if (reason === undefined) return;
    this.tell(
      undefined,
      error('unit/refused-unit', [name], {
        got: `a unit that ${reason}`,
        expected: 'a unit that systemd loads',
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
      taken: this.taken.get(section) ?? new Set(),
      said: this.said,
      dropIn: this.of.dropIn,
    };
    if ((row.ignoredSince ?? Infinity) <= systemdVersion && row.ignoredSince !== 0 && systemdVersion !== Infinity) {
      return [{ effect: 'ignored', reason: `systemd ${row.ignoredSince!} and later ignore` }];
    }
    const since = LATER_WORDS[name]?.[bytes];
    if (since !== undefined && since <= systemdVersion) return [];
    return readerOf(row.parser)?.(bytes, context) ?? [];
  }

  private take(section: string, name: string, bytes: string, row: Row): void {
    const own = this.taken.get(section) ?? new Set();
    this.taken.set(section, own.add(name));
    if (bytes === '') this.said.set(name, []);
    else {
      const times = row.parser === 'exec' ? countCommands(bytes, this.judging.systemdVersion) : 1;
      this.said.set(name, [...(this.said.get(name) ?? []), ...Array.from({ length: times }, () => bytes)]);
    }
  }

  private tell(line: number | undefined, issue: Issue): void {
    this.issues.push({ ...issue, line, directive: undefined });
  }
}

function issueOf(place: Place, value: string, { effect, reason }: Remark): Issue {
  const [code, severity] = CODES[effect];
  const [expected, remedy] = WHAT_HAPPENS[effect];
  return issue(severity, code, place, { got: `${value}, which ${reason}`, expected, remedy });
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
      got: `${name}=, which needs systemd ${row.since!} or later`,
      expected: `a directive that systemd ${systemdVersion} supports`,
      remedy: 'Leave it out for this host: systemd ignores the line.',
    });
  }
  const other = sections.find((each) => findRow(each, name) !== undefined);
  const near = nearNames(name, namesOf(section));
  return warning('unit/unknown-directive', place, {
    got: show(name),
    expected: other !== undefined ? `[${other}] ${name}` : near.length > 0 ? near.join(' or ') : 'a directive of this section',
    remedy: 'Correct the name: systemd ignores unknown directives.',
  });
}

function legacy(place: Place, name: string, row: Row): Issue {
  return info('unit/legacy-directive', place, {
    got: `${name}=, which is an old name`,
    expected: row.replacement === undefined ? 'no such directive' : `${row.replacement}=`,
    remedy: row.replacement === undefined ? 'Leave it out: it has no effect.' : `Use ${row.replacement}=.`,
  });
}
