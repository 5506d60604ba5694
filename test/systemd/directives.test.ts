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
const exists = existsSync(FILE);
const skipped = exists ? '' : ' (skipped, because this repository has no ../shared/reference)';
const describeReference = exists ? describe : describe.skip;
const reference = exists ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Row[]) : [];

const keyOf = ({ section, name }: { readonly section: string; readonly name: string }): string => `${section}.${name}`;
const table = new Map(directiveTable().map((row) => [keyOf(row), row]));

it('is generated from the tables in tools/directives', () => {
  expect(
    directiveFiles()
      .filter(isStale)
      .map(({ path: file }) => file),
  ).toEqual([]);
});

it('has no duplicate directive in a section', () => {
  expect(table.size).toBe(directiveTable().length);
});

it.each(Object.entries(TABLES))('[%s]: the class and first version of each directive match its row', (section, directives) => {
  for (const [name, { kind, since }] of Object.entries(directives)) {
    expect({ name, ...table.get(`${section}.${name}`) }).toMatchObject({
      name,
      class: kind.class,
      ...(since === undefined ? {} : { since }),
    });
  }
});

it('has a type and a description for every directive that is not legacy', () => {
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

  it('has the same classes and parsers', () => {
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

  it('has the same first versions', () => {
    const differences = reference
      .map((row) => [keyOf(row), table.get(keyOf(row))!.since, sinceOf(row)] as const)
      .filter(([key, ours, theirs]) => ours !== theirs && SINCE[key.slice(key.indexOf('.') + 1)] !== ours);
    expect(differences).toEqual([]);
  });

  it('has the same legacy directives', () => {
    const legacy = reference.filter((row) => (row.legacy ?? '') !== '').map(keyOf);
    const ours = [...table.values()].filter((row) => row.legacy === true).map(keyOf);
    expect(ours.filter((key) => !legacy.includes(key))).toEqual(['Service.PermissionsStartOnly', ...MOVED]);
    expect(legacy.filter((key) => !ours.includes(key))).toEqual([]);
  });

  const cases = reference.flatMap((row) =>
    Object.entries(row.values ?? {}).map(([version, words]) => [row.section, row.name, Number(version), words] as const),
  );

  it.each(cases)('%s.%s for systemd %i accepts its keywords only', (section, name, version, words) => {
    const other = table.get(`${section}.${name}`)!.since ?? 0;
    if (other > version) return;
    expect(words.filter((word) => !isAccepted(section, name, word, version))).toEqual([]);
    expect(isAccepted(section, name, 'nonsense', version)).toBe(false);
  });

  it('compares at least 200 directives and versions', () => expect(cases.length).toBeGreaterThan(200));
});

/** Directives of [Unit] since systemd 229 that [Service] still accepts. */
const MOVED = ['StartLimitBurst', 'StartLimitAction', 'FailureAction', 'RebootArgument'].map((name) => `Service.${name}`);

/** Classes in which the reference is wrong, with the reason. */
const CLASS: Readonly<Record<string, string>> = {
  // Keywords that are booleans, and booleans with further keywords since 257 or 258.
  ...{ PrivatePIDs: 'bool', PrivateBPF: 'bool' },
  ...{ PrivateTmp: 'enum', PrivateUsers: 'enum', ProtectControlGroups: 'enum', ProtectHostname: 'enum' },
};

/** First versions in which the reference is wrong: it lacks them for 247, or its manual has that of the first Assert…= directive. */
const SINCE: Readonly<Record<string, number>> = {
  // In 247 its name is ManagedOOMMemoryPressureLimitPercent=.
  ManagedOOMMemoryPressureLimit: 248,
  // For scopes, in Debian's 252.
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
