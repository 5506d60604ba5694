import fc from 'fast-check';
import { directiveTable, UnitFile, type DirectiveRow } from '../../lib/systemd';
import { findRow } from '../../lib/systemd/table/find-row';
import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { load } from './systemd/loaded';
import { SUITES } from './systemd/versions';
import { READER_DIFFERENCES } from './systemd/reader-differences';
import { TRIAL_VALUES } from './systemd/trial-values';

jest.setTimeout(1_800_000);

/** `READERS=all` tries every value; otherwise a sample, another one each time. */
const ALL = process.env.READERS === 'all';
const SAMPLE = 6000;
const seed = Date.now() % 2 ** 31;

const TYPES: Readonly<Record<string, string>> = {
  ...{
    Unit: 'service',
    Service: 'service',
    Socket: 'socket',
    Timer: 'timer',
    Path: 'path',
    Mount: 'mount',
    Automount: 'automount',
    Swap: 'swap',
  },
};

/** Parsers that look at the directive's name, so that one directive does not speak for all. */
const BY_NAME = ['memory_limit', 'socket_listen', 'rlimit', 'exec_directories', 'unit_path_printf'];

/** A value of a directive, in a file of its own or among others. */
interface Trial {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

/** One directive for each parser of systemd's, with every value. */
function trials(systemdVersion: number): readonly Trial[] {
  const chosen = new Map<string, DirectiveRow>();
  for (const row of directiveTable()) {
    const { parser, since = 0 } = findRow(row.section, row.name)!;
    const key = BY_NAME.includes(parser) ? row.name : parser;
    if (row.section in TYPES && since <= systemdVersion && !chosen.has(key)) chosen.set(key, row);
  }
  const values = [...new Set(TRIAL_VALUES)];
  return [...chosen.values()].flatMap(({ section, name }) => values.map((value) => ({ section, name, value })));
}

const isTold = (file: string, text: string, systemdVersion: number): ReadonlySet<number> =>
  new Set(
    UnitFile.parse(text, { fileName: file, systemdVersion })
      .issues.filter(({ code }) => code !== 'systemd/legacy-directive')
      .flatMap(({ line }) => line ?? []),
  );

/** A file of trials: each has an empty line behind it, lest a backslash joins the next. */
function textOf(all: readonly Trial[]): string {
  return `[${all[0]!.section}]\n${all.map(({ name, value }) => `${name}=${value}\n\n`).join('')}`;
}

function isRefused({ section, name, value }: Trial, systemdVersion: number): boolean {
  const { issues } = UnitFile.parse(`[${section}]\n${name}=${value}\n`, { fileName: `x.${TYPES[section]!}`, systemdVersion });
  return issues.some(({ code }) => code === 'systemd/refused-value');
}

const used = new Set<string>();

describe.each(SUITES.filter(([, systemdVersion]) => ALL || systemdVersion === 252))('on %s', (suite, systemdVersion) =>
  describeLive(`systemd ${systemdVersion} and our readers`, { needs: ['hosts'] }, () => {
    let host: TestHost;

    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile('/etc/systemd/journald.conf.d/all.conf', '[Journal]\nRateLimitIntervalSec=0\nRateLimitBurst=0\n');
      await host.mustExec('systemctl restart systemd-journald');
    }, 180_000);

    afterAll(() => host?.destroy());

    /** Trials of which systemd says something and we nothing, or the other way round. */
    async function different(all: readonly Trial[]): Promise<readonly Trial[]> {
      const refused = all.filter((trial) => isRefused(trial, systemdVersion));
      const together = new Map<string, Trial[]>();
      for (const trial of all.filter((each) => !refused.includes(each))) {
        const key = `${trial.section}.${trial.name}`;
        together.set(key, [...(together.get(key) ?? []), trial]);
      }
      // Behind what it refuses systemd reads no further.
      const groups = [...together.values(), ...refused.map((trial) => [trial])];
      const files = groups.map((group, index) => ({ group, fileName: `v${index}.${TYPES[group[0]!.section]!}`, text: textOf(group) }));
      const found: Trial[] = [];
      for (let at = 0; at < files.length; at += 150) {
        const some = files.slice(at, at + 150);
        const loaded = await load(
          host,
          some.map(({ fileName, text }) => ({ fileName, bytes: Buffer.from(text) })),
        );
        some.forEach(({ group, fileName, text }, index) => {
          const ours = isTold(fileName, text, systemdVersion);
          const theirs = new Set(loaded[index]!.told.map(({ line }) => line));
          found.push(...group.filter((_, place) => ours.has(2 + 2 * place) !== theirs.has(2 + 2 * place)));
        });
      }
      return found;
    }

    test('take the same values, and refuse the same', async () => {
      const all = trials(systemdVersion);
      const tried = ALL
        ? all
        : fc.sample(fc.shuffledSubarray([...all], { minLength: SAMPLE, maxLength: SAMPLE }), { seed, numRuns: 1 })[0]!;
      let found = await different(tried);
      // A message of thousands may be lost on its way into the journal: what is different stays so.
      for (let turn = 0; turn < 2 && found.length > 0; turn++) found = await different(found);
      const explained = (trial: Trial): boolean => READER_DIFFERENCES.some(({ explains }) => explains(trial, systemdVersion));
      expect({ seed, found: found.filter((trial) => !explained(trial)) }).toEqual({ seed, found: [] });
      for (const trial of found)
        for (const { reason, explains } of READER_DIFFERENCES) if (explains(trial, systemdVersion)) used.add(reason);
      if (ALL)
        process.stdout.write(
          `${tried.length} values of ${new Set(tried.map(({ section, name }) => `${section}.${name}`)).size} directives\n`,
        );
    });
  }),
);

if (ALL) {
  test('each difference that is listed is seen', () => {
    expect(READER_DIFFERENCES.map(({ reason }) => reason).filter((reason) => !used.has(reason))).toEqual([]);
  });
}
