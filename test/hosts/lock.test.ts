import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { withLock } from './lock';
import { findCommand } from './prerequisites';
import { sleep } from './run';

// In CI a missing program is a failure, so these tests fail there.
const missing = findCommand('flock') === undefined && !process.env.CI;
const withFlock = missing ? describe.skip : describe;

withFlock(`withLock${missing ? ' (skipped, flock is missing here)' : ''}`, () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'lock-'));
  const file = path.join(directory, 'deep', 'lock');
  afterAll(() => rmSync(directory, { recursive: true }));

  it('admits one holder at a time', async () => {
    const seen: string[] = [];
    const visit = (name: string): Promise<void> =>
      withLock(file, async () => {
        seen.push(`${name} in`);
        await sleep(30);
        seen.push(`${name} out`);
      });
    await Promise.all([visit('a'), visit('b'), visit('c')]);
    const visitors = seen.filter((_, index) => index % 2 === 0).map((entry) => entry[0]);
    expect(seen).toEqual(visitors.flatMap((name) => [`${name} in`, `${name} out`]));
    expect([...visitors].sort()).toEqual(['a', 'b', 'c']);
  });

  it('releases the lock after a failure, and passes the failure on', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    await expect(withLock(file, () => 'free')).resolves.toBe('free');
  });
});
