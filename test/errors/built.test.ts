import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ProjectWithPackage } from '../support/built-package';
import { lib } from './lib';
import { mistakes } from './mistakes';
import { raise } from './raise';

const ROOT = path.join(__dirname, '../..');
let project: ProjectWithPackage;

beforeAll(() => {
  project = new ProjectWithPackage();
}, 180_000);
afterAll(() => project.remove());

test('the built package tells a JavaScript program the same, word for word', () => {
  const args = [path.join(__dirname, 'built.js'), path.join(project.directory, 'node_modules/cdktf-sidekiq')];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  expect(JSON.parse(output)).toEqual(Object.fromEntries(mistakes.map((mistake) => [mistake.mistake, raise(lib, mistake).lines])));
}, 180_000);
