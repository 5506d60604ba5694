import { directiveTable, UnitFile, type DirectiveRow, type ParsedIssue } from '../../../lib/systemd';
import { findRow } from '../../../lib/systemd/table/find-row';
import { TRIAL_VALUES } from './trial-values';

/** A value of a directive, tried in its own file or together with others. */
export interface Trial {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

/** Sections that have trials, and the type of a unit that has the section. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ Unit: 'service', Service: 'service', Socket: 'socket', Timer: 'timer', Path: 'path' },
  ...{ Mount: 'mount', Automount: 'automount', Swap: 'swap', Slice: 'slice' },
};

/** Parsers that depend on the directive's name, so that one directive doesn't represent all of them. */
const BY_NAME = ['memory_limit', 'socket_listen', 'rlimit', 'exec_directories', 'unit_path_printf'];

/** One directive for each parser that a version of systemd has, with every value. */
export function trials(systemdVersion: number): readonly Trial[] {
  const chosen = new Map<string, DirectiveRow>();
  for (const row of directiveTable()) {
    const { parser, since = 0 } = findRow(row.section, row.name)!;
    const key = BY_NAME.includes(parser) ? row.name : parser;
    if (row.section in TYPES && since <= systemdVersion && !chosen.has(key)) chosen.set(key, row);
  }
  const values = [...new Set(TRIAL_VALUES)];
  return [...chosen.values()].flatMap(({ section, name }) => values.map((value) => ({ section, name, value })));
}

/** A file of trials of one directive, and our issues with it. */
export class TrialFile {
  public readonly fileName: string;
  public readonly text: string;
  private readonly issues: readonly ParsedIssue[];

  /**
   * @param trials trials of one directive, at least one.
   * @param stem the unit's name without its type.
   * @param systemdVersion version of systemd that reads the file.
   */
  public constructor(
    private readonly trials: readonly Trial[],
    stem: string,
    systemdVersion: number,
  ) {
    const section = trials[0]!.section;
    this.fileName = `${stem}.${TYPES[section]!}`;
    // An empty line after each keeps a backslash from joining the next. systemd reports the last line if it reads that far.
    this.text = `[${section}]\n${trials.map(({ name, value }) => `${name}=${value}\n\n`).join('')}end\n`;
    this.issues = UnitFile.parse(this.text, { fileName: this.fileName, systemdVersion }).issues;
  }

  /** True if, according to our issues, systemd refuses the file. */
  public get refused(): boolean {
    return this.issues.some(({ code }) => code === 'unit/refused-value');
  }

  /** Trials that only systemd or only we report, or for which only one of us refuses the file. */
  public differences(reported: ReadonlySet<number>): readonly Trial[] {
    const ours = new Set(this.issues.filter(({ code }) => code !== 'unit/legacy-directive').map(({ line }) => line));
    const wrong = new Set(this.trials.filter((_, index) => ours.has(lineOf(index)) !== reported.has(lineOf(index))));
    const reachedEnd = reported.has(lineOf(this.trials.length));
    // systemd stops at a line that it refuses, which is the last that it reports.
    if (reachedEnd === this.refused) wrong.add(this.trials.filter((_, index) => reported.has(lineOf(index))).at(-1) ?? this.trials[0]!);
    return [...wrong];
  }
}

function lineOf(index: number): number {
  return 2 + 2 * index;
}
