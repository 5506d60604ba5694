import type { Change, InodeId, Log } from './log';
import { ROOT } from './log';
import type { Inode, Tree } from './tree';

/** State on disk of a file's unsynced bytes: nothing, the first half, or as many zeros. */
export type Shape = 'none' | 'half' | 'zeros';

/** State of one file system after a power cut. */
export interface Picture {
  /** Names and inodes are as they were before the operation with this number. */
  readonly metadata: number;
  /** Parts that are as they were before another operation: `i12` the inode 12, `e12` the names in the directory 12. */
  readonly parts: ReadonlyMap<string, number>;
  /** Names that exist regardless of that. */
  readonly names: readonly { readonly directory: InodeId; readonly name: string; readonly inode: InodeId | undefined }[];
  /** Files that lack the bytes that were written from an operation on. */
  readonly data: ReadonlyMap<InodeId, { readonly shape: Shape; readonly from: number }>;
}

/** State of all file systems together. */
export interface View {
  /** The power was cut before this operation. */
  readonly cut: number;
  readonly pictures: ReadonlyMap<string, Picture>;
}

export const partOf = ({ what, object }: Change): string => `${what === 'entry' ? 'e' : 'i'}${object}`;

/** Builds the tree that a view shows. */
export class Developer {
  private readonly contents = new Map<string, Buffer>();
  private readonly byObject = new Map<InodeId, Change[]>();

  constructor(
    private readonly log: Log,
    private readonly fileSystemOf: (id: InodeId) => string,
  ) {
    for (const change of log.changes) {
      const known = this.byObject.get(change.object);
      if (known === undefined) this.byObject.set(change.object, [change]);
      else known.push(change);
    }
  }

  tree({ pictures }: View): Tree {
    const tree = new Map<string, Inode>();
    const versionOf = (part: string, id: InodeId): number => {
      const picture = pictures.get(this.fileSystemOf(id))!;
      return picture.parts.get(part) ?? picture.metadata;
    };
    const extra = [...pictures.values()].flatMap(({ names }) => names);
    const walk = (id: InodeId, name: string): void => {
      const inode = this.inode(id, versionOf(`i${id}`, id), pictures.get(this.fileSystemOf(id))!);
      if (inode === undefined || tree.has(name)) return;
      tree.set(name, inode);
      if (inode.kind !== 'directory') return;
      const names = new Map(this.log.entries.get(id) ?? []);
      const version = versionOf(`e${id}`, id);
      const enter = (entry: string, target: InodeId | undefined): void => {
        if (target === undefined) names.delete(entry);
        else names.set(entry, target);
      };
      for (const change of this.byObject.get(id) ?? [])
        if (change.what === 'entry' && change.at < version) enter(change.name, change.inode);
      for (const each of extra) if (each.directory === id) enter(each.name, each.inode);
      for (const entry of [...names.keys()].sort()) walk(names.get(entry)!, `${name === '/' ? '' : name}/${entry}`);
    };
    walk(ROOT, '/');
    return tree;
  }

  private inode(id: InodeId, version: number, picture: Picture): Inode | undefined {
    let inode = this.log.inodes.get(id);
    const changes = this.byObject.get(id) ?? [];
    for (const change of changes) {
      if (change.at >= version) break;
      if (change.what === 'made') inode = change.inode;
      else if (change.what === 'freed') return undefined;
      else if (change.what === 'attributes' && inode !== undefined) {
        const { mode = inode.mode, uid = inode.uid, gid = inode.gid } = change;
        inode = { ...inode, mode, uid, gid };
      }
    }
    if (inode?.kind !== 'file') return inode;
    return { ...inode, data: this.content(id, inode.data!, version, picture.data.get(id)) };
  }

  private content(id: InodeId, start: Buffer, version: number, lacking: { shape: Shape; from: number } | undefined): Buffer {
    const changes = (this.byObject.get(id) ?? []).filter(({ what, at }) => (what === 'written' || what === 'cut') && at < version);
    if (changes.length === 0) return start;
    const key = `${id} ${changes.at(-1)!.at} ${lacking?.shape} ${lacking?.from}`;
    const known = this.contents.get(key);
    if (known !== undefined) return known;
    const whole = contentAfter(start, changes);
    let made = whole;
    if (lacking !== undefined) {
      const synced = contentAfter(
        start,
        changes.filter(({ what, at }) => what === 'cut' || at < lacking.from),
      );
      const middle = synced.length + Math.floor((whole.length - synced.length) / 2);
      if (lacking.shape === 'none') made = synced;
      else if (lacking.shape === 'half') made = whole.subarray(0, middle);
      else made = Buffer.concat([synced, Buffer.alloc(Math.max(0, whole.length - synced.length))]);
    }
    this.contents.set(key, made);
    return made;
  }
}

function contentAfter(start: Buffer, changes: readonly Change[]): Buffer {
  let data = start;
  for (const change of changes) {
    if (change.what === 'cut') data = Buffer.concat([data.subarray(0, change.size), Buffer.alloc(Math.max(0, change.size - data.length))]);
    else if (change.what === 'written') {
      const end = change.offset + change.bytes.length;
      const grown = data.length >= end ? Buffer.from(data) : Buffer.concat([data, Buffer.alloc(end - data.length)]);
      change.bytes.copy(grown, change.offset);
      data = grown;
    }
  }
  return data;
}
