import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'test/infra-repo');
const guide = readFileSync(path.join(ROOT, 'docs/guides/existing-repo.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(.*?)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language: language!, text: text! }));

test('shows the files of the sample repository', () => {
  const shown = blocks
    .flatMap(({ language, text }) => (language === 'ts' ? [/^\/\/ (\S+\.ts)\n(.*)$/s.exec(text)] : []))
    .filter((match) => match !== null);
  expect(shown.map(([, file]) => file)).toEqual(['ssh.ts', 'constructs/sidekiq-pools.ts']);
  for (const [, file, text] of shown) expect(text).toBe(readFileSync(path.join(SAMPLE, file!), 'utf8'));
});

test('lists all important files of the sample repository', () => {
  const listed = [...blocks[0]!.text.matchAll(/^(\S+) +\S/gm)].map(([, file]) => file!);
  for (const file of listed) expect([file, existsSync(path.join(SAMPLE, file))]).toEqual([file, true]);
  const all = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(new Set(all.filter((file) => file !== 'constructs/machine.ts'))).toEqual(new Set(listed.filter((file) => file.endsWith('.ts'))));
});

test('quotes messages that the installer prints', () => {
  const program = readFileSync(path.join(ROOT, 'lib/installer/sh/plan/files.sh'), 'utf8');
  expect(program).toContain('exists, but this stack did not create it: move it away, or take it over with adopt: true');
  expect(guide).toContain(
    '/etc/systemd/system/sidekiq.service exists, but this stack did not create it: move it away, or take it over with adopt: true\n',
  );
});
