import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const SCRATCH = path.join(__dirname, 'generated');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const block = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text!);

/** As a reader would have it, in a project that has installed the package. */
const [program, bare, userTest] = block('ts').map((text) => text.replaceAll(/'cdktf-sidekiq(\/\w+)?'/g, `'../../../lib$1'`));

beforeAll(() => {
  mkdirSync(SCRATCH, { recursive: true });
  writeFileSync(path.join(SCRATCH, 'program.ts'), program!);
  writeFileSync(path.join(SCRATCH, 'bare.ts'), bare!);
  writeFileSync(path.join(SCRATCH, 'user-test.ts'), userTest!);
  writeFileSync(path.join(SCRATCH, 'tsconfig.json'), JSON.stringify({ extends: '../../../tsconfig.json', include: ['.'] }));
});

afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }));

test('its programs compile', () => {
  execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', '-p', SCRATCH], { stdio: 'pipe' });
}, 60_000);

test('the first one synthesizes the files that are shown', () => {
  writeFileSync(
    path.join(SCRATCH, 'known_hosts'),
    '203.0.113.10 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn\n',
  );
  execFileSync(path.join(ROOT, 'node_modules/.bin/tsx'), ['program.ts'], { cwd: SCRATCH, stdio: 'pipe' });
  const json = readFileSync(path.join(SCRATCH, 'cdktf.out/stacks/workers/cdk.tf.json'), 'utf8');
  const { locals } = JSON.parse(json) as { locals: Record<string, string[]> };
  const shown = [...block('ini'), ...block('')].map((text) => /^# (\S+)\n(.*)$/s.exec(text)).filter((match) => match !== null);
  expect(shown.map(([, file]) => file)).toEqual(['/etc/systemd/system/sidekiq.service', '/etc/monit/conf.d/sidekiq']);
  for (const [, file, text] of shown) {
    expect(locals[`file${file!.replaceAll(/[^A-Za-z0-9]+/g, '_')}`]!.join('\n').replaceAll('$${', () => '${')).toBe(text);
  }
}, 60_000);

test('its commands are the package’s', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm (?:run )?(test:unit|test|demo)\b/g)].map(([, script]) => script!);
  expect(new Set(named)).toEqual(new Set(['demo', 'test', 'test:unit']));
  for (const script of named) expect(scripts).toHaveProperty([script]);
});
