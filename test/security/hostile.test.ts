import { existsSync, rmSync } from 'node:fs';
import type { Bundle } from '../../lib/bundle';
import { documentLines, installerScript, installerTail } from '../../lib/installer';
import { contentOf, CLAIM, OWNER } from '../installer/by-hand';
import { inShell } from '../installer/in-shell';
import { declaredProperties } from '../live/security/hostile/properties';
import { CANARY, seed, textsFor } from '../live/security/hostile/strings';
import { everyValue, type Made } from '../live/security/hostile/values';
import { campaign } from '../support/campaign';
import { inventoryText, RawText, readInventory } from './inventory';

expect.addSnapshotSerializer({ test: (value) => value instanceof RawText, serialize: (value) => (value as RawText).text });

const mockTables: (readonly string[])[] = [];
jest.mock('../../lib/constructs/props/read-props', () => {
  const actual = jest.requireActual<{ readProps: (given: object, rules: object, others?: readonly string[]) => object }>(
    '../../lib/constructs/props/read-props',
  );
  return {
    ...actual,
    readProps: (given: object, rules: object, others?: readonly string[]) => {
      mockTables.push(Object.keys(rules));
      return actual.readProps(given, rules, others);
    },
  };
});

const form = campaign();
const { values, withoutText } = everyValue(
  declaredProperties({ take: () => mockTables.splice(0) }),
  form === 'sample' ? { known: readInventory(), templates: false } : {},
);
/** Number of hostile texts for each value. */
const EACH = { sample: 3, small: 40, all: 500 }[form];

afterAll(() => {
  const found = existsSync(CANARY);
  rmSync(CANARY, { force: true });
  expect(found).toBe(false);
});

// After adding a property, run this file with `-u`; after adding a shape, with CAMPAIGN=small as well.
test('the inventory has every declared property, and how it takes text', () => {
  expect(inventoryText({ values, withoutText })).toMatchSnapshot();
});

/** Returns the parts of a bundle that contain a text as a value, without those that escape it for systemd, Monit or a shell. */
function structure({ bundle }: Made): object {
  const { files, services, checks, requires } = bundle!;
  return {
    files: files.map(({ path, mode, user, group, kind }) => ({ path, mode, user, group, kind })),
    services: services.map((service) => ({ ...service, bootCheck: service.bootCheck?.until })),
    checks,
    requires,
  };
}

const replaced = (made: object, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(made), (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(from, () => to) : value));

const SAFE = /^[A-Za-z0-9+/=_.:@\\ -]+$/;
const accepted = new Map<string, Bundle[]>();

describe.each(values.map((value) => [value.name, value] as const))(`%s (seed ${seed})`, (name, value) => {
  test('is reported, or is only where it belongs', () => {
    const harmless = value.give(value.harmless)!;
    for (const text of textsFor(value, EACH)) {
      const made = value.give(text);
      if (made?.bundle === undefined) continue;
      accepted.set(name, [...(accepted.get(name) ?? []), made.bundle]);
      const lines = documentLines(made.bundle, { owner: OWNER, claim: CLAIM, stack: 'x', workspace: '-' }, contentOf);
      expect({ text, unsafe: lines.filter((line) => !SAFE.test(line)) }).toEqual({ text, unsafe: [] });
      expect({ text, ...sorted(structure(made)) }).toEqual({
        text,
        ...sorted(replaced(structure(harmless), value.harmless, text) as object),
      });
    }
  });
});

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Sorts lists whose order depends on the text, removes duplicate requirements, and leaves out numeric ids, which require nothing. */
function sorted(made: object): object {
  const { requires = {}, ...lists } = made as { readonly requires?: object };
  const needed = Object.entries(requires as Readonly<Record<string, unknown>>).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...new Set(value as string[])].filter((one) => !/^[0-9]+$/.test(one)).sort() : value,
  ]);
  const sortedLists = Object.entries(lists as Readonly<Record<string, readonly unknown[]>>).map(([key, value]) => [
    key,
    value.map((one) => JSON.stringify(one, (_, part: unknown) => (isTexts(part) ? [...part].sort() : part))).sort(),
  ]);
  return { ...(Object.fromEntries(sortedLists) as object), requires: JSON.stringify(Object.fromEntries(needed)) };
}

test.each(withoutText.map((value) => [value.name, value] as const))('%s accepts only text that needs no quoting', (_, value) => {
  for (const text of textsFor(value, EACH)) {
    if (value.give(text) !== undefined) expect(text).toMatch(/^[0-9A-Za-z]*$/);
  }
});

describe.each(['dash', 'bash'])('the host’s program, in %s', (shell) => {
  test('reads every document correctly', () => {
    const step = { sample: 3, small: 7, all: 1 }[form];
    const bundles = [...accepted.values()].flat().filter((_, index) => index % step === 0);
    expect(bundles.length).toBeGreaterThan(20);
    // Many bundles are joined to one document, because only its parsing is tested here.
    for (let from = 0; from < bundles.length; from += 500) readsDocument(shell, bundles.slice(from, from + 500));
  });
});

function readsDocument(shell: string, bundles: readonly Bundle[]): void {
  const stack = '$(touch x) `x` ${y} \\ "';
  const document = (bundle: Bundle): readonly string[] =>
    documentLines(bundle, { owner: OWNER, claim: CLAIM, stack, workspace: '-' }, contentOf);
  const head = document(bundles[0]!).slice(0, 7);
  const records = bundles.flatMap((bundle) => document(bundle).slice(7, -1)).filter((line) => !/^(service|restart) /.test(line));
  const tables = ['want.checks', 'need.programs', 'need.files', 'want.paths', 'sums', 'stack'];
  const out = inShell(
    shell,
    `cd "$WORK"; read_document; cut -d ' ' -f 6- want.files >want.paths; printf '%s\\n' "$STACK" >stack
     for table in ${tables.join(' ')}; do base64 -w 0 "$table"; echo; done`,
    { document: [...head, ...records, 'end', ''].join('\n') },
  );
  const [checks, programs, exists, paths, sums, name] = out
    .split('\n')
    .map((line) => Buffer.from(line, 'base64').toString().split('\n').slice(0, -1));
  const files = bundles.flatMap((bundle) => bundle.files);
  expect(paths).toEqual(files.map(({ path }) => path));
  expect(checks).toEqual(bundles.flatMap((bundle) => bundle.checks));
  expect(programs).toEqual(bundles.flatMap(({ requires }) => requires.programs));
  expect(exists).toEqual(bundles.flatMap(({ requires }) => requires.files));
  expect(name).toEqual([stack]);
  // Every content arrived with its hash.
  expect(sums).toHaveLength(files.length);
}

test('the text around the document doesn’t depend on it, so user text is never part of a shell or sudo command', () => {
  const head = installerScript.join('\n');
  expect(head).toContain(` 3<<'CDKTF_SIDEKIQ_UPLOAD'`);
  expect(installerTail).toEqual(['CDKTF_SIDEKIQ_UPLOAD', 'exit $?', '}']);
  expect('CDKTF_SIDEKIQ_UPLOAD').toMatch(SAFE);
});
