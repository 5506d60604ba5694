import path from 'node:path';
import { baseOf, ROOT, type Change, type InodeId, type Log, type Printed, type Sync } from './log';
import type { Argument, Call } from './strace';
import type { Inode, Tree } from './tree';

/** What a process has of its own. */
interface Process {
  cwd: string;
  umask: number;
  command: string;
}

/** A change before it is numbered. */
type Effect = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;

const ACL = 'system.posix_acl_access';

export interface ReplayOptions {
  /** Trees that are looked at. */
  readonly trees: readonly string[];
  /** Where the transaction prints. */
  readonly output: RegExp;
  /** The mask of processes that have not shown theirs: that which the program sets for all of its own. */
  readonly umask: number;
  /** The mask of others, by process. */
  readonly umasks: ReadonlyMap<number, number>;
}

/** Carries out the calls of a trace on a tree, and notes what each changes. */
export function replay(calls: readonly Call[], before: Tree, options: ReplayOptions): Log {
  return new Replay(calls, before, options).run();
}

class Replay {
  private readonly base: ReturnType<typeof baseOf>;
  private readonly live: ReturnType<typeof baseOf>;
  private readonly links = new Map<InodeId, number>();
  private readonly positions = new Map<InodeId, number>();
  private readonly sizes = new Map<InodeId, number>();
  private readonly processes = new Map<number, Process>();
  private readonly changes: Change[] = [];
  private readonly syncs: Sync[] = [];
  private readonly printed: Printed[] = [];
  private readonly operations: string[] = [];
  private readonly ends: number[] = [];

  constructor(
    private readonly calls: readonly Call[],
    before: Tree,
    private readonly options: ReplayOptions,
  ) {
    this.base = baseOf(before);
    this.live = baseOf(before);
    for (const [id, { data }] of this.live.inodes) {
      this.links.set(id, 1);
      this.sizes.set(id, data?.length ?? 0);
    }
  }

  run(): Log {
    for (const call of this.calls) this.one(call);
    const { inodes, entries } = this.base;
    return {
      ...{ inodes, entries, homes: this.live.homes, changes: this.changes, syncs: this.syncs, printed: this.printed },
      operations: this.operations,
    };
  }

  private process(pid: number): Process {
    let own = this.processes.get(pid);
    if (own === undefined) {
      own = { cwd: '/', umask: this.options.umasks.get(pid) ?? this.options.umask, command: '' };
      this.processes.set(pid, own);
    }
    return own;
  }

  private one(call: Call): void {
    const { name, args } = call;
    const own = this.process(call.pid);
    // Each program opens its libraries, and strace shows the working directory with it.
    for (const { text, path: shown } of args) if (text === 'AT_FDCWD' && shown !== undefined) own.cwd = shown;
    if (name === 'execve') own.command = (args[1]?.list ?? []).map(String).join(' ');
    else if (name === 'chdir') own.cwd = path.posix.resolve(own.cwd, textOf(args[0]));
    else if (name === 'fchdir') own.cwd = args[0]?.path ?? own.cwd;
    else if (name === 'umask') own.umask = parseInt(args[0]!.text, 8);
    else this.operate(call, own);
  }

  private operate(call: Call, own: Process): void {
    const { name, args } = call;
    const at = (directory: number, file: number): string => {
      const within = args[directory]!;
      return path.posix.resolve(within.text === 'AT_FDCWD' ? own.cwd : within.path!, textOf(args[file]));
    };
    const plain = (file: number): string => path.posix.resolve(own.cwd, textOf(args[file]));
    const number = (index: number): number => Number(args[index]!.text);
    const octal = (index: number): number => parseInt(args[index]!.text, 8);
    const made = (mode: number): number => mode & ~own.umask & 0o7777;
    const descriptor = args[0]?.path;
    switch (name) {
      case 'open':
      case 'creat':
        return this.open(call, plain(0), name === 'creat' ? 'O_CREAT|O_TRUNC' : args[1]!.text, made(octal(name === 'creat' ? 1 : 2)));
      case 'openat':
        return this.open(call, at(0, 1), args[2]!.text, made(args[3] === undefined ? 0 : octal(3)));
      case 'write':
        return this.write(call, descriptor, args[1]!.bytes!);
      case 'pwrite64':
        return this.write(call, descriptor, args[1]!.bytes!, number(3));
      case 'writev':
        return this.write(call, descriptor, Buffer.concat(args[1]!.list ?? []));
      case 'ftruncate':
        return this.truncate(call, descriptor, number(1));
      case 'truncate':
        return this.truncate(call, plain(0), number(1));
      case 'rename':
        return this.rename(call, plain(0), plain(1));
      case 'renameat':
      case 'renameat2':
        return this.rename(call, at(0, 1), at(2, 3));
      case 'link':
        return this.link(call, plain(0), plain(1));
      case 'linkat':
        return this.link(call, at(0, 1), at(2, 3));
      case 'symlink':
        return this.make(call, plain(1), { kind: 'link', mode: 0o777, uid: 0, gid: 0, data: args[0]!.bytes! });
      case 'symlinkat':
        return this.make(call, at(1, 2), { kind: 'link', mode: 0o777, uid: 0, gid: 0, data: args[0]!.bytes! });
      case 'mkdir':
        return this.make(call, plain(0), { kind: 'directory', mode: made(octal(1)), uid: 0, gid: 0 });
      case 'mkdirat':
        return this.make(call, at(0, 1), { kind: 'directory', mode: made(octal(2)), uid: 0, gid: 0 });
      case 'unlink':
      case 'rmdir':
        return this.unlink(call, plain(0));
      case 'unlinkat':
        return this.unlink(call, at(0, 1));
      case 'chmod':
        return this.attributes(call, plain(0), { mode: octal(1) });
      case 'fchmod':
        return this.attributes(call, descriptor, { mode: octal(1) });
      case 'fchmodat':
      case 'fchmodat2':
        return this.attributes(call, at(0, 1), { mode: octal(2) });
      case 'chown':
      case 'lchown':
        return this.attributes(call, plain(0), owners(args[1], args[2]));
      case 'fchown':
        return this.attributes(call, descriptor, owners(args[1], args[2]));
      case 'fchownat':
        return this.attributes(call, at(0, 1), owners(args[2], args[3]));
      case 'setxattr':
        return String(args[1]!.bytes) === ACL ? this.attributes(call, plain(0), { mode: modeOfAcl(args[2]!.bytes!) }) : undefined;
      case 'fsetxattr':
        return String(args[1]!.bytes) === ACL ? this.attributes(call, descriptor, { mode: modeOfAcl(args[2]!.bytes!) }) : undefined;
      case 'fsync':
      case 'fdatasync':
        return this.sync(call, 'inode', descriptor ?? '', own);
      case 'syncfs':
        return this.sync(call, 'file system', descriptor ?? '', own);
      case 'sync':
        return this.sync(call, 'all', '/', own);
      case 'fallocate':
      case 'copy_file_range':
      case 'sendfile':
        // Their bytes are not in the trace.
        if (args.some(({ path: shown }) => shown !== undefined && this.isKept(shown))) throw new Error(`${name} can't be replayed`);
        return;
    }
  }

  private isKept(name: string): boolean {
    return this.options.trees.some((tree) => name === tree || name.startsWith(`${tree}/`));
  }

  /** The directory and the name in it, symbolic links on the way followed; nothing for what is not looked at. */
  private find(name: string | undefined): { directory: InodeId; base: string; inode: InodeId | undefined; name: string } | undefined {
    if (name === undefined) return undefined;
    let directory = ROOT;
    let reached = '';
    const parts = name.split('/').filter((part) => part !== '');
    for (const [index, part] of parts.slice(0, -1).entries()) {
      const next = this.live.entries.get(directory)?.get(part);
      if (next === undefined) return undefined;
      const { kind, data } = this.live.inodes.get(next)!;
      if (kind === 'link') return this.find(path.posix.resolve(reached || '/', String(data), ...parts.slice(index + 1)));
      directory = next;
      reached += `/${part}`;
    }
    const base = parts.at(-1) ?? '';
    if (!this.isKept(`${reached}/${base}`)) return undefined;
    return { directory, base, inode: this.live.entries.get(directory)?.get(base), name: `${reached}/${base}` };
  }

  /** Notes an operation that changes something. */
  private note(call: Call, text: string, ...effects: readonly Effect[]): void {
    const at = this.operations.push(`${call.name} ${text}`) - 1;
    this.ends.push(call.ended);
    for (const effect of effects) {
      const change = { at, ...effect } as Change;
      this.changes.push(change);
      this.apply(change);
    }
  }

  private apply(change: Change): void {
    const { object } = change;
    const { inodes, entries } = this.live;
    if (change.what === 'made') {
      inodes.set(object, change.inode);
      this.sizes.set(object, 0);
      if (change.inode.kind === 'directory') entries.set(object, new Map());
    } else if (change.what === 'entry') {
      const names = entries.get(object)!;
      const old = names.get(change.name);
      if (old !== undefined) this.links.set(old, (this.links.get(old) ?? 1) - 1);
      if (change.inode === undefined) names.delete(change.name);
      else {
        names.set(change.name, change.inode);
        this.links.set(change.inode, (this.links.get(change.inode) ?? 0) + 1);
      }
    } else if (change.what === 'written')
      this.sizes.set(object, Math.max(this.sizes.get(object) ?? 0, change.offset + change.bytes.length));
    else if (change.what === 'cut') this.sizes.set(object, change.size);
  }

  private make(call: Call, name: string, inode: Inode): void {
    const place = this.find(name);
    if (place === undefined) return;
    const id = ROOT + this.live.inodes.size;
    this.live.homes.set(id, place.name);
    this.note(
      call,
      place.name,
      { object: id, what: 'made', inode },
      { object: place.directory, what: 'entry', name: place.base, inode: id },
    );
  }

  private open(call: Call, name: string, flags: string, mode: number): void {
    if (!/O_CREAT|O_WRONLY|O_RDWR/.test(flags)) return;
    const place = this.find(name);
    if (place === undefined) return;
    if (flags.includes('O_TMPFILE')) throw new Error(`${name}: a file without a name can't be replayed`);
    if (place.inode === undefined) {
      if (!flags.includes('O_CREAT')) return;
      this.make(call, name, { kind: 'file', mode, uid: 0, gid: 0, data: Buffer.alloc(0) });
    } else if (flags.includes('O_TRUNC') && this.sizes.get(place.inode)! > 0) {
      this.note(call, `${place.name} emptied`, { object: place.inode, what: 'cut', size: 0 });
    }
    const id = this.find(name)!.inode!;
    this.positions.set(id, flags.includes('O_APPEND') ? this.sizes.get(id)! : 0);
  }

  private write(call: Call, name: string | undefined, all: Buffer, offset?: number): void {
    const bytes = all.subarray(0, call.result);
    if (name !== undefined && this.options.output.test(name)) {
      this.note(call, `printed ${JSON.stringify(String(bytes))}`);
      this.printed.push({ at: this.operations.length - 1, text: String(bytes) });
      return;
    }
    const place = this.find(name);
    if (place?.inode === undefined) return;
    const start = offset ?? this.positions.get(place.inode) ?? 0;
    if (offset === undefined) this.positions.set(place.inode, start + bytes.length);
    this.note(call, `${place.name} ${bytes.length} bytes at ${start}`, { object: place.inode, what: 'written', offset: start, bytes });
  }

  private truncate(call: Call, name: string | undefined, size: number): void {
    const place = this.find(name);
    if (place?.inode !== undefined) this.note(call, `${place.name} ${size}`, { object: place.inode, what: 'cut', size });
  }

  private rename(call: Call, from: string, to: string): void {
    const [source, target] = [this.find(from), this.find(to)];
    if (source?.inode === undefined && target === undefined) return;
    if (source?.inode === undefined || target === undefined) throw new Error(`renamed across what is looked at: ${from} to ${to}`);
    this.note(
      call,
      `${source.name} to ${target.name}`,
      { object: target.directory, what: 'entry', name: target.base, inode: source.inode },
      { object: source.directory, what: 'entry', name: source.base },
      ...this.freed(target.inode),
    );
  }

  private link(call: Call, from: string, to: string): void {
    const [source, target] = [this.find(from), this.find(to)];
    if (source?.inode === undefined || target === undefined) return;
    this.note(call, `${source.name} to ${target.name}`, {
      object: target.directory,
      what: 'entry',
      name: target.base,
      inode: source.inode,
    });
  }

  private unlink(call: Call, name: string): void {
    const place = this.find(name);
    if (place?.inode === undefined) return;
    this.note(call, place.name, { object: place.directory, what: 'entry', name: place.base }, ...this.freed(place.inode));
  }

  /** An inode that loses its last name. */
  private freed(id: InodeId | undefined): readonly Effect[] {
    return id !== undefined && this.links.get(id) === 1 ? [{ object: id, what: 'freed' }] : [];
  }

  private attributes(call: Call, name: string | undefined, change: { mode?: number; uid?: number; gid?: number }): void {
    const place = this.find(name);
    if (place?.inode === undefined) return;
    this.note(call, `${place.name} ${JSON.stringify(change)}`, { object: place.inode, what: 'attributes', ...change });
  }

  private sync(call: Call, kind: Sync['kind'], name: string, own: Process): void {
    const object = kind === 'inode' ? this.idOf(name) : ROOT;
    if (object === undefined) return;
    let covers = this.ends.length;
    while (covers > 0 && this.ends[covers - 1]! > call.begun) covers -= 1;
    this.note(call, name);
    this.syncs.push({ at: this.operations.length - 1, covers, kind, object, path: name, command: `${call.pid} ${own.command}` });
  }

  /** Also of a directory above the trees that are looked at. */
  private idOf(name: string): InodeId | undefined {
    let id: InodeId | undefined = name.startsWith('/') ? ROOT : undefined;
    for (const part of name.split('/').filter((each) => each !== ''))
      id = id === undefined ? undefined : this.live.entries.get(id)?.get(part);
    return id;
  }
}

function textOf(argument: Argument | undefined): string {
  return String(argument?.bytes ?? '');
}

function owners(user: Argument | undefined, group: Argument | undefined): { uid?: number; gid?: number } {
  const known = (argument: Argument | undefined): number | undefined =>
    argument === undefined || /^(-1|4294967295)$/.test(argument.text) ? undefined : Number(argument.text);
  const [uid, gid] = [known(user), known(group)];
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

/** cp(1) sets a mode by an access control list that says no more than the mode (acl(5): tags 1, 4 and 32). */
function modeOfAcl(acl: Buffer): number {
  const shift: Readonly<Record<number, number>> = { 1: 6, 4: 3, 32: 0 };
  let mode = 0;
  for (let offset = 4; offset + 8 <= acl.length; offset += 8)
    mode |= acl.readUInt16LE(offset + 2) << (shift[acl.readUInt16LE(offset)] ?? 0);
  return mode;
}
