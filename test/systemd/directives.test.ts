import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { directiveTable, unitFileIssues } from '../../lib/systemd';
import { TABLES } from '../../lib/systemd/sections/tables';
import { directivesOf } from '../../tools/directives/data';
import { GROUPS } from '../../tools/directives/groups';
import { directiveFiles } from '../../tools/directives/main';
import { isStale } from '../../tools/issue-catalogue/generated';
import { unitWith } from './unit-with';

interface Row {
  readonly section: string;
  readonly name: string;
  readonly class: string;
  readonly parser: string | null;
  readonly since?: string | null;
  readonly legacy?: string | true | null;
  readonly values?: Readonly<Record<string, readonly string[]>> | null;
}

const FILE = path.resolve(__dirname, '../../../shared/reference/systemd-directives.json');
const there = existsSync(FILE);
const skipped = there ? '' : ' (skipped, the reference is not beside this repository)';
const describeReference = there ? describe : describe.skip;
const reference = there ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Row[]) : [];

const keyOf = ({ section, name }: { readonly section: string; readonly name: string }): string => `${section}.${name}`;
const table = new Map(directiveTable().map((row) => [keyOf(row), row]));

it('is made of the tables in tools/directives', () => {
  expect(
    directiveFiles()
      .filter(isStale)
      .map(({ path: file }) => file),
  ).toEqual([]);
});

it('names no directive twice in a section', () => {
  expect(table.size).toBe(directiveTable().length);
});

it.each(Object.entries(TABLES))('[%s]: each directive is typed as its row says', (section, directives) => {
  for (const [name, { kind, since }] of Object.entries(directives)) {
    expect({ name, ...table.get(`${section}.${name}`) }).toMatchObject({
      name,
      class: kind.class,
      ...(since === undefined ? {} : { since }),
    });
  }
});

it('has a type and a description for every directive that may be written', () => {
  const untyped = directiveTable().filter(({ section, name, legacy }) => legacy === undefined && !Object.hasOwn(TABLES[section], name));
  expect(untyped.map(keyOf)).toEqual([]);
  const described = GROUPS.flatMap(({ name }) => directivesOf(name)).filter(({ legacy }) => !legacy);
  expect(described.filter(({ description }) => !/^[A-Z`].*\.$/.test(description)).map(({ name }) => name)).toEqual([]);
  const questions = described.filter(({ description }) => /^(?:What|Which|Who|Whether|When|Where|How|By how|The same)\b/.test(description));
  expect(questions.map(({ name }) => name)).toEqual([]);
  expect(described.filter(({ description }) => description.includes('Default:')).map(({ name }) => name)).toEqual([]);
});

describeReference(`the reference${skipped}`, () => {
  it('has the same directives', () => {
    expect([...table.keys()].sort()).toEqual(reference.map(keyOf).sort());
  });

  it('knows the same of them', () => {
    const differences = reference
      .map((row) => ({ row, ours: table.get(keyOf(row))! }))
      .filter(({ row, ours }) => row.class !== 'other' && row.class !== 'legacy' && (CLASS[row.name] ?? row.class) !== ours.class)
      .map(({ row, ours }) => `${keyOf(row)}: ${row.class}, ours ${ours.class}`);
    expect(differences).toEqual([]);
    expect(
      reference.filter(
        (row) => (row.parser === 'NULL' ? 'config_parse_install' : row.parser) !== `config_parse_${table.get(keyOf(row))!.parser}`,
      ),
    ).toEqual([]);
  });

  it('has them since the same version', () => {
    const differences = reference
      .map((row) => [keyOf(row), table.get(keyOf(row))!.since, sinceOf(row)] as const)
      .filter(([key, ours, theirs]) => ours !== theirs && SINCE[key.slice(key.indexOf('.') + 1)] !== ours);
    expect(differences).toEqual([]);
  });

  it('calls the same ones legacy', () => {
    const legacy = reference.filter((row) => (row.legacy ?? '') !== '').map(keyOf);
    const ours = [...table.values()].filter((row) => row.legacy === true).map(keyOf);
    expect(ours.filter((key) => !legacy.includes(key))).toEqual(['Service.PermissionsStartOnly', ...MOVED]);
    expect(legacy.filter((key) => !ours.includes(key))).toEqual([]);
  });

  const cases = reference.flatMap((row) =>
    Object.entries(row.values ?? {}).map(([version, words]) => [row.section, row.name, Number(version), words] as const),
  );

  it.each(cases)('%s.%s in systemd %i takes its words', (section, name, version, words) => {
    const other = table.get(`${section}.${name}`)!.since ?? 0;
    if (other > version) return;
    expect(words.filter((word) => !isAccepted(section, name, word, version))).toEqual([]);
    expect(isAccepted(section, name, 'nonsense', version)).toBe(false);
  });

  it('compares some', () => expect(cases.length).toBeGreaterThan(200));
});

/** Of services: systemd reads them there too, their place is [Unit] since 229 and later. */
const MOVED = ['StartLimitBurst', 'StartLimitAction', 'FailureAction', 'RebootArgument'].map((name) => `Service.${name}`);

/** Where we know better than the reference, and why. */
const CLASS: Readonly<Record<string, string>> = {
  // Words that are a boolean's; and booleans that have more words than two from 257 and 258 on.
  ...{ PrivatePIDs: 'bool', PrivateBPF: 'bool' },
  ...{ PrivateTmp: 'enum', PrivateUsers: 'enum', ProtectControlGroups: 'enum', ProtectHostname: 'enum' },
};

/** The same for first versions: the dump of 247 lacks them. Its manual gives Assert…= the version of the first of its kind. */
const SINCE: Readonly<Record<string, number>> = {
  // 247 has it by another name, ManagedOOMMemoryPressureLimitPercent=.
  ManagedOOMMemoryPressureLimit: 248,
  // Of scopes: Debian's 252 has it.
  OOMPolicy: 252,
  ...{ ExecPaths: 248, NoExecPaths: 248, LoadCredentialEncrypted: 250, SetCredentialEncrypted: 250, OnSuccessJobMode: 249 },
  ...{ StartupAllowedCPUs: 252, StartupAllowedMemoryNodes: 252, DefaultStartupMemoryLow: 253 },
  ...{ AssertPathIsEncrypted: 246, AssertEnvironment: 246, AssertCPUFeature: 248, AssertOSRelease: 249, AssertCredential: 252 },
  ...{ AssertMemoryPressure: 250, AssertCPUPressure: 250, AssertIOPressure: 250 },
  ...{ AssertFraction: 261, AssertMachineTag: 261, AssertPathIsSocket: 260 },
};

function isAccepted(section: string, name: string, word: string, systemdVersion: number): boolean {
  const values = word === 'yes' ? [true, word] : word === 'no' ? [false, word] : [word];
  return values.some((value) => {
    return unitFileIssues(unitWith(section, { [name]: value }), { systemdVersion }).every(
      ({ place, severity }) => place.length > 2 || place[1] !== name || severity !== 'error',
    );
  });
}

function sinceOf(row: Row): number | undefined {
  const version = /\d+/.exec(row.since ?? '');
  return version === null ? undefined : Number(version[0]);
}
