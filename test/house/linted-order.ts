import * as path from 'node:path';

const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(path.resolve(__dirname, '../../.dependency-cruiser.cjs'));

/** Returns the directories of a room in the order in which the linter lets them import, first the one that imports from no other. */
export function lintedOrder(prefix: 'families' | 'monit'): readonly string[] {
  return forbidden
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${prefix}-`) && !['families-known', 'monit-known', 'monit-files'].includes(name))
    .map((name) => name.slice(prefix.length + 1));
}
