import { readFileSync } from 'node:fs';
import path from 'node:path';
import { entryPoints, entryPointsOf } from '../../../tools/api/entry-points';
import { REPOSITORY } from '../../hosts/paths';

test('an entry point has a name, a specifier, its types and its source', () => {
  const exports = {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './a': { types: './dist/a/index.d.ts', default: './dist/a/index.js' },
    './package.json': './package.json',
  };
  expect(entryPointsOf({ name: 'pkg', exports })).toEqual([
    { name: 'index', specifier: 'pkg', types: 'dist/index.d.ts', source: 'lib/index.ts' },
    { name: 'a', specifier: 'pkg/a', types: 'dist/a/index.d.ts', source: 'lib/a/index.ts' },
  ]);
});

test('TypeDoc documents the entry points of package.json', () => {
  const { entryPoints: documented } = JSON.parse(readFileSync(path.join(REPOSITORY, 'typedoc.json'), 'utf8')) as { entryPoints: string[] };
  expect(documented).toEqual(entryPoints(REPOSITORY).map(({ source }) => source));
});
