import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';

import { cacheDirectory, silent, type Print } from './paths';
import { must, runSync } from './run';

/** Something that a test may need on its machine. */
export type Need = 'hosts' | 'root' | 'terraform' | 'go' | 'shellcheck' | 'registry' | 'power';

interface Command {
  readonly name: string;
  /** The Debian package that has it; undefined if there is none. */
  readonly debianPackage?: string;
}

const COMMANDS: Readonly<Record<Need, readonly Command[]>> = {
  hosts: [
    { name: 'debootstrap', debianPackage: 'debootstrap' },
    { name: 'systemd-nspawn', debianPackage: 'systemd-container' },
    { name: 'ip', debianPackage: 'iproute2' },
    { name: 'ssh', debianPackage: 'openssh-client' },
    { name: 'ssh-keygen', debianPackage: 'openssh-client' },
    { name: 'nsenter', debianPackage: 'util-linux' },
    { name: 'flock', debianPackage: 'util-linux' },
    { name: 'mount', debianPackage: 'mount' },
  ],
  root: [],
  terraform: [{ name: 'terraform' }],
  go: [{ name: 'go' }],
  shellcheck: [{ name: 'shellcheck', debianPackage: 'shellcheck' }],
  registry: [{ name: 'npm' }],
  power: [
    { name: 'strace', debianPackage: 'strace' },
    { name: 'losetup', debianPackage: 'mount' },
    { name: 'mkfs.ext4', debianPackage: 'e2fsprogs' },
    { name: 'mkfs.xfs', debianPackage: 'xfsprogs' },
    { name: 'mkfs.btrfs', debianPackage: 'btrfs-progs' },
  ],
};

const ALL: readonly Need[] = ['hosts', 'terraform', 'go', 'shellcheck', 'power'];

/** Missing prerequisites, and a sentence about them; both are empty if nothing is missing. */
export interface Prerequisites {
  readonly missing: readonly string[];
  readonly reason: string;
}

/** Checks the prerequisites without changing anything. */
export function prerequisites(needs: readonly Need[] = ALL): Prerequisites {
  const missing = [
    ...(needs.includes('hosts') ? missingPowers() : []),
    ...(needs.includes('root') && !isRoot() ? ['root'] : []),
    ...missingCommands(needs).map(({ name }) => name),
    ...(needs.includes('registry') && findCommand('npm') !== undefined && !hasRegistry() ? ['the npm registry, or npm’s cache of it'] : []),
  ];
  return { missing, reason: missing.length === 0 ? '' : `missing here: ${missing.join(', ')}` };
}

/**
 * Installs prerequisites from Debian packages, as root on Debian and its derivatives; on other systems it changes nothing.
 * @returns the prerequisites that are still missing
 */
export async function ensurePrerequisites({
  needs = ALL,
  print = silent,
}: { readonly needs?: readonly Need[]; readonly print?: Print } = {}): Promise<Prerequisites> {
  const packages = [...new Set(missingCommands(needs).flatMap(({ debianPackage }) => debianPackage ?? []))];
  if (packages.length > 0 && isRoot() && findCommand('apt-get') !== undefined) {
    print(`installing ${packages.join(', ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await must(['apt-get', '-q', 'update'], { env, timeout: 180_000 });
    await must(['apt-get', '-q', 'install', '--yes', '--no-install-recommends', ...packages], { env, timeout: 300_000 });
  }
  return prerequisites(needs);
}

/** Returns the path of a command on the PATH. System directories are included: an ordinary user's PATH lacks them. */
export function findCommand(name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const directories = [...(environment.PATH ?? '').split(':'), '/usr/sbin', '/sbin'].filter((directory) => directory !== '');
  return directories.map((directory) => path.join(directory, name)).find(isExecutable);
}

function missingCommands(needs: readonly Need[]): readonly Command[] {
  return needs.flatMap((need) => COMMANDS[need]).filter(({ name }) => findCommand(name) === undefined);
}

/** Prerequisites without a package: those of the kernel and of the user. */
function missingPowers(): readonly string[] {
  if (process.platform !== 'linux') return ['Linux'];
  if (!isRoot()) return ['root'];
  const missing: string[] = [];
  if (!/\boverlay$/m.test(readFileSync('/proc/filesystems', 'utf8')) && runSync(['modprobe', 'overlay']).code !== 0)
    missing.push('overlayfs');
  if (isOnOverlay(cacheDirectory())) missing.push('a cache on a real disk (set CDKTF_SIDEKIQ_CACHE: overlayfs does not stack)');
  if (runSync(['unshare', '--mount', '--net', 'true']).code !== 0) missing.push('the right to make namespaces');
  return missing;
}

/** Checks whether npm can resolve cdktf: it uses its cache, then the registry, which may be unreachable. */
function hasRegistry(): boolean {
  return (
    runSync(['npm', 'view', 'cdktf', 'name', '--prefer-offline', '--fetch-retries=0', '--fetch-timeout=10000']).stdout.trim() === 'cdktf'
  );
}

/** Checks whether a directory, or its nearest existing parent, is in an overlayfs, as is common in containers. */
function isOnOverlay(directory: string): boolean {
  return existsSync(directory) ? statfsSync(directory).type === OVERLAYFS : isOnOverlay(path.dirname(directory));
}

/** OVERLAYFS_SUPER_MAGIC of linux/magic.h. */
const OVERLAYFS = 0x794c7630;

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
