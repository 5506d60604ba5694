import { readFileSync, rmSync } from 'node:fs';

import { runSync } from './run';

/** The mount points at a directory or below it, the latest first. */
export function mountsBelow(directory: string, mountInfo = readFileSync('/proc/self/mountinfo', 'utf8')): readonly string[] {
  return mountInfo
    .split('\n')
    .map((line) => (line.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))))
    .filter((point) => point === directory || point.startsWith(`${directory}/`))
    .reverse();
}

/** Removes a directory after unmounting what is mounted in it; refuses while anything is left, lest that be deleted too. */
export function removeTree(directory: string): void {
  for (const point of mountsBelow(directory)) {
    // A process on its way out may hold it for a moment more; lazily, the kernel finishes when that is gone.
    if (runSync(['umount', point]).code !== 0) runSync(['umount', '--lazy', point]);
  }
  const left = mountsBelow(directory);
  if (left.length > 0) throw new Error(`still mounted, so not removed: ${left.join(', ')}`);
  rmSync(directory, { recursive: true, force: true });
}
