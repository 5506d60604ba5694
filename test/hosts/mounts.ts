import { readFileSync, rmSync } from 'node:fs';

import { runSync } from './run';

/** Returns the mount points at a directory or below it, the latest first. */
export function mountsBelow(directory: string, mountInfo = readFileSync('/proc/self/mountinfo', 'utf8')): readonly string[] {
  return mountInfo
    .split('\n')
    .map((line) => (line.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))))
    .filter((point) => point === directory || point.startsWith(`${directory}/`))
    .reverse();
}

/** Unmounts everything in a directory and removes it; refuses while a mount is left, because its content would be deleted. */
export function removeTree(directory: string): void {
  for (const point of mountsBelow(directory)) {
    // An ending process may hold it a moment longer; with a lazy unmount the kernel finishes once that process has ended.
    if (runSync(['umount', point]).code !== 0) runSync(['umount', '--lazy', point]);
  }
  const left = mountsBelow(directory);
  if (left.length > 0) throw new Error(`still mounted, so not removed: ${left.join(', ')}`);
  rmSync(directory, { recursive: true, force: true });
}
