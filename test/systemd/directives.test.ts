import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { directiveTable, UnitFile, unitFileIssues } from '../../lib/systemd';

interface Row {
  readonly section: string;
  readonly name: string;
  readonly class: string;
  readonly since: string | null;
  readonly values?: Readonly<Record<string, readonly string[]>> | null;
}

const FILE = path.resolve(__dirname, '../../../shared/reference/systemd-directives.json');
const there = existsSync(FILE);

/** Parsers that the reference did not sort: they read words or numbers without escapes, as these classes do. */
const WITHOUT_ESCAPES = ['enum', 'bool', 'number', 'tokens'];

/** Where we know better than the reference, and why. */
const SINCE: Readonly<Record<string, number>> = {
  // 247 has it by another name, ManagedOOMMemoryPressureLimitPercent=.
  ManagedOOMMemoryPressureLimit: 248,
};

(there ? describe : describe.skip)(
  `the table of directives${there ? '' : ' (skipped, the reference is not beside this repository)'}`,
  () => {
    const rows = there ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Row[]) : [];

    it.each(directiveTable().map((row) => [`${row.section}.${row.name}`, row] as const))('%s', (_, row) => {
      const reference = rows.find((one) => one.section === row.section && one.name === row.name);
      expect(reference).toBeDefined();
      expect(row.since).toBe(SINCE[row.name] ?? sinceOf(reference!));
      if (reference!.class === 'other' || reference!.class === 'bool') expect(WITHOUT_ESCAPES).toContain(row.class);
      else expect(row.class).toBe(reference!.class);
    });
  },
);

(there ? describe : describe.skip)(
  `the words of directives${there ? '' : ' (skipped, the reference is not beside this repository)'}`,
  () => {
    const ours = new Set(directiveTable().map((row) => `${row.section}.${row.name}`));
    const cases = (there ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Row[]) : [])
      .filter((row) => ours.has(`${row.section}.${row.name}`))
      .flatMap((row) =>
        Object.entries(row.values ?? {}).map(([version, words]) => [row.section, row.name, Number(version), words] as const),
      );

    it.each(cases)('%s.%s in systemd %i', (section, name, version, words) => {
      expect(words.filter((word) => !isAccepted(section, name, word, version))).toEqual(NEWER[`${name} ${version}`] ?? []);
      expect(isAccepted(section, name, 'nonsense', version)).toBe(false);
    });

    it('compares some', () => expect(cases.length).toBeGreaterThan(40));
  },
);

/** Words of the newest versions that no service of ours needs yet. */
const NEWER: Readonly<Record<string, readonly string[]>> = {};

function isAccepted(section: string, name: string, word: string, systemdVersion: number): boolean {
  const values = word === 'yes' ? [true, word] : word === 'no' ? [false, word] : [word];
  return values.some((value) => {
    const unit = new UnitFile('x.service');
    (section === 'Unit' ? unit.unit : unit.service).set({ [name]: value });
    const property = `${section.toLowerCase()}.${name}`;
    return unitFileIssues(unit, { systemdVersion }).every((issue) => issue.property !== property || issue.severity !== 'error');
  });
}

function sinceOf(row: Row): number | undefined {
  const version = /\d+/.exec(row.since ?? '');
  return version === null ? undefined : Number(version[0]);
}

it('names no directive twice in a section', () => {
  const names = directiveTable().map((row) => `${row.section}.${row.name}`);
  expect(new Set(names).size).toBe(names.length);
});
