import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs `action` while holding a lock that other processes respect. flock(1) holds it in a child whose stdin is a pipe from this
 * process: when this process ends, however it ends, the kernel closes the pipe, so there are no stale locks.
 */
export async function withLock<T>(file: string, action: () => Promise<T> | T): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  const holder = spawn('flock', [file, 'sh', '-c', 'echo locked; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => holder.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve());
    holder.once('error', reject);
    holder.once('exit', (code) => reject(new Error(`flock ${file} ended with ${code}`)));
  });
  try {
    return await action();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
