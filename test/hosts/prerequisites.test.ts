import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findCommand, prerequisites } from './prerequisites';

describe('findCommand', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'path-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('finds executable files on the PATH and no others', () => {
    const file = path.join(directory, 'csk-no-such-command');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    expect(findCommand('csk-no-such-command', { PATH: directory })).toBeUndefined();
    chmodSync(file, 0o755);
    expect(findCommand('csk-no-such-command', { PATH: `/nowhere::${directory}` })).toBe(file);
  });
});

describe('prerequisites', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  it('lists the missing programs, also in the reason', () => {
    process.env.PATH = '/nowhere';
    expect(prerequisites(['terraform'])).toEqual({ missing: ['terraform'], reason: 'missing here: terraform' });
  });

  it('detects that npm reaches neither its registry nor a cache', () => {
    const cache = mkdtempSync(`${tmpdir()}/npm-cache-`);
    const environment = process.env;
    process.env = { ...environment, npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: cache };
    try {
      expect(prerequisites(['registry']).reason).toBe('missing here: the npm registry, or npm’s cache of it');
    } finally {
      process.env = environment;
      rmSync(cache, { recursive: true });
    }
  }, 30_000);

  it('returns no reason if nothing is needed', () => {
    expect(prerequisites([])).toEqual({ missing: [], reason: '' });
  });
});
