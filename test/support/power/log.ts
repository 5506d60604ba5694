import { ancestors, type Inode, type Tree } from './tree';

/** Number of an inode. Its names are entries of directories. */
export type InodeId = number;

/** One change on a disk, made by the operation with this number. An operation makes one or more changes. */
export type Change = { readonly at: number; readonly object: InodeId } & (
  | { readonly what: 'made'; readonly inode: Inode }
  | { readonly what: 'attributes'; readonly mode?: number; readonly uid?: number; readonly gid?: number }
  | { readonly what: 'freed' }
  /** Change of a directory's entry. Without an inode the name is removed. */
  | { readonly what: 'entry'; readonly name: string; readonly inode?: InodeId }
  | { readonly what: 'written'; readonly offset: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly size: number }
);

/** A call that waits until data is on disk. */
export interface Sync {
  readonly at: number;
  /** Number of operations that had ended when it began. */
  readonly covers: number;
  /** Extent: one file or directory, the file system that contains it, or all file systems. */
  readonly kind: 'inode' | 'file system' | 'all';
  readonly object: InodeId;
  /** Its path when it was synced. */
  readonly path: string;
  /** Command that made it, by its position in the program. All calls of a command belong together. */
  readonly command: string;
}

/** A line that the transaction printed. */
export interface Printed {
  readonly at: number;
  readonly text: string;
}

/** All changes of a transaction on a disk, and the state before it. */
export interface Log {
  readonly inodes: ReadonlyMap<InodeId, Inode>;
  readonly entries: ReadonlyMap<InodeId, ReadonlyMap<string, InodeId>>;
  /** Path of each inode when it was first seen, which determines its file system. */
  readonly homes: ReadonlyMap<InodeId, string>;
  readonly changes: readonly Change[];
  readonly syncs: readonly Sync[];
  readonly printed: readonly Printed[];
  /** Description of each operation. */
  readonly operations: readonly string[];
}

export const ROOT: InodeId = 1;

/** Returns the inodes and names of a tree on disk. */
export function baseOf(tree: Tree): {
  inodes: Map<InodeId, Inode>;
  entries: Map<InodeId, Map<string, InodeId>>;
  homes: Map<InodeId, string>;
} {
  const inodes = new Map<InodeId, Inode>();
  const entries = new Map<InodeId, Map<string, InodeId>>();
  const homes = new Map<InodeId, string>();
  const ids = new Map<string, InodeId>();
  for (const [name, inode] of tree) {
    const id = inodes.size + ROOT;
    ids.set(name, id);
    inodes.set(id, inode);
    homes.set(id, name);
    if (inode.kind === 'directory') entries.set(id, new Map());
    if (name === '/') continue;
    entries.get(ids.get(ancestors(name).at(-1)!)!)!.set(name.slice(name.lastIndexOf('/') + 1), id);
  }
  return { inodes, entries, homes };
}
