import * as fs from 'node:fs';
import * as path from 'node:path';
import { lintedOrder } from './linted-order';

const ROOT = path.resolve(__dirname, '../..');

interface Rule {
  readonly name: string;
  readonly to: { readonly pathNot?: string };
}

/** Room → rooms that it may import from, according to the linter: `^lib/(monit|values)/` names them. */
function lintedArrows(): Map<string, string[]> {
  const { forbidden } = jest.requireActual<{ forbidden: Rule[] }>(path.join(ROOT, '.dependency-cruiser.cjs'));
  const arrows = forbidden.filter(({ name }) => name.startsWith('arrows-') && name !== 'arrows-known-rooms');
  return new Map(
    arrows.map(({ name, to }) => {
      const room = name.slice('arrows-'.length);
      const allowed = /\((.*)\)/.exec(to.pathNot ?? '')?.[1]?.split('|') ?? [];
      return [room, [...new Set(allowed)].filter((other) => other !== room).sort()];
    }),
  );
}

/** The same, according to CONTRIBUTING.md. */
function documentedArrows(): Map<string, string[]> {
  const rows = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `lib\/(\w+)\/` *\|.*\|(.*)\|$/gm);
  return new Map([...rows].map(([, room, imports]) => [room!, [...imports!.matchAll(/`(\w+)`/g)].map(([, name]) => name!).sort()]));
}

test('CONTRIBUTING.md and the linter have the same rooms and arrows', () => {
  expect(documentedArrows()).toEqual(lintedArrows());
});

test('every directory of lib is a room', () => {
  const directories = fs.readdirSync(path.join(ROOT, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(directories.map(({ name }) => name).filter((name) => !lintedArrows().has(name))).toEqual([]);
});

test.each([
  ['lib/constructs', 'families'],
  ['lib/monit', 'monit'],
] as const)('CONTRIBUTING.md has the directories of %s in the linter’s order', (directory, prefix) => {
  const text = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const rows = [...text.slice(text.indexOf(`\`${directory}/\` has`)).matchAll(/^\| `([a-z-]+)\/` /gm)].map(([, name]) => name!);
  const order = lintedOrder(prefix);
  expect(rows.slice(0, order.length)).toEqual(order);
  const found = fs.readdirSync(path.join(ROOT, directory), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(found.map(({ name }) => name).sort()).toEqual([...order].sort());
});
