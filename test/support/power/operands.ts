import path from 'node:path';
import type { Argument, Call } from './strace';

/** The arguments of a system call, each as what it is; the first is number 0. */
export class Operands {
  /** The path of the descriptor that comes first. */
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

  /** 0 where there is no such argument. */
  octal(index: number): number {
    return parseInt(this.args[index]?.text ?? '0', 8);
  }

  bytes(index: number): Buffer {
    return this.args[index]!.bytes!;
  }

  list(index: number): Buffer {
    return Buffer.concat(this.args[index]!.list ?? []);
  }

  /** A path relative to the working directory. */
  plain(index: number): string {
    return path.posix.resolve(this.cwd, String(this.args[index]!.bytes));
  }

  /** A path relative to a directory's descriptor. */
  at(directory: number, index: number): string {
    const within = this.args[directory]!;
    return path.posix.resolve(within.text === 'AT_FDCWD' ? this.cwd : (within.path ?? '/'), String(this.args[index]!.bytes));
  }

  /** User and group; -1 changes nothing. */
  owners(first: number): { uid?: number; gid?: number } {
    const [uid, gid] = [this.text(first), this.text(first + 1)].map((text) => (/^(-1|4294967295)$/.test(text) ? undefined : Number(text)));
    return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
  }

  /** cp(1) sets a mode by an access control list that says no more than the mode (acl(5): tags 1, 4 and 32). */
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
