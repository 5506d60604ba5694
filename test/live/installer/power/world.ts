import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { PROGRAM } from '../../../../lib/installer/shell.generated';
import { removeTree } from '../../../hosts/mounts';
import { must, run, runSync } from '../../../hosts/run';
import { rootFileSystem } from '../../../hosts/rootfs';
import { undoOnExit } from '../../../hosts/undo';
import { bootRecovery } from '../../../support/power/judge';
import { ARRANGEMENTS } from '../../../support/power/states';
import { parseTrace, type Call } from '../../../support/power/strace';
import { layTree, readTree, type Tree } from '../../../support/power/tree';
import { STRACE } from './recorder';

/** Outcome of a tree that a power cut left. */
export interface Recovered {
  readonly tree: Tree;
  /** State of the recovery's unit after the boot. */
  readonly boot: ReturnType<typeof bootRecovery>;
  /** Output and exit codes of both recoveries. */
  readonly output: string;
}

/** The recovery as the boot runs it, and then the one of the next deployment. */
const BOOT = '/bin/sh /var/lib/cdktf-sidekiq/recovery recover-at-boot; echo "boot: $?"';
const NEXT = '/bin/sh /usr/local/lib/next-deployment recover-at-boot; echo "next: $?"';

/**
 * A Debian without a running systemd, of which only some trees matter: they are created anew for each recovery. It sees no process of
 * this machine, and neither its /run nor its mounts. systemctl enables and disables links there, and starts nothing.
 */
export class World {
  private number = 0;
  private readonly forget: () => void;

  private constructor(
    private readonly directory: string,
    private readonly lower: string,
    private readonly trees: readonly string[],
  ) {
    this.forget = undoOnExit(() => this.close());
  }

  /** In a directory of a host's, which is removed with it. */
  static async make(trees: readonly string[], scratch: string): Promise<World> {
    const layers = await rootFileSystem('bookworm');
    const directory = mkdtempSync(path.join(scratch, 'world.'));
    await must(['mount', '-t', 'tmpfs', '-o', 'mode=0700', 'power', directory]);
    const [mask, work, root] = ['mask', 'work', 'root'].map((name) => path.join(directory, name)) as [string, string, string];
    for (const each of [mask, work, root]) mkdirSync(each);
    // Hides the trees that are created, so that files missing from them don't appear.
    await must(['mount', '-t', 'overlay', 'power', '-o', `lowerdir=${layers.join(':')},upperdir=${mask},workdir=${work}`, root]);
    for (const tree of trees) rmSync(path.join(root, tree), { recursive: true, force: true });
    writeFileSync(path.join(root, 'usr/local/lib/next-deployment'), ['#!/bin/sh', ...PROGRAM, ''].join('\n'));
    await must(['umount', root]);
    rmSync(work, { recursive: true });
    const world = new World(directory, [mask, ...layers].join(':'), trees);
    for (const mount of new Set(ARRANGEMENTS.flatMap(({ mounts }) => mounts))) {
      mkdirSync(world.diskOf(mount));
      await must(['mount', '-t', 'tmpfs', '-o', 'mode=0700', 'power', world.diskOf(mount)]);
    }
    return world;
  }

  /** Boots with a tree: runs the recovery if systemd would, then another one. */
  async recover(tree: Tree, mounts: readonly string[]): Promise<Recovered> {
    const boot = bootRecovery(tree);
    const { found, output } = await this.run(tree, mounts, [...(boot === 'runs' ? [BOOT] : []), NEXT]);
    return { tree: found, boot, output };
  }

  /** Boots with a tree and runs the recovery; returns its system calls as the host sees them, and the resulting tree. */
  async trace(tree: Tree, mounts: readonly string[]): Promise<{ readonly calls: readonly Call[]; readonly found: Tree }> {
    const file = path.join(this.directory, 'trace');
    const { found, root } = await this.run(tree, mounts, [BOOT], [...STRACE, '-o', file]);
    const text = readFileSync(file, 'latin1');
    rmSync(file);
    const inside = (name: string): string => (name === root ? '/' : name.startsWith(`${root}/`) ? name.slice(root.length) : name);
    const calls = parseTrace(text).map((call) => ({
      ...call,
      args: call.args.map((argument) => (argument.path === undefined ? argument : { ...argument, path: inside(argument.path) })),
    }));
    return { calls, found };
  }

  /** Removes it. Can be repeated. */
  close(): void {
    this.forget();
    removeTree(this.directory);
  }

  /** A device of its own for each, because the program syncs each device once. */
  private diskOf(mount: string): string {
    return path.join(this.directory, `disk${mount.replaceAll('/', '-')}`);
  }

  private async run(
    tree: Tree,
    mounts: readonly string[],
    commands: readonly string[],
    tracer: readonly string[] = [],
  ): Promise<{ found: Tree; output: string; root: string }> {
    const number = String(this.number++);
    const place = path.join(this.directory, number);
    const [upper, work, root] = ['upper', 'work', 'root'].map((name) => path.join(place, name)) as [string, string, string];
    mkdirSync(place);
    for (const each of [upper, work, root]) mkdirSync(each);
    try {
      const locate = (name: string): string => {
        const mount = mounts.find((point) => name === point || name.startsWith(`${point}/`));
        return mount === undefined ? path.join(upper, name) : path.join(this.diskOf(mount), number, name.slice(mount.length));
      };
      layTree(tree, locate);
      const script = [
        `mount -t overlay power -o lowerdir=${this.lower},upperdir=${upper},workdir=${work} ${root}`,
        // Of the type recorded, tmpfs, because a journal contains it.
        ...mounts.map(
          (mount) =>
            `mkdir -p ${path.join(root, mount)} && mount --bind ${path.join(this.diskOf(mount), number)} ${path.join(root, mount)}`,
        ),
        `mount -t tmpfs -o mode=0755 run ${root}/run`,
        `mount -t proc proc ${root}/proc`,
        // The first process of a namespace must not be the one in the chroot, or systemctl takes it for a booted host.
        `{ ${[...tracer, 'chroot', root].join(' ')} /bin/sh -c '${commands.join('; ')}'; exit $?; }`,
      ].join(' && ');
      const { code, stdout, stderr } = await run(['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script], {
        timeout: 60_000,
      });
      return { found: readTree(locate, this.trees), output: `${stdout}${stderr}ended: ${code}\n`, root };
    } finally {
      runSync(['rm', '-rf', '--', place, ...mounts.map((mount) => path.join(this.diskOf(mount), number))]);
    }
  }
}
