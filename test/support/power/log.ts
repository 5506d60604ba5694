import { ancestors, type Inode, type Tree } from './tree';

/** Number of an inode. It has no name: names are entries of directories. */
export type InodeId = number;

/** One thing that changes on a disk, at the operation with this number. An operation makes one or several. */
export type Change = { readonly at: number; readonly object: InodeId } & (
  | { readonly what: 'made'; readonly inode: Inode }
  | { readonly what: 'attributes'; readonly mode?: number; readonly uid?: number; readonly gid?: number }
  | { readonly what: 'freed' }
  /** Of a directory; without an inode the name goes. */
  | { readonly what: 'entry'; readonly name: string; readonly inode?: InodeId }
  | { readonly what: 'written'; readonly offset: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly size: number }
);

/** A call that waits for the disk. */
export interface Sync {
  readonly at: number;
  /** Operations before this one had ended when it began. */
  readonly covers: number;
  /** Of one file or directory, of the file system that holds it, or of all. */
  readonly kind: 'inode' | 'file system' | 'all';
  readonly object: InodeId;
  /** Its path when it was synced. */
  readonly path: string;
  /** The command that made it, in the order of the program: all of its calls go together. */
  readonly command: string;
}

/** A line that the transaction printed. */
export interface Printed {
  readonly at: number;
  readonly text: string;
}

/** All that a transaction did to a disk, and what was there before. */
export interface Log {
  readonly inodes: ReadonlyMap<InodeId, Inode>;
  readonly entries: ReadonlyMap<InodeId, ReadonlyMap<string, InodeId>>;
  /** Where each inode was when it was first seen: which file system it is on. */
  readonly homes: ReadonlyMap<InodeId, string>;
  readonly changes: readonly Change[];
  readonly syncs: readonly Sync[];
  readonly printed: readonly Printed[];
  /** What each operation was, for people. */
  readonly operations: readonly string[];
}

export const ROOT: InodeId = 1;

/** Inodes and names of a tree that is on disk. */
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
