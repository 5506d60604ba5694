import { existsSync, rmSync } from 'node:fs';
import { environmentFileIssues, renderEnvironmentFile } from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { BundleFile } from '../../../lib/bundle';
import { declaredProperties } from './hostile/properties';
import { readByMonit, readBySystemd, readByTerraform } from './hostile/parsers';
import { CANARY, seed, textsFor } from './hostile/strings';
import { ofCampaign } from '../../support/campaign';
import { readInventory } from '../../security/inventory';
import { everyValue, type Inventory, type Made, type Value } from './hostile/values';

const mockTables: (readonly string[])[] = [];
jest.mock('../../../lib/constructs/props/read-props', () => {
  const actual = jest.requireActual<{ readProps: (given: object, rules: object, others?: readonly string[]) => object }>(
    '../../../lib/constructs/props/read-props',
  );
  return {
    ...actual,
    readProps: (given: object, rules: object, others?: readonly string[]) => {
      mockTables.push(Object.keys(rules));
      return actual.readProps(given, rules, others);
    },
  };
});

/** Texts for each value; there are more than 200 values. */
const EACH = ofCampaign({ sample: 2, small: 40, all: 500 });
const BATCH = 500;

/**
 * Values that are not read back in the form in which they were given, so the comparison with the harmless text fails: bytes of credentials
 * and signatures, labels that systemd parses, names of checks that must exist, addresses in a list. test/live/systemd/values.test.ts
 * and test/live/monit/language.test.ts compare them by their meaning. Here they are only tested not to become commands.
 */
const READ_ELSEWHERE =
  /^(?:Service\.(?:SetCredential|RootHash|SmackProcessLabel|SELinuxContext|AppArmorProfile)|Monit\w+\.(?:dependsOn|alerts|noAlerts|ignoreContent|groups)\b)/;

/** HOSTILE_OF is a pattern for the names of the values to try, to examine one of them. */
const asked = new RegExp(process.env.HOSTILE_OF ?? '');
const known = ofCampaign<Inventory | undefined>({ sample: readInventory(), small: readInventory(), all: undefined });
const values = everyValue(declaredProperties({ take: () => mockTables.splice(0) }), { known }).values.filter(({ name }) =>
  asked.test(name),
);

/** A text that was accepted, and the same value with a harmless one. */
interface Accepted {
  readonly value: Value;
  readonly text: string;
  readonly made: Made;
  readonly harmless: Made;
}

const replaced = (made: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(made), (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(from, () => to) : value));

function batches<T>(list: readonly T[], size = BATCH): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

/** The text of the construct's only file of a kind: the unit, the check. */
function textOf({ unit, bundle }: Made, kind: 'unit' | 'monit', harmless: Made): string | undefined {
  if (kind === 'unit' && unit !== undefined) return unit;
  // Of units, those of services and their drop-ins; of a user's unit and the system's unit for it, the user's.
  const isOne = (file: BundleFile): boolean =>
    kind === 'monit' ? file.kind.startsWith(kind) : /unit$/.test(file.kind) && /\.service(\.d\/[^/]+)?$/.test(file.path);
  const files = (made: Made) => (made.bundle?.files ?? []).filter(isOne).sort((a, b) => (a.kind < b.kind ? 1 : -1));
  // Not the service that every host of these tests has; if there is no other file, Monit's socket.
  const own = (made: Made) =>
    files(made).find(({ path, kind: found }) => found !== 'monit-httpd' && path !== '/etc/systemd/system/other.service') ?? files(made)[0];
  return own(harmless) === undefined ? undefined : own({ bundle })?.lines.join('\n');
}

describeLive('hostile texts', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  const accepted: Accepted[] = [];
  const counts: Record<string, number> = {
    values: values.length,
    given: 0,
    refused: 0,
    accepted: 0,
    systemd: 0,
    Monit: 0,
    Terraform: 0,
    environment: 0,
  };
  beforeAll(async () => {
    host = await TestHost.boot();
    for (const value of values) {
      const harmless = value.give(value.harmless)!;
      for (const text of new Set(textsFor(value, EACH))) {
        const made = value.give(text);
        counts.given! += 1;
        counts[made === undefined ? 'refused' : 'accepted']! += 1;
        if (made !== undefined) accepted.push({ value, text, made, harmless });
      }
    }
  });
  afterAll(() => {
    host?.destroy();
    process.stdout.write(`hostile texts (seed ${seed}): ${JSON.stringify(counts)}\n`);
  });
  // No text has become a command, neither here nor there.
  afterEach(async () => {
    expect([existsSync(CANARY), (await host.exec(['test', '-e', CANARY])).code]).toEqual([false, 1]);
    rmSync(CANARY, { force: true });
  });

  test('systemd reads the texts as they were given', async () => {
    const wrong: Wrong[] = [];
    const units = accepted.flatMap((one) => {
      const [text, harmless] = [textOf(one.made, 'unit', one.harmless), textOf(one.harmless, 'unit', one.harmless)];
      return text === undefined || harmless === undefined || text === harmless ? [] : [{ ...one, unit: text, harmlessUnit: harmless }];
    });
    for (const batch of batches(units)) {
      const harmless = new Map(
        batch.map(({ harmlessUnit, made }) => [harmlessUnit, { text: harmlessUnit, type: made.unitType ?? 'service' } as const]),
      );
      const read = await readBySystemd(host, [
        ...batch.map(({ unit, made }) => ({ text: unit, type: made.unitType ?? ('service' as const) })),
        ...harmless.values(),
      ]);
      const places = [...harmless.keys()];
      batch.forEach(({ value, text, harmlessUnit, unit, made }, index) => {
        // The user's home, and no path that could need mounts.
        if (value.name === 'Service.WorkingDirectory' && text === '~') return;
        const asGiven = replaced(read[batch.length + places.indexOf(harmlessUnit)], value.harmless, text);
        // A template among the units that it refers to becomes the instance of this unit's name (systemd.unit(5)).
        const instance = made.unitType === undefined ? '@NAME' : '@STEM.service';
        const expected = inOrder(replaced(asGiven, '@.service', instance) as object, text);
        const found = inOrder(read[index]!, text);
        if (JSON.stringify(found) !== JSON.stringify(expected))
          wrong.push({ value: value.name, text, unit, ...difference(found, expected) });
        counts.systemd! += 1;
      });
    }
    expect(onePerValue(wrong.filter(({ value }) => !READ_ELSEWHERE.test(value)))).toEqual([]);
  });

  test('Monit reads the texts as they were given', async () => {
    const wrong: Wrong[] = [];
    const checks = accepted.flatMap((one) => {
      const [text, harmless] = [textOf(one.made, 'monit', one.harmless), textOf(one.harmless, 'monit', one.harmless)];
      return text === undefined || harmless === undefined || text === harmless ? [] : [{ ...one, check: text, harmlessCheck: harmless }];
    });
    for (const batch of batches(checks)) {
      const harmless = [...new Set(batch.map(({ harmlessCheck }) => harmlessCheck))];
      const read = await readByMonit(host, [...batch.map(({ check }) => check), ...harmless]);
      for (const [index, { value, text, harmlessCheck, check }] of batch.entries()) {
        const expected = read[batch.length + harmless.indexOf(harmlessCheck)]!.replaceAll(value.harmless, () => text);
        counts.Monit! += 1;
        // An invalid pattern: the host refuses the deployment before it changes anything.
        // A number is written as a number, and the harmless text isn't one.
        if (value.name.endsWith('{uid}') && /^[0-9]+$/.test(text)) continue;
        // A user that exists on the host, unlike the harmless name.
        if (value.name.endsWith('{uid}') && text === 'root') continue;
        // An invalid pattern, or one that the host's C library can't compile.
        if (value.name === 'MonitCheck.matching' && (read[index]! === '' || read[index]!.includes('Regex parsing error: '))) continue;
        // Monit shows only the beginning of a long command.
        const shown = (dump: string): string => (text.length > 200 ? dump.slice(-40) : dump);
        if (shown(read[index]!) !== shown(expected)) wrong.push({ value: value.name, text, check, read: read[index], expected });
      }
    }
    expect(onePerValue(wrong.filter(({ value }) => !READ_ELSEWHERE.test(value)))).toEqual([]);
  });

  test('Terraform reads every line of every file as it was written', async () => {
    const files = accepted.filter(({ made }) => made.templates !== undefined);
    for (const batch of batches(files, 200)) {
      const read = await readByTerraform(batch.map(({ made }) => made.templates));
      batch.forEach(({ value, text, made, harmless }, index) => {
        const found = (read[index] as readonly unknown[]).map((one) => JSON.stringify(one));
        const wanted = value.name.startsWith('Host.')
          ? (replaced(harmless.templates, value.harmless, text) as readonly unknown[])
          : made.bundle!.files.map(({ lines }) => lines);
        for (const one of wanted)
          expect({ value: value.name, text, found: found.includes(JSON.stringify(one)) ? one : found }).toEqual({
            value: value.name,
            text,
            found: one,
          });
        counts.Terraform! += 1;
      });
    }
  });

  test('a process gets variables as they were given', async () => {
    const texts = [...new Set(values.flatMap((value) => textsFor(value, EACH)))].filter(
      (text) => environmentFileIssues({ V: text }).length === 0,
    );
    for (const batch of batches(
      texts.filter((text) => text.length < 1000),
      2000,
    )) {
      await host.writeFile('/etc/hostile.env', renderEnvironmentFile(Object.fromEntries(batch.map((text, index) => [`V${index}`, text]))));
      const out = await host.mustExec([
        'systemd-run',
        '--quiet',
        '--pipe',
        '--wait',
        '-p',
        'EnvironmentFile=/etc/hostile.env',
        'env',
        '-0',
      ]);
      const found = new Map(out.split('\0').map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
      expect(batch.map((_, index) => found.get(`V${index}`))).toEqual(batch);
      counts.environment! += batch.length;
    }
  });
});

interface Wrong {
  readonly value: string;
  readonly [what: string]: unknown;
}

/** Returns the first of each value, which is enough to see the problem. */
function onePerValue(wrong: readonly Wrong[]): readonly Wrong[] {
  return [...new Map([...wrong].reverse().map((one) => [one.value, one])).values()];
}

/** Paths that systemd keeps in a set, which it shows in any order; a value that isn't a path, such as an abstract socket, doesn't count. */
function inOrder(read: { readonly RequiresMountsFor?: readonly string[] }, text: string): object {
  const { RequiresMountsFor: paths } = read;
  return paths === undefined ? read : { ...read, RequiresMountsFor: paths.filter((path) => path.startsWith('/') || path !== text).sort() };
}

function difference(read: object, expected: object): object {
  const [left, right] = [read, expected] as readonly Readonly<Record<string, unknown>>[];
  const keys = Object.keys(right!).filter((key) => JSON.stringify(left![key]) !== JSON.stringify(right![key]));
  return Object.fromEntries(keys.slice(0, 3).map((key) => [key, { read: left![key], expected: right![key] }]));
}
