import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

import { withLock } from './lock';
import { removeTree } from './mounts';
import { cacheDirectory, silent, type Print } from './paths';
import { lastLines, must, run } from './run';
import { undoOnExit } from './undo';

/** Debian releases of the hosts: 11, 12, 13 and 14. */
export const SUITES = ['bullseye', 'bookworm', 'trixie', 'forky'] as const;

/** Code name of a Debian release. */
export type Suite = (typeof SUITES)[number];

const PACKAGES = [
  ...['systemd', 'systemd-sysv', 'dbus', 'openssh-server', 'openssh-client', 'sudo', 'iproute2', 'procps', 'curl'],
  // For users' own systemds.
  'libpam-systemd',
  ...['monit', 'ruby-sidekiq', 'ruby-bundler', 'redis-server'],
];

/** Built into every host: programs, and the files in this directory. */
const IMAGE = path.join(__dirname, 'image');

/** Read-only layers of a host's root, topmost first, as overlayfs lists them. */
export type Layers = readonly [customised: string, debian: string];

/**
 * Creates a suite's root file system if the cache lacks it (a minute and 350 MB; two processes never make the same one) and
 * returns its layers. Debian and our changes are separate layers, so that changing ours takes only seconds.
 */
export async function rootFileSystem(suite: Suite, print: Print = silent): Promise<Layers> {
  const roots = path.join(cacheDirectory(), 'roots');
  const debian = path.join(roots, `${suite}-${shortHash(PACKAGES.join(' '))}`);
  const customised = `${debian}-${hashOfDirectory(IMAGE)}`;
  const missing = (): boolean => !existsSync(debian) || !existsSync(customised);
  if (missing()) {
    await withLock(path.join(roots, `${suite}.lock`), async () => {
      if (!existsSync(debian)) await build(suite, debian, (scratch) => installDebian(suite, scratch, print));
      if (!existsSync(customised)) await build(suite, customised, (scratch) => customise(suite, debian, scratch, print));
    });
  }
  return [customised, debian];
}

/** Checks whether a suite's root file system is in the cache, so that booting it takes seconds instead of a minute. */
export function isCached(suite: Suite): boolean {
  return existsSync(path.join(cacheDirectory(), 'roots', `${suite}-${shortHash(PACKAGES.join(' '))}-${hashOfDirectory(IMAGE)}`));
}

/**
 * Builds in a separate directory and renames the result, so that a half-made root is never used. The remains of an earlier
 * attempt that was killed are removed; the lock ensures that no other process is building.
 */
async function build(suite: Suite, target: string, make: (scratch: string) => Promise<string>): Promise<void> {
  const parent = path.dirname(target);
  const prefix = `${suite}.building.`;
  for (const name of readdirSync(parent)) if (name.startsWith(prefix)) removeTree(path.join(parent, name));
  const scratch = mkdtempSync(path.join(parent, prefix));
  const forget = undoOnExit(() => removeTree(scratch));
  try {
    renameSync(await make(scratch), target);
  } finally {
    removeTree(scratch);
    forget();
  }
}

async function installDebian(suite: Suite, scratch: string, print: Print): Promise<string> {
  const target = path.join(scratch, 'root');
  print(`installing Debian ${suite} into the cache (once, about a minute)`);
  const options = ['--variant=minbase', `--include=${PACKAGES.join(',')}`];
  // An older debootstrap doesn't know newer suites, but all are made like sid. An empty mirror means its default.
  const { code, stdout, stderr } = await run(['debootstrap', ...options, suite, target, '', '/usr/share/debootstrap/scripts/sid'], {
    timeout: 600_000,
  });
  if (code !== 0) throw new Error(`debootstrap of ${suite} ended with ${code}:\n${lastLines(stdout + stderr)}`);
  return target;
}

async function customise(suite: Suite, debian: string, scratch: string, print: Print): Promise<string> {
  print(`adding users, app and sshd settings to Debian ${suite}`);
  const [upper, work, root] = ['upper', 'work', 'root'].map((name) => path.join(scratch, name)) as [string, string, string];
  for (const directory of [upper, work, root]) mkdirSync(directory);
  await must(['mount', '-t', 'overlay', 'overlay', '-o', `lowerdir=${debian},upperdir=${upper},workdir=${work}`, root]);
  const shared = path.join(root, 'opt/myapp/shared/config');
  await must(['mkdir', '-p', shared]);
  await must(['cp', '-r', '--no-preserve=ownership', path.join(IMAGE, 'app'), path.join(root, 'opt/myapp/current')]);
  await must(['cp', '--no-preserve=ownership', path.join(IMAGE, 'sidekiq.yml'), shared]);
  await must(['chroot', root, 'sh', '-s'], { input: readFileSync(path.join(IMAGE, 'customise.sh'), 'utf8') });
  await must(['umount', root]);
  return upper;
}

/** Returns a short name for a content, which changes with it. */
export function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

function hashOfDirectory(directory: string): string {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return shortHash(files.map((file) => `${path.relative(directory, file)}\0${readFileSync(file, 'utf8')}\0`).join(''));
}
