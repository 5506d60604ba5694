import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { identify, isAlive, parseStat } from './owner';

describe('parseStat', () => {
  it('is not confused by a command that contains blanks and parentheses', () => {
    const rest = Array.from({ length: 30 }, (_, index) => String(index + 4)).join(' ');
    expect(parseStat(`17 (a) R 99 (b) S ${rest}`)).toEqual({ state: 'S', startTime: '22' });
  });
});

// It reads /proc, which only Linux has; CI is Linux.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a process identity', () => {
  it('is alive while its process is, and doesn’t match another process with the same number', () => {
    const self = identify(process.pid);
    expect(self).toBeDefined();
    expect(isAlive(self!)).toBe(true);
    expect(isAlive({ ...self!, startTime: '1' })).toBe(false);
    expect(isAlive({ ...self!, bootId: 'of another boot' })).toBe(false);
  });

  it('ends with its process', async () => {
    const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    const identity = identify(child.pid!);
    expect(isAlive(identity!)).toBe(true);
    child.stdin.end();
    await once(child, 'exit');
    expect(isAlive(identity!)).toBe(false);
  });
});
