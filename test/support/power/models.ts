import type { Change, InodeId, Log, Sync } from './log';
import { partOf, type Picture, type Shape } from './picture';

/** File systems of hosts, as their documentation and sources describe them. See docs/reliability-power.md. */
export const MODELS = ['ext4 ordered', 'ext4 writeback', 'ext4 without journal', 'xfs', 'btrfs'] as const;
export type Model = (typeof MODELS)[number];

/** One file system of a host, and its changes during a transaction. */
export class FileSystem {
  private readonly changes: readonly Change[];
  private readonly syncs: readonly Sync[];
  private readonly objects: ReadonlyMap<InodeId, readonly Change[]>;
  private readonly names: ReadonlyMap<InodeId, readonly Change[]>;
  /** Operations in which a file replaces another one. */
  private readonly replacing: ReadonlySet<number>;

  /**
   * @param log changes and syncs of the transaction
   * @param model kind of file system
   * @param holds returns whether an inode is on this file system
   * @param syncs syncs that take effect; a test leaves some out to show that they are needed
   */
  constructor(
    log: Log,
    private readonly model: Model,
    holds: (id: InodeId, path?: string) => boolean,
    syncs: readonly Sync[] = log.syncs,
  ) {
    this.changes = log.changes.filter(({ object }) => holds(object));
    this.syncs = syncs.filter(({ kind, object, path }) => kind === 'all' || holds(object, kind === 'file system' ? path : undefined));
    this.objects = grouped(this.changes, ({ object }) => object);
    this.names = grouped(this.changes, (change) => (change.what === 'entry' ? change.inode : undefined));
    const named = new Set([...this.names.values()].flat().map(({ at }) => at));
    this.replacing = new Set(this.changes.filter(({ what, at }) => what === 'freed' && named.has(at)).map(({ at }) => at));
  }

  /** Returns the state with everything that was done before the cut. */
  whole(cut: number): Picture {
    return { metadata: cut, parts: new Map(), names: [], data: new Map() };
  }

  /** Returns the state with only what must be on disk. */
  least(cut: number): Picture {
    if (this.model === 'ext4 without journal') {
      const parts = new Map([...this.pendingParts(cut)].map(([part, { durable }]) => [part, durable]));
      return { ...this.whole(cut), parts };
    }
    return this.at(this.oldest(cut), cut);
  }

  /** Returns the oldest state of names and inodes that a journal may still show. */
  oldest(cut: number): number {
    let oldest = 0;
    for (const { kind, at, covers, object } of this.syncs) {
      if (at >= cut) break;
      if (kind !== 'inode') oldest = Math.max(oldest, covers);
      // On btrfs, fsync writes a separate log and commits nothing.
      else if (this.model !== 'btrfs') oldest = Math.max(oldest, this.lastChange(object, covers) + 1);
    }
    return oldest;
  }

  /** Returns names and inodes as they were before an operation, which must not precede {@link oldest}. */
  at(metadata: number, cut: number): Picture {
    const picture = { ...this.whole(cut), metadata };
    return this.model === 'btrfs' ? this.replayed(picture, cut) : picture;
  }

  /** Yields all single deviations from the state with everything that was done before the cut. */
  *deviations(cut: number, metadata = cut): Generator<(picture: Picture) => Picture> {
    const shapes: readonly Shape[] =
      this.model === 'ext4 writeback' || this.model === 'ext4 without journal' ? ['none', 'half', 'zeros'] : ['none', 'half'];
    for (const [id, from] of this.pendingData(cut, metadata)) {
      for (const shape of shapes) yield (picture) => ({ ...picture, data: new Map([...picture.data, [id, { shape, from }]]) });
    }
    if (this.model !== 'ext4 without journal') return;
    for (const [part, { versions }] of this.pendingParts(cut)) {
      for (const version of versions) yield (picture) => ({ ...picture, parts: new Map([...picture.parts, [part, version]]) });
    }
  }

  /** Returns the files with bytes that may not be on disk, and the operation from which on they may be missing. */
  private pendingData(cut: number, metadata: number): ReadonlyMap<InodeId, number> {
    const pending = new Map<InodeId, number>();
    for (const [id, changes] of this.objects) {
      const last = changes.filter(({ what, at }) => what === 'written' && at < metadata).at(-1);
      if (last === undefined) continue;
      const from = this.dataDurable(id, cut, metadata);
      if (last.at >= from) pending.set(id, from);
    }
    return pending;
  }

  private dataDurable(id: InodeId, cut: number, metadata: number): number {
    let durable = 0;
    for (const { kind, at, covers, object } of this.syncs)
      if (at < cut && (kind !== 'inode' || object === id)) durable = Math.max(durable, covers);
    if (this.model === 'ext4 ordered') {
      // A file that replaces another one is written before the rename is committed.
      for (const { at } of this.names.get(id) ?? []) if (at < metadata && this.replacing.has(at)) durable = Math.max(durable, at);
    }
    return durable;
  }

  /** Returns the last change of an inode, or of the names in it, before an operation. */
  private lastChange(object: InodeId, before: number): number {
    return Math.max(
      this.objects
        .get(object)
        ?.filter(({ at }) => at < before)
        .at(-1)?.at ?? -1,
      this.lastName(object, before)?.at ?? -1,
    );
  }

  /** Returns the last change of an inode's name before an operation. A rename changes the inode as well. */
  private lastName(object: InodeId, before: number): Change | undefined {
    return this.names
      .get(object)
      ?.filter(({ at }) => at < before)
      .at(-1);
  }

  /** Returns the parts that may be outdated without a journal: each inode, and the names of each directory, is written separately. */
  private pendingParts(cut: number): ReadonlyMap<string, { readonly durable: number; readonly versions: readonly number[] }> {
    const found = new Map<string, { durable: number; versions: number[] }>();
    const durable = this.durableParts(cut);
    for (const change of this.changes) {
      if (change.at >= cut) break;
      if (change.what === 'written' || change.what === 'cut') continue;
      const part = partOf(change);
      const from = durable.get(part) ?? 0;
      if (change.at < from) continue;
      const entry = found.get(part) ?? { durable: from, versions: [] };
      if (!entry.versions.includes(change.at)) entry.versions.push(change.at);
      found.set(part, entry);
    }
    return found;
  }

  private durableParts(cut: number): ReadonlyMap<string, number> {
    const durable = new Map<string, number>();
    const raise = (part: string, to: number): void => void durable.set(part, Math.max(durable.get(part) ?? 0, to));
    for (const { kind, at, covers, object } of this.syncs) {
      if (at >= cut) break;
      if (kind !== 'inode') {
        for (const change of this.changes) if (change.at < covers) raise(partOf(change), covers);
        continue;
      }
      raise(`i${object}`, covers);
      raise(`e${object}`, covers);
      // ext4_sync_parent: while an inode's name is new, the directory that contains it is written as well.
      let child: InodeId | undefined = object;
      while (child !== undefined) {
        const named = this.lastName(child, covers);
        if (named === undefined || named.at < (durable.get(`e${named.object}`) ?? 0) || this.replacing.has(named.at)) break;
        raise(`e${named.object}`, covers);
        raise(`i${named.object}`, covers);
        child = named.object;
      }
    }
    return durable;
  }

  /** Adds the log of btrfs to the last commit: inodes that were synced since, each with its names. */
  private replayed(picture: Picture, cut: number): Picture {
    const parts = new Map<string, number>();
    const names: Picture['names'][number][] = [];
    const logInode = (id: InodeId, at: number): void => void parts.set(`i${id}`, Math.max(parts.get(`i${id}`) ?? picture.metadata, at));
    const logName = (change: Change, at: number): void => {
      if (change.what !== 'entry') return;
      names.push({ directory: change.object, name: change.name, inode: change.inode });
      if (change.inode !== undefined) logNew(change.inode, at);
      logNew(change.object, at);
    };
    // A new directory is logged with the names that lead to it.
    const logNew = (id: InodeId, at: number): void => {
      if (!this.madeSince(id, picture.metadata, at) || parts.has(`i${id}`)) return;
      logInode(id, at);
      this.nameChanges(id, picture.metadata, at).forEach((change) => logName(change, at));
    };
    for (const { kind, at, covers, object } of this.syncs) {
      if (at >= cut || kind !== 'inode' || covers <= picture.metadata) continue;
      logInode(object, covers);
      this.nameChanges(object, picture.metadata, covers).forEach((change) => logName(change, covers));
      const inside = (this.objects.get(object) ?? []).filter(
        ({ what, at: done }) => what === 'entry' && done >= picture.metadata && done < covers,
      );
      for (const change of inside) {
        // A rename is logged on both sides.
        const both = this.changes.filter(({ at: done, what }) => done === change.at && what === 'entry');
        both.forEach((each) => logName(each, covers));
      }
    }
    // The last entry for a name applies.
    return { ...picture, parts, names };
  }

  private madeSince(id: InodeId, from: number, to: number): boolean {
    return this.objects.get(id)?.some(({ what, at }) => what === 'made' && at >= from && at < to) ?? false;
  }

  /** Returns the changes in which an inode got a name, or lost one by a rename. */
  private nameChanges(id: InodeId, from: number, to: number): readonly Change[] {
    const gained = (this.names.get(id) ?? []).filter(({ at }) => at >= from && at < to);
    if (gained.length === 0) return [];
    const moments = new Set(gained.map(({ at }) => at));
    return this.changes.filter((change) => change.what === 'entry' && moments.has(change.at));
  }
}

function grouped(changes: readonly Change[], keyOf: (change: Change) => InodeId | undefined): ReadonlyMap<InodeId, readonly Change[]> {
  const groups = new Map<InodeId, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
}
