import fc from 'fast-check';
import { renderUnitFile } from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { ofCampaign } from '../../support/campaign';
import { install, read } from './manager';
import { AMOUNTS } from './values/amounts';
import { countOf, unitWithSettings, type Probe, type Setting } from './values/probe';
import { TEXTS } from './values/texts';
import { WORDS } from './values/words';

// Each run tries different values. A failure shows its seed.
const seed = Date.now() % 2 ** 31;

/** Number of units in each group, and the minimum number of values of each class in all of them. */
const [UNITS, LEAST] = ofCampaign({ sample: [50, 100], small: [400, 1000], all: [1950, 10_000] });
const BATCH = 250;

const PROBES = [...TEXTS, ...AMOUNTS, ...WORDS];
/** Probes of the same property, as for conditions, are in different units. */
const GROUPS = groupsOf(PROBES);

interface Difference {
  readonly directive: string;
  readonly given: unknown;
  readonly expected: unknown;
  readonly got: unknown;
}

describeLive('values on a host', { needs: ['hosts'] }, () => {
  let host: TestHost;
  const tried = new Map<string, number>();

  beforeAll(async () => {
    host = await TestHost.boot();
  });

  afterAll(() => {
    host.destroy();
    console.log([...tried].map(([name, count]) => `${name}: ${count}`).join(', '));
  });

  it.each(GROUPS.map((probes, index) => [index + 1, probes] as const))('are read exactly as given (%i)', async (_, probes) => {
    const wrong: Difference[] = [];
    for (let from = 0; from < UNITS && wrong.length === 0; from += BATCH) {
      wrong.push(...(await differences(host, probes, Math.min(BATCH, UNITS - from), seed + from, tried)));
    }
    expect({ seed, wrong: wrong.slice(0, 5).map((one) => JSON.stringify(one)) }).toEqual({ seed, wrong: [] });
  });

  it('cover every class of escapes and checks', () => {
    expect([...tried.keys()].sort()).toEqual(
      [
        ...['bool', 'cred', 'enum', 'exec', 'mode', 'number', 'raw-spec', 'rlimit', 'size', 'text-c', 'time', 'tokens', 'unit-words'],
        ...WORD_CLASSES,
      ].sort(),
    );
    expect([...tried].filter(([, count]) => count < LEAST)).toEqual([]);
  });
});

const WORD_CLASSES = ['words', 'words-c', 'words-colon', 'words-nested'];

async function differences(
  host: TestHost,
  probes: readonly Probe[],
  count: number,
  from: number,
  tried: Map<string, number>,
): Promise<readonly Difference[]> {
  const samples = probes.map((probe) => fc.sample(probe.values, { numRuns: count, seed: from }));
  probes.forEach((probe, column) => {
    const values = samples[column]!.reduce((sum, setting) => sum + countOf(setting), 0);
    tried.set(probe.class, (tried.get(probe.class) ?? 0) + values);
  });
  const units = Array.from({ length: count }, (_, index) =>
    unitWithSettings(
      `v${index}`,
      samples.map((settings): Setting => settings[index]!),
    ),
  );
  await install(host, Object.fromEntries(units.map((unit) => [unit.name, renderUnitFile(unit)])));
  const shown = await read(
    host,
    units.map((unit) => unit.name),
    probes.map((probe) => probe.property),
  );
  return shown.flatMap((values, index) =>
    probes
      .map((probe, column) => ({
        directive: probe.directive,
        given: samples[column]![index]!.directives,
        expected: samples[column]![index]!.expected,
        got: probe.comparable(values[column]),
      }))
      .filter(({ expected, got }) => JSON.stringify(got) !== JSON.stringify(expected)),
  );
}

/** Groups probes by type of unit, with each property at most once in a group. */
function groupsOf(probes: readonly Probe[]): readonly (readonly Probe[])[] {
  const groups: Probe[][] = [];
  for (const probe of probes) {
    const section = probe.directive.split('.')[0]!;
    const own = section === 'Unit' ? 'Service' : section;
    const fits = groups.find((group) =>
      group.every((other) => {
        const theirs = other.directive.split('.')[0]!;
        return (theirs === 'Unit' ? 'Service' : theirs) === own && other.property.name !== probe.property.name;
      }),
    );
    if (fits === undefined) groups.push([probe]);
    else fits.push(probe);
  }
  return groups;
}
