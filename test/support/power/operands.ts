import path from 'node:path';
import type { Argument, Call } from './strace';

/** Typed access to the arguments of a system call, numbered from 0. */
export class Operands {
  /** Path of the descriptor in the first argument. */
  readonly file: string | undefined;
  private readonly args: readonly Argument[];

  constructor(
    { args }: Call,
    private readonly cwd: string,
  ) {
    this.args = args;
    this.file = args[0]?.path;
  }

  text(index: number): string {
    return this.args[index]!.text;
  }

  number(index: number): number {
    return Number(this.text(index));
  }

  /** Returns an octal argument, or 0 if it is missing. */
  octal(index: number): number {
    return parseInt(this.args[index]?.text ?? '0', 8);
  }

  bytes(index: number): Buffer {
    return this.args[index]!.bytes!;
  }

  list(index: number): Buffer {
    return Buffer.concat(this.args[index]!.list ?? []);
  }

  /** Resolves a path against the working directory. */
  plain(index: number): string {
    return path.posix.resolve(this.cwd, String(this.args[index]!.bytes));
  }

  /** Resolves a path against a directory's descriptor. */
  at(directory: number, index: number): string {
    const within = this.args[directory]!;
    return path.posix.resolve(within.text === 'AT_FDCWD' ? this.cwd : (within.path ?? '/'), String(this.args[index]!.bytes));
  }

  /** Returns user and group. -1 leaves one unchanged. */
  owners(first: number): { uid?: number; gid?: number } {
    const [uid, gid] = [this.text(first), this.text(first + 1)].map((text) => (/^(-1|4294967295)$/.test(text) ? undefined : Number(text)));
    return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
  }

  /** Converts an access control list to a mode: cp(1) sets modes with lists that contain no more (acl(5): tags 1, 4 and 32). */
  accessList(): { mode: number } | undefined {
    if (String(this.bytes(1)) !== 'system.posix_acl_access') return undefined;
    const list = this.bytes(2);
    const shift: Readonly<Record<number, number>> = { 1: 6, 4: 3, 32: 0 };
    let mode = 0;
    for (let offset = 4; offset + 8 <= list.length; offset += 8)
      mode |= list.readUInt16LE(offset + 2) << (shift[list.readUInt16LE(offset)] ?? 0);
    return { mode };
  }
}
