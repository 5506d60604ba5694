import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findCommand, prerequisites } from './prerequisites';

describe('findCommand', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'path-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('finds what is executable on the PATH, and nothing else', () => {
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

  it('names what is missing, in the list and in the sentence', () => {
    process.env.PATH = '/nowhere';
    expect(prerequisites(['terraform'])).toEqual({ missing: ['terraform'], reason: 'missing here: terraform' });
  });

  it('knows when npm can reach neither its registry nor a cache of it', () => {
    const cache = mkdtempSync(`${tmpdir()}/npm-cache-`);
    const { npm_config_registry, npm_config_cache } = process.env;
    const set = (registry: string | undefined, directory: string | undefined): void => {
      for (const [name, value] of Object.entries({ npm_config_registry: registry, npm_config_cache: directory })) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    };
    try {
      set('http://127.0.0.1:9', cache);
      expect(prerequisites(['registry']).reason).toBe('missing here: the npm registry, or npm’s cache of it');
    } finally {
      set(npm_config_registry, npm_config_cache);
      rmSync(cache, { recursive: true });
    }
  }, 30_000);

  it('has nothing to say when nothing is needed', () => {
    expect(prerequisites([])).toEqual({ missing: [], reason: '' });
  });
});
