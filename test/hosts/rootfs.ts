import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, mkdirSync, chmodSync } from 'node:fs';
import path from 'node:path';

import { withLock } from './lock';
import { cacheDirectory, silent, type Say } from './paths';
import { lastLines, must, run } from './run';

/** The Debian releases that hosts come in: 11, 12, 13 and 14. */
export const SUITES = ['bullseye', 'bookworm', 'trixie', 'forky'] as const;

/** The code name of a Debian release. */
export type Suite = (typeof SUITES)[number];

const PACKAGES = [
  ...['systemd', 'systemd-sysv', 'dbus', 'openssh-server', 'sudo', 'iproute2', 'procps', 'curl'],
  ...['monit', 'ruby-sidekiq', 'ruby-bundler', 'redis-server'],
];

/** What is baked into every host: programs and files beside this one. */
const IMAGE = path.join(__dirname, 'image');

/** The read-only layers of a host's root, topmost first, as overlayfs lists them. */
export type Layers = readonly [customised: string, debian: string];

/**
 * Makes a suite's root file system if the cache lacks it (a minute and 350 MB; two processes never make the same one) and
 * returns its layers. Debian and our changes are separate layers, so that changing ours costs seconds.
 */
export async function rootFileSystem(suite: Suite, say: Say = silent): Promise<Layers> {
  const roots = path.join(cacheDirectory(), 'roots');
  const debian = path.join(roots, `${suite}-${shortHash(PACKAGES.join(' '))}`);
  const customised = `${debian}-${hashOfDirectory(IMAGE)}`;
  const missing = (): boolean => !existsSync(debian) || !existsSync(customised);
  if (missing()) {
    await withLock(path.join(roots, `${suite}.lock`), async () => {
      if (!existsSync(debian)) await build(debian, (target) => installDebian(suite, target, say));
      if (!existsSync(customised)) await build(customised, (target) => customise(suite, debian, target, say));
    });
  }
  return [customised, debian];
}

/** Whether a suite's root file system is there already, so that booting it takes seconds and not a minute. */
export function isCached(suite: Suite): boolean {
  return existsSync(path.join(cacheDirectory(), 'roots', `${suite}-${shortHash(PACKAGES.join(' '))}-${hashOfDirectory(IMAGE)}`));
}

/** Builds beside the final place and renames, so that a half-made directory is never taken for a whole one. */
async function build(target: string, fill: (directory: string) => Promise<void>): Promise<void> {
  const temporary = mkdtempSync(`${target}.`);
  chmodSync(temporary, 0o755);
  try {
    await fill(temporary);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function installDebian(suite: Suite, target: string, say: Say): Promise<void> {
  say(`installing Debian ${suite} into the cache (once, about a minute)`);
  const options = ['--variant=minbase', `--include=${PACKAGES.join(',')}`];
  // An older debootstrap knows no younger suite by name, but all of them are made like sid. An empty mirror is its default.
  const { code, stdout, stderr } = await run(['debootstrap', ...options, suite, target, '', '/usr/share/debootstrap/scripts/sid'], {
    timeout: 600_000,
  });
  if (code !== 0) throw new Error(`debootstrap of ${suite} ended with ${code}:\n${lastLines(stdout + stderr)}`);
}

async function customise(suite: Suite, debian: string, target: string, say: Say): Promise<void> {
  say(`adding users, app and sshd settings to Debian ${suite}`);
  const scratch = mkdtempSync(path.join(path.dirname(target), `${suite}.scratch.`));
  const [root, work] = [path.join(scratch, 'root'), path.join(scratch, 'work')];
  for (const directory of [root, work]) mkdirSync(directory);
  await must(['mount', '-t', 'overlay', 'overlay', '-o', `lowerdir=${debian},upperdir=${target},workdir=${work}`, root]);
  try {
    const shared = path.join(root, 'opt/myapp/shared/config');
    await must(['mkdir', '-p', shared, path.join(root, 'opt/myapp')]);
    await must(['cp', '-r', '--no-preserve=ownership', path.join(IMAGE, 'app'), path.join(root, 'opt/myapp/current')]);
    await must(['cp', '--no-preserve=ownership', path.join(IMAGE, 'sidekiq.yml'), shared]);
    await must(['chroot', root, 'sh', '-s'], { input: readFileSync(path.join(IMAGE, 'customise.sh'), 'utf8') });
  } finally {
    await must(['umount', root]);
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A short name for a content: changes when the content does. */
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
