import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A file, a directory or a symbolic link, without its name. */
export interface Inode {
  readonly kind: 'file' | 'directory' | 'link';
  /** Permissions, including the set-id and sticky bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of a file, or target of a symbolic link. */
  readonly data?: Buffer;
}

/** Files by absolute path. A directory precedes its entries. */
export type Tree = ReadonlyMap<string, Inode>;

/** Returns the path on this machine of a path in the tree. */
export type Locate = (name: string) => string;

/** Locates a whole tree below one directory. */
export const below =
  (root: string): Locate =>
  (name) =>
    path.join(root, name);

/** Reads trees, with the directories above them. Sockets and devices are left out. */
export function readTree(locate: Locate, trees: readonly string[]): Tree {
  const found = new Map<string, Inode>();
  const add = (name: string): void => {
    const inode = readInode(locate(name));
    if (inode === undefined || found.has(name)) return;
    found.set(name, inode);
  };
  const walk = (name: string): void => {
    add(name);
    if (found.get(name)?.kind !== 'directory') return;
    for (const entry of readdirSync(locate(name)).sort()) walk(path.posix.join(name, entry));
  };
  for (const tree of trees) {
    for (const above of ancestors(tree)) add(above);
    walk(tree);
  }
  return found;
}

/** Returns the directories above a path, beginning with the root. */
export function ancestors(name: string): readonly string[] {
  const parts = name.split('/').slice(1, -1);
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)];
}

function readInode(file: string): Inode | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const common = { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid };
  if (stat.isDirectory()) return { kind: 'directory', ...common };
  if (stat.isFile()) return { kind: 'file', ...common, data: readFileSync(file) };
  if (stat.isSymbolicLink()) return { kind: 'link', ...common, mode: 0o777, data: Buffer.from(readlinkSync(file)) };
  return undefined;
}

/** Writes a tree, as root. */
export function layTree(tree: Tree, locate: Locate): void {
  for (const [name, { kind, mode, uid, gid, data = Buffer.alloc(0) }] of tree) {
    const file = locate(name);
    if (kind === 'directory') {
      if (!existsSync(file)) mkdirSync(file);
    } else if (kind === 'file') writeFileSync(file, data);
    else symlinkSync(data.toString(), file);
    if (uid !== 0 || gid !== 0) lchownSync(file, uid, gid);
    if (kind !== 'link') chmodSync(file, mode);
  }
}

const hashes = new WeakMap<Buffer, string>();

/** Returns a short text that is equal for equal inodes. */
export function describeInode({ kind, mode, uid, gid, data }: Inode): string {
  let hash = '';
  if (data !== undefined) {
    hash = hashes.get(data) ?? createHash('sha256').update(data).digest('hex').slice(0, 24);
    hashes.set(data, hash);
  }
  return `${kind} ${mode.toString(8)} ${uid}:${gid} ${hash}`;
}

/** Returns a hash that is equal for equal trees. */
export function hashTree(tree: Tree): string {
  const hash = createHash('sha256');
  for (const name of [...tree.keys()].sort()) hash.update(`${name}\0${describeInode(tree.get(name)!)}\n`);
  return hash.digest('hex');
}

/** Returns the differences of two trees: `- path …` only in the first, `+ path …` only in the second. */
export function differences(left: Tree, right: Tree): readonly string[] {
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return names.flatMap((name) => {
    const [before, after] = [left, right].map((tree) => (tree.has(name) ? describeInode(tree.get(name)!) : undefined));
    if (before === after) return [];
    return [...(before === undefined ? [] : [`- ${name} ${before}`]), ...(after === undefined ? [] : [`+ ${name} ${after}`])];
  });
}
