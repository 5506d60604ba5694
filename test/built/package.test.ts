import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { issueCodesIn } from '../../tools/issue-catalogue/codes';
import { codesFile, ROOT } from '../../tools/issue-catalogue/generated';
import { COMMAND } from '../../tools/issue-catalogue/page';
import { examples, exportsWithoutExample } from '../docs/examples';
import { blocksOf, documents } from '../docs/markdown';
import { fileNameOf, programOf } from '../docs/program';
import { mistakes } from '../errors/mistakes';
import { BuiltPackage, ProjectWithPackage } from '../support/built-package';
import { RUN_BY_JEST, USERS_TESTS, WITHOUT_JEST } from './matcher-types';

// One file for everything that needs TypeScript's program of lib or its build: both take seconds to make.
let built: BuiltPackage;
let project: ProjectWithPackage;
/** A project without Jest and its types. */
let withoutJest: ProjectWithPackage;
beforeAll(() => {
  built = new BuiltPackage();
  project = new ProjectWithPackage(built);
  withoutJest = new ProjectWithPackage(built, (name) => ['cdktf', 'constructs', '@types/node'].includes(name));
});
afterAll(() => {
  project.remove();
  withoutJest.remove();
});

test('the list of codes matches the sources', () => {
  const { path: file, text } = codesFile(issueCodesIn(built.program, ROOT));
  const hint = `${file} is out of date: run ${COMMAND}`;
  expect([hint, readFileSync(path.join(ROOT, file), 'utf8')]).toEqual([hint, text]);
});

test('a project without Jest and its types compiles, including all declarations of the package', () => {
  withoutJest.write('a.ts', WITHOUT_JEST);
  expect(withoutJest.compile(['a.ts'], { types: ['node'] }, true)).toEqual([]);
});

test('TypeScript reports exactly the expected errors in a project that has the package installed', () => {
  // `npm run typecheck` checks the same file against the sources.
  const source = readFileSync(path.join(__dirname, '../errors/compile-errors.ts'), 'utf8').replaceAll(
    /'\.\.\/\.\.\/lib(.*)'/g,
    "'cdktf-sidekiq$1'",
  );
  const wrong = source.split('\n').flatMap((line, index) => (line.includes('// @ts-expect-error') ? [index + 2] : []));
  expect(wrong.length).toBeGreaterThan(40);
  withoutJest.write('mistakes.ts', source.replaceAll('// @ts-expect-error', '//'));
  const found = withoutJest.compile(['mistakes.ts'], { types: ['node'] }).map((error) => Number(/^mistakes\.ts\((\d+)\)/.exec(error)?.[1]));
  expect([...new Set(found)].sort((a, b) => a - b)).toEqual(wrong);
});

test.each(USERS_TESTS)('the matchers have types: %s', (_, text, options) => {
  project.write('a.ts', text);
  expect(project.compile(['a.ts'], options)).toEqual([]);
});

test('every exported construct, builder and function has an @example', () => {
  expect(exportsWithoutExample(built.program)).toEqual([]);
});

test('every program of the README and the guides, and every @example, compiles', () => {
  const programs = [
    ...documents()
      .flatMap(blocksOf)
      .filter(({ language }) => language === 'ts'),
    ...examples(),
  ];
  expect(programs.length).toBeGreaterThan(120);
  for (const block of programs) project.write(fileNameOf(block), programOf(block));
  const strict = {
    ...{ types: ['node', 'jest'], isolatedModules: true, noUncheckedIndexedAccess: true, noImplicitOverride: true },
    ...{ noImplicitReturns: true, noFallthroughCasesInSwitch: true, noUnusedParameters: true },
  };
  expect(project.compile(programs.map(fileNameOf), strict)).toEqual([]);
});

test('the built package reports the same messages to a JavaScript program', async () => {
  const args = [path.join(__dirname, 'make-mistakes.js'), path.join(project.directory, 'node_modules/cdktf-sidekiq')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
  // test/errors/mistakes.test.ts compares the sources with the same snapshot.
  const snapshot = jest.requireActual<Readonly<Record<string, string>>>('../errors/__snapshots__/mistakes.test.ts.snap');
  const lines = ({ concern, mistake }: (typeof mistakes)[number]): string =>
    snapshot[`${concern} ${mistake} 1`]!.replaceAll(/^\n|\n$/g, '');
  const reported = Object.entries(JSON.parse(stdout) as Readonly<Record<string, readonly string[]>>);
  expect(Object.fromEntries(reported.map(([mistake, all]) => [mistake, all.join('\n')]))).toEqual(
    Object.fromEntries(mistakes.map((mistake) => [mistake.mistake, lines(mistake)])),
  );
});

test('Jest finds the serializer by its name and runs the setup file', () => {
  for (const [name, text] of Object.entries(RUN_BY_JEST)) project.write(name, text);
  const { ok, output } = project.run('jest/bin/jest.js', '--ci', 'a.test.js');
  expect([ok, ok ? '' : output]).toEqual([true, '']);
});
