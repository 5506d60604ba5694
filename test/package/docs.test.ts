import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { entryPoints } from '../../tools/api/entry-points';
import { documents } from '../docs/markdown';
import { REPOSITORY } from '../hosts/paths';
import { run } from '../hosts/run';
import { scratch } from './packed';

const site = (): string => path.join(scratch(), 'site');
const page = (file: string): string => readFileSync(path.join(site(), file), 'utf8');

test('npm run docs builds a site without undocumented public symbols, broken links or other warnings', async () => {
  const { code, stdout, stderr } = await run(['npm', 'run', '--silent', 'docs', '--', '--out', site()], {
    cwd: REPOSITORY,
    env: process.env,
  });
  expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, output: '' });
});

test('the site has a page for each entry point, each guide and each class', () => {
  expect(page('index.html')).toContain('CDKTF constructs that run Sidekiq under systemd and Monit');
  expect(readdirSync(path.join(site(), 'modules')).sort()).toEqual(
    entryPoints(REPOSITORY)
      .map(({ specifier }) => `${specifier.replaceAll('/', '_')}.html`)
      .sort(),
  );
  const guides = documents().filter((document) => document.startsWith('docs/guides/'));
  expect(guides.length).toBeGreaterThan(0);
  for (const guide of guides) {
    const title = /^# (.+)$/m.exec(readFileSync(path.join(REPOSITORY, guide), 'utf8'))![1]!;
    const file = readdirSync(path.join(site(), 'documents')).find((name) => page(`documents/${name}`).includes(`>${title}<`));
    expect([guide, file]).toEqual([guide, expect.any(String)]);
  }
  expect(page('classes/cdktf-sidekiq.SidekiqService.html')).toContain('Sidekiq as a systemd service');
});
