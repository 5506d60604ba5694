import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { destroyGroups } from './cgroups';
import { abandonedNetworks, lockFile, removeNetwork, type NetworkRecord } from './network';
import { withLock } from './lock';
import { removeTree } from './mounts';
import { silent, type Print } from './paths';
import { runSync } from './run';
import type { Suite } from './rootfs';

/** Everything that is made for one host, recorded before any of it is made. */
export interface HostRecord {
  readonly name: string;
  readonly suite: Suite;
  readonly address: string;
  /** This machine's address as the host sees it. */
  readonly gateway: string;
  readonly bridge: string;
  /** Name of its control groups, its network namespace and its machine. */
  readonly id: string;
  /** This machine's end of its network cable. */
  readonly link: string;
  /** Directory of everything below. */
  readonly directory: string;
}

/** The file system of a host, seen from outside. */
export const rootOf = (host: HostRecord): string => path.join(host.directory, 'root');
/** Its console output: systemd's boot messages. */
export const consoleOf = (host: HostRecord): string => path.join(host.directory, 'console.log');
/** Number of the process that runs it, written by that process. */
export const pidFileOf = (host: HostRecord): string => path.join(host.directory, 'pid');
export const privateKeyOf = (host: HostRecord): string => path.join(host.directory, 'id_ed25519');
export const knownHostsOf = (host: HostRecord): string => path.join(host.directory, 'known_hosts');
export const recordFileOf = (host: Pick<HostRecord, 'directory'>): string => path.join(host.directory, 'host.json');

/** Returns the hosts recorded in a network's directory. */
export function hostsOf(network: Pick<NetworkRecord, 'directory'>): readonly HostRecord[] {
  if (!existsSync(network.directory)) return [];
  return readdirSync(network.directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => recordFileOf({ directory: path.join(network.directory, entry.name) }))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as HostRecord);
}

/**
 * Removes everything of a host: processes, mounts, network, groups, files. It blocks, so that exit handlers can call it, and
 * can be repeated, also on a half-made host.
 */
export function destroyHost(host: HostRecord): void {
  destroyGroups(host.id);
  runSync(['ip', 'link', 'delete', host.link]);
  runSync(['ip', 'netns', 'delete', host.id]);
  removeTree(host.directory);
}

/** Removes a network with all its hosts. */
export function destroyNetwork(network: Pick<NetworkRecord, 'number' | 'directory'>): void {
  for (const host of hostsOf(network)) destroyHost(host);
  removeNetwork(network.number);
}

/** Removes what ended processes left. Hosts of running processes, and hosts that were kept on purpose, stay. */
export async function destroyAbandoned(print: Print = silent): Promise<void> {
  await withLock(lockFile(), () => {
    for (const network of abandonedNetworks()) {
      print(
        `removing ${
          hostsOf(network)
            .map(({ id }) => id)
            .join(', ') || `network ${network.number}`
        }, left behind by process ${network.owner?.pid}`,
      );
      destroyNetwork(network);
    }
  });
}
