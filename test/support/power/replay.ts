import path from 'node:path';
import { baseOf, ROOT, type Change, type InodeId, type Log, type Printed, type Sync } from './log';
import { Operands } from './operands';
import type { Call } from './strace';
import type { Inode, Tree } from './tree';

/** State of a process. */
interface Process {
  cwd: string;
  umask: number;
  command: string;
}

/** A change without its number. */
type Effect = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;

export interface ReplayOptions {
  /** Trees to record. */
  readonly trees: readonly string[];
  /** Paths to which the transaction prints. */
  readonly output: RegExp;
  /** Umask of processes without an entry in `umasks`, as the program sets it. */
  readonly umask: number;
  /** Umasks of other processes. */
  readonly umasks: ReadonlyMap<number, number>;
}

/** Applies the calls of a trace to a tree, and records the changes of each. */
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
    // strace shows the working directory when a program opens its libraries.
    for (const { text, path: shown } of args) if (text === 'AT_FDCWD' && shown !== undefined) own.cwd = shown;
    if (name === 'execve') own.command = (args[1]?.list ?? []).map(String).join(' ');
    else if (name === 'chdir') own.cwd = path.posix.resolve(own.cwd, String(args[0]?.bytes));
    else if (name === 'fchdir') own.cwd = args[0]?.path ?? own.cwd;
    else if (name === 'umask') own.umask = parseInt(args[0]!.text, 8);
    else this.acts[name]?.(call, new Operands(call, own.cwd));
  }

  /** Effects of the calls by name. */
  private readonly acts: Readonly<Record<string, (call: Call, on: Operands) => void>> = {
    open: (call, on) => this.open(call, on.plain(0), on.text(1), on.octal(2)),
    creat: (call, on) => this.open(call, on.plain(0), 'O_CREAT|O_TRUNC', on.octal(1)),
    openat: (call, on) => this.open(call, on.at(0, 1), on.text(2), on.octal(3)),
    write: (call, on) => this.write(call, on.file, on.bytes(1)),
    pwrite64: (call, on) => this.write(call, on.file, on.bytes(1), on.number(3)),
    writev: (call, on) => this.write(call, on.file, on.list(1)),
    ftruncate: (call, on) => this.truncate(call, on.file, on.number(1)),
    truncate: (call, on) => this.truncate(call, on.plain(0), on.number(1)),
    rename: (call, on) => this.rename(call, on.plain(0), on.plain(1)),
    renameat: (call, on) => this.rename(call, on.at(0, 1), on.at(2, 3)),
    renameat2: (call, on) => this.rename(call, on.at(0, 1), on.at(2, 3)),
    link: (call, on) => this.link(call, on.plain(0), on.plain(1)),
    linkat: (call, on) => this.link(call, on.at(0, 1), on.at(2, 3)),
    symlink: (call, on) => this.make(call, on.plain(1), { kind: 'link', mode: 0o777, data: on.bytes(0) }),
    symlinkat: (call, on) => this.make(call, on.at(1, 2), { kind: 'link', mode: 0o777, data: on.bytes(0) }),
    mkdir: (call, on) => this.make(call, on.plain(0), { kind: 'directory', mode: this.masked(call, on.octal(1)) }),
    mkdirat: (call, on) => this.make(call, on.at(0, 1), { kind: 'directory', mode: this.masked(call, on.octal(2)) }),
    unlink: (call, on) => this.unlink(call, on.plain(0)),
    rmdir: (call, on) => this.unlink(call, on.plain(0)),
    unlinkat: (call, on) => this.unlink(call, on.at(0, 1)),
    chmod: (call, on) => this.attributes(call, on.plain(0), { mode: on.octal(1) }),
    fchmod: (call, on) => this.attributes(call, on.file, { mode: on.octal(1) }),
    fchmodat: (call, on) => this.attributes(call, on.at(0, 1), { mode: on.octal(2) }),
    fchmodat2: (call, on) => this.attributes(call, on.at(0, 1), { mode: on.octal(2) }),
    chown: (call, on) => this.attributes(call, on.plain(0), on.owners(1)),
    lchown: (call, on) => this.attributes(call, on.plain(0), on.owners(1)),
    fchown: (call, on) => this.attributes(call, on.file, on.owners(1)),
    fchownat: (call, on) => this.attributes(call, on.at(0, 1), on.owners(2)),
    setxattr: (call, on) => this.attributes(call, on.plain(0), on.accessList()),
    fsetxattr: (call, on) => this.attributes(call, on.file, on.accessList()),
    fsync: (call, on) => this.sync(call, 'inode', on.file),
    fdatasync: (call, on) => this.sync(call, 'inode', on.file),
    syncfs: (call, on) => this.sync(call, 'file system', on.file),
    sync: (call) => this.sync(call, 'all', '/'),
    fallocate: (call) => this.refuse(call),
    copy_file_range: (call) => this.refuse(call),
    sendfile: (call) => this.refuse(call),
  };

  /** Throws for calls on recorded files whose bytes aren't in the trace. */
  private refuse({ name, args }: Call): void {
    if (args.some(({ path: shown }) => shown !== undefined && this.isKept(shown))) throw new Error(`${name} can't be replayed`);
  }

  private masked({ pid }: Call, mode: number): number {
    return mode & ~this.process(pid).umask & 0o7777;
  }

  private isKept(name: string): boolean {
    return this.options.trees.some((tree) => name === tree || name.startsWith(`${tree}/`));
  }

  /** Finds a path, following symbolic links to directories. Returns undefined outside the recorded trees. */
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

  /** Records an operation and its changes. */
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

  private make(call: Call, name: string, made: Pick<Inode, 'kind' | 'mode' | 'data'>): void {
    const place = this.find(name);
    if (place === undefined) return;
    const id = ROOT + this.live.inodes.size;
    const inode = { ...made, uid: 0, gid: 0 };
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
      this.make(call, name, { kind: 'file', mode: this.masked(call, mode), data: Buffer.alloc(0) });
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
    if (source?.inode === undefined || target === undefined) throw new Error(`renamed across the recorded trees: ${from} to ${to}`);
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

  /** Returns the effect on an inode that loses a name: it is freed with its last one. */
  private freed(id: InodeId | undefined): readonly Effect[] {
    return id !== undefined && this.links.get(id) === 1 ? [{ object: id, what: 'freed' }] : [];
  }

  private attributes(call: Call, name: string | undefined, change: { mode?: number; uid?: number; gid?: number } | undefined): void {
    const place = this.find(name);
    if (place?.inode === undefined || change === undefined) return;
    this.note(call, `${place.name} ${JSON.stringify(change)}`, { object: place.inode, what: 'attributes', ...change });
  }

  private sync(call: Call, kind: Sync['kind'], name = ''): void {
    const object = kind === 'inode' ? this.idOf(name) : ROOT;
    if (object === undefined) return;
    let covers = this.ends.length;
    while (covers > 0 && this.ends[covers - 1]! > call.begun) covers -= 1;
    this.note(call, name);
    this.syncs.push({
      at: this.operations.length - 1,
      covers,
      kind,
      object,
      path: name,
      command: `${call.pid} ${this.process(call.pid).command}`,
    });
  }

  /** Returns the inode of a path, including directories above the recorded trees. */
  private idOf(name: string): InodeId | undefined {
    let id: InodeId | undefined = name.startsWith('/') ? ROOT : undefined;
    for (const part of name.split('/').filter((each) => each !== ''))
      id = id === undefined ? undefined : this.live.entries.get(id)?.get(part);
    return id;
  }
}
