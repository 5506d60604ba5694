import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';

import { withLock } from './lock';
import { removeTree } from './mounts';
import { identify, isAlive, type ProcessIdentity } from './owner';
import { cacheDirectory, REPOSITORY } from './paths';
import { must, runSync } from './run';

/**
 * One process's hosts: a bridge with addresses 10.87.N.0/24 and a directory that records everything made for them, so that
 * another process can remove it from these records. Creating the directory claims N.
 */
export class Network {
  private nextHost = 10;

  private constructor(
    readonly number: number,
    private guard: ChildProcess | undefined,
  ) {}

  /** Claims a free number for this process and sets up its bridge. */
  static async claim(): Promise<Network> {
    const number = await withLock(lockFile(), claimNumber);
    // A booting host keeps copies of all mounts. If mounts are shared, an unmount also reaches the copies, which frees the disk.
    await must(['mount', '--bind', directoryOf(number), directoryOf(number)]);
    await must(['mount', '--make-shared', directoryOf(number)]);
    // A fixed address: otherwise a bridge has the lowest of its ports', and the other hosts lose it when that port is removed.
    await must(['ip', 'link', 'add', bridgeOf(number), 'address', hardwareAddress(number), 'type', 'bridge']);
    await must(['ip', 'address', 'add', `${gatewayOf(number)}/24`, 'dev', bridgeOf(number)]);
    await must(['ip', 'link', 'set', bridgeOf(number), 'up']);
    return new Network(number, startGuard());
  }

  get bridge(): string {
    return bridgeOf(this.number);
  }

  /** This machine's address as its hosts see it. */
  get gateway(): string {
    return gatewayOf(this.number);
  }

  get directory(): string {
    return directoryOf(this.number);
  }

  /** Returns the number of the next host in this network. */
  allocate(): number {
    return this.nextHost++;
  }

  /** Keeps the hosts after this process ends: only `cli.ts down` removes them. */
  keep(): void {
    writeOwner(this.number, undefined);
    this.dismissGuard();
  }

  /** Removes the bridge and the records; its hosts must be removed before. */
  remove(): void {
    removeNetwork(this.number);
    this.dismissGuard();
  }

  private dismissGuard(): void {
    this.guard?.kill('SIGKILL');
    this.guard = undefined;
  }
}

/** All networks, with their owners and the directories of their records. */
export interface NetworkRecord {
  readonly number: number;
  readonly directory: string;
  /** Undefined if the hosts are kept on purpose. */
  readonly owner: ProcessIdentity | undefined;
}

export function networks(): readonly NetworkRecord[] {
  if (!existsSync(stateDirectory())) return [];
  return readdirSync(stateDirectory())
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ number: Number(name), directory: directoryOf(Number(name)), owner: readOwner(Number(name)) }));
}

/** Returns the networks whose process ended without removing them. */
export function abandonedNetworks(): readonly NetworkRecord[] {
  return networks().filter(({ owner }) => owner !== undefined && !isAlive(owner));
}

export function removeNetwork(number: number): void {
  runSync(['ip', 'link', 'delete', bridgeOf(number)]);
  removeTree(directoryOf(number));
}

/** Held while a number is claimed and while abandoned hosts are removed. */
export function lockFile(): string {
  return path.join(stateDirectory(), 'lock');
}

function claimNumber(): number {
  for (let number = 1; number < 255; number++) {
    if (existsSync(directoryOf(number)) || existsSync(`/sys/class/net/${bridgeOf(number)}`)) continue;
    const self = identify(process.pid);
    if (self === undefined) throw new Error('/proc does not show this process');
    mkdirSync(directoryOf(number), { recursive: true, mode: 0o700 });
    writeOwner(number, self);
    return number;
  }
  throw new Error('all networks 10.87.1.0/24 to 10.87.254.0/24 are in use: npx tsx test/hosts/cleanup.ts');
}

/**
 * Starts a process that outlives this one, however it ends (SIGKILL too), and then removes what was left. It waits for the end
 * of its stdin as a shell with `cat`, so it costs nothing until it is needed.
 */
function startGuard(): ChildProcess {
  const log = openSync(path.join(stateDirectory(), 'cleanup.log'), 'a');
  const tsx = path.join(REPOSITORY, 'node_modules/.bin/tsx');
  const guard = spawn('sh', ['-c', 'cat >/dev/null; exec "$@"', 'sh', tsx, path.join(__dirname, 'cleanup.ts')], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log],
  });
  guard.unref();
  // A pipe would keep the event loop alive.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

function stateDirectory(): string {
  return path.join(cacheDirectory(), 'hosts');
}

function directoryOf(number: number): string {
  return path.join(stateDirectory(), String(number));
}

function bridgeOf(number: number): string {
  return `csk${number}br`;
}

/** Locally administered (IEEE 802). */
function hardwareAddress(number: number): string {
  return `0a:57:00:00:00:${number.toString(16).padStart(2, '0')}`;
}

function gatewayOf(number: number): string {
  return `10.87.${number}.1`;
}

function ownerFile(number: number): string {
  return path.join(directoryOf(number), 'owner.json');
}

function writeOwner(number: number, owner: ProcessIdentity | undefined): void {
  writeFileSync(`${ownerFile(number)}.new`, JSON.stringify(owner ?? null));
  renameSync(`${ownerFile(number)}.new`, ownerFile(number));
}

function readOwner(number: number): ProcessIdentity | undefined {
  try {
    return (JSON.parse(readFileSync(ownerFile(number), 'utf8')) as ProcessIdentity | null) ?? undefined;
  } catch {
    return ENDED; // the process ended before the claim was recorded
  }
}

const ENDED: ProcessIdentity = { pid: 0, startTime: '', bootId: '' };
