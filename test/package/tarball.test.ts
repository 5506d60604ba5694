import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { must } from '../hosts/run';
import { manifest, tarball, unpacked } from './packed';

const bin = (name: string): string => path.join(REPOSITORY, 'node_modules/.bin', name);
const below = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();

const files = below(unpacked());
/** Packages that it depends on. */
const have = [...Object.keys(manifest().peerDependencies), ...Object.keys(manifest().dependencies ?? {})];
const text = (file: string): string => readFileSync(path.join(unpacked(), file), 'utf8');
const types = files.filter((file) => file.endsWith('.d.ts'));
/** The text without comments, whose examples import the package itself. */
const code = (file: string): string => text(file).replaceAll(/\/\*[^]*?\*\//g, '');
const specifiers = (file: string): string[] =>
  [...code(file).matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)].map(([, specifier]) => specifier!);

test('has a module with types for each source, the guides, and the four files that npm and users expect', () => {
  const modules = below(path.join(REPOSITORY, 'lib'))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [`dist/${file.replace(/ts$/, 'js')}`, `dist/${file.replace(/ts$/, 'd.ts')}`]);
  const guides = below(path.join(REPOSITORY, 'docs')).map((file) => `docs/${file}`);
  expect(files).toEqual([...modules, ...guides, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'].sort());
});

test('has the documentation that its README and guides refer to', () => {
  const links = files
    .filter((file) => file === 'README.md' || file.startsWith('docs/'))
    .flatMap((file) =>
      [...text(file).matchAll(/\]\((?!\w+:)([^)#\s]+)/g)]
        .map(([, link]) => path.join(path.dirname(file), link!))
        .filter((link) => link.startsWith('docs/')),
    );
  expect(links).not.toEqual([]);
  expect(links.filter((link) => !existsSync(path.join(unpacked(), link)))).toEqual([]);
});

test('its types refer only to each other and to packages that users have: to @jest/globals only where declared', () => {
  const lost = types.flatMap((file) =>
    specifiers(file)
      .filter((specifier) =>
        specifier.startsWith('.')
          ? !['.d.ts', '/index.d.ts'].some((end) => files.includes(path.join(path.dirname(file), specifier) + end))
          : !have.includes(specifier) && !(file === 'dist/testing/jest-globals.d.ts' && specifier === 'expect'),
      )
      .map((specifier) => `${file}: ${specifier}`),
  );
  expect(lost).toEqual([]);
});

test('its types need none of Node’s, and contain nothing internal', () => {
  expect(types.filter((file) => /reference types|@internal/.test(text(file)) || /\b(?:Buffer|NodeJS)\b/.test(code(file)))).toEqual([]);
});

test('its modules load only each other, Node’s modules and its dependencies', () => {
  const required = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...text(file).matchAll(/require\("([^"]+)"\)/g)].map(([, specifier]) => specifier!))
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'));
  expect([...new Set(required)].sort()).toEqual([...have].sort());
});

test('publint reports nothing, including suggestions', async () => {
  const printed = await must([bin('publint'), 'run', tarball(), '--level', 'suggestion', '--strict']);
  expect(printed).toContain('All good!');
});

test('the types are right for each way to resolve modules, old and new (arethetypeswrong)', async () => {
  const printed = await must([bin('attw'), tarball(), '--format', 'json'], { env: { ...process.env, NO_COLOR: '1' } });
  const { analysis } = JSON.parse(printed) as { analysis: { entrypoints: Record<string, unknown>; problems: unknown[] } };
  expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest().exports));
  expect(analysis.problems).toEqual([]);
});
