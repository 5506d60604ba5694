import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ProjectWithPackage } from '../support/built-package';

/** As who has installed the package writes it; `npm run typecheck` checks it against the sources. */
const source = readFileSync(path.join(__dirname, 'compile-errors.ts'), 'utf8').replaceAll(/'\.\.\/\.\.\/lib(.*)'/g, "'cdktf-sidekiq$1'");
let project: ProjectWithPackage;

beforeAll(() => {
  project = new ProjectWithPackage((name) => ['cdktf', 'constructs', '@types/node'].includes(name));
}, 180_000);
afterAll(() => project.remove());

test('TypeScript tells these mistakes to who has installed the package', () => {
  project.write('mistakes.ts', source);
  expect(project.compile(['mistakes.ts'], { types: ['node'] })).toBe('');
  expect(source.match(/@ts-expect-error/g)!.length).toBeGreaterThan(40);
}, 180_000);

test('and nothing else in that file is wrong', () => {
  project.write('mistakes.ts', source.replaceAll('// @ts-expect-error', '//'));
  const lines = project.compile(['mistakes.ts'], { types: ['node'] }).match(/^mistakes\.ts\((\d+)/gm) ?? [];
  expect(new Set(lines).size).toBe(source.match(/@ts-expect-error/g)!.length);
}, 180_000);
