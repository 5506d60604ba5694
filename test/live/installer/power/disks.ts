import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';

import { eventually } from '../../../hosts/eventually';
import type { TestHost } from '../../../hosts/host';
import { mountsBelow, removeTree } from '../../../hosts/mounts';
import { must, runSync } from '../../../hosts/run';
import { undoOnExit } from '../../../hosts/undo';

/** File systems of a disk, with their mkfs commands. */
export const FORMATS = {
  ext4: ['mkfs.ext4', '-q', '-F'],
  xfs: ['mkfs.xfs', '-q', '-f'],
  btrfs: ['mkfs.btrfs', '-q', '-f'],
} as const;
export type Format = keyof typeof FORMATS;

/** Directories of a host that are on these disks, by disk. */
export interface Layout {
  readonly name: string;
  readonly disks: Readonly<Record<string, readonly string[]>>;
}

export const LAYOUTS: readonly Layout[] = [
  { name: 'one file system', disks: { all: ['etc', 'srv', 'var'] } },
  { name: '/var apart', disks: { root: ['etc', 'srv'], var: ['var'] } },
];

/**
 * The disks of one host: loop devices whose images are files in a btrfs, so that one snapshot captures all of them at one instant.
 * Data that had not reached the disk by then is lost, as in a power cut.
 */
export class Disks {
  private readonly forget: () => void;
  private mounted = '';

  private constructor(
    private readonly directory: string,
    private readonly host: TestHost,
    private readonly layout: Layout,
  ) {
    this.forget = undoOnExit(() => this.close());
  }

  /** Moves directories of a host, which is shut down for this, to new disks. */
  static async make(host: TestHost, format: Format, layout: Layout): Promise<Disks> {
    await host.shutdown();
    const directory = mkdtempSync(path.join(host.scratchDirectory, 'disks.'));
    const disks = new Disks(directory, host, layout);
    const outer = path.join(directory, 'outer');
    mkdirSync(outer);
    await must(['truncate', '--size=16G', `${outer}.img`]);
    await must([...FORMATS.btrfs, `${outer}.img`]);
    await must(['mount', '-o', 'loop', `${outer}.img`, outer]);
    await must(['btrfs', '-q', 'subvolume', 'create', path.join(outer, 'live')]);
    for (const disk of Object.keys(layout.disks)) {
      const image = path.join(outer, 'live', disk);
      await must(['truncate', '--size=512M', image]);
      await must([...FORMATS[format], image]);
    }
    await disks.insert('live', async (disk, names) => {
      for (const name of names) await must(['cp', '-a', '--', path.join(host.rootDirectory, name), disk]);
    });
    return disks;
  }

  /** Mounts the disks as they were when they were cut off, or as they are (`live`), in place of those that are mounted; the host is down. */
  async insert(cut: string, fill: (disk: string, names: readonly string[]) => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.ejected();
    for (const [disk, names] of Object.entries(this.layout.disks)) {
      const place = path.join(this.directory, `disk-${disk}`);
      mkdirSync(place, { recursive: true });
      await must(['mount', '-o', 'loop', path.join(this.directory, 'outer', cut, disk), place]);
      await fill(place, names);
      for (const name of names) await must(['mount', '--bind', path.join(place, name), path.join(this.host.rootDirectory, name)]);
    }
    this.mounted = cut;
  }

  /** Takes a copy of the disks, and leaves them unchanged. */
  async cut(name: string): Promise<void> {
    await must([
      'btrfs',
      '-q',
      'subvolume',
      'snapshot',
      path.join(this.directory, 'outer', 'live'),
      path.join(this.directory, 'outer', name),
    ]);
  }

  /** Removes a copy, which must not be mounted. */
  async discard(name: string): Promise<void> {
    if (this.mounted === name) await this.ejected();
    await must(['btrfs', '-q', 'subvolume', 'delete', path.join(this.directory, 'outer', name)]);
  }

  /** Removes the disks; the host is down. Can be repeated. */
  close(): void {
    this.forget();
    this.eject();
    removeTree(this.directory);
  }

  /** Unmounts the disks, and waits until their loop devices are free: two copies of one file system must not be mounted at once. */
  private async ejected(): Promise<void> {
    const images =
      this.mounted === '' ? [] : Object.keys(this.layout.disks).map((disk) => path.join(this.directory, 'outer', this.mounted, disk));
    this.eject();
    for (const image of images) {
      // The namespace of a host that was killed holds its mounts a moment longer.
      await eventually(async () => ((await must(['losetup', '--associated', image])).trim() === '' ? true : undefined), {
        what: `the end of the loop device of ${image}`,
        pause: 20,
      });
    }
  }

  private eject(): void {
    const inHost = Object.values(this.layout.disks)
      .flat()
      .map((name) => path.join(this.host.rootDirectory, name));
    const places = [...inHost, ...Object.keys(this.layout.disks).map((disk) => path.join(this.directory, `disk-${disk}`))];
    // The loop devices are freed with their mounts.
    for (const point of places.flatMap((place) => mountsBelow(place))) {
      if (runSync(['umount', point]).code !== 0) runSync(['umount', '--lazy', point]);
    }
    this.mounted = '';
  }
}
