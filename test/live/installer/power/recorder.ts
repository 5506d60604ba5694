import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { TestHost } from '../../../hosts/host';
import type { Log } from '../../../support/power/log';
import { Developer } from '../../../support/power/picture';
import { replay } from '../../../support/power/replay';
import { parseTrace } from '../../../support/power/strace';
import { differences, readTree, type Tree } from '../../../support/power/tree';

/** All that changes a file system, waits for it, or is needed to know where a call acts. */
const CALLS = [
  ...['open', 'openat', 'openat2', 'creat', 'write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'ftruncate', 'truncate', 'fallocate'],
  ...['copy_file_range', 'sendfile', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat'],
  ...['mkdir', 'mkdirat', 'rmdir', 'chmod', 'fchmod', 'fchmodat', 'chown', 'fchown', 'lchown', 'fchownat', 'setxattr', 'fsetxattr'],
  ...['fsync', 'fdatasync', 'syncfs', 'sync', 'chdir', 'fchdir', 'umask', 'execve'],
];

/** Whole strings, paths behind descriptors, and copies made by write(2): only those have their bytes in the trace. */
export const STRACE = [
  ...['strace', '-f', '--seccomp-bpf', '-y', '-xx', '-s', '33554432', '-e', `trace=${CALLS.join(',')}`],
  ...['-e', 'inject=copy_file_range,sendfile:error=ENOSYS'],
];

/** A transaction: what the disk was before and after, and all that happened to it in between. */
export interface Recording {
  readonly name: string;
  readonly before: Tree;
  readonly after: Tree;
  readonly log: Log;
}

/** Where the transaction's unit writes what it prints, and the mask that the program sets. */
export const SETTING = { output: /^\/run\/cdktf-sidekiq-transaction\.\w+\/log$/, umask: 0o77 };

/** A host all of whose processes are traced, from the first one on. */
export class TracedHost {
  private constructor(
    readonly host: TestHost,
    private readonly trace: string,
  ) {}

  static async boot(): Promise<TracedHost> {
    const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-power.'));
    const trace = path.join(directory, 'trace');
    return new TracedHost(await TestHost.boot({ tracer: [...STRACE, '-o', trace] }), trace);
  }

  /** Records what happens to some trees while something is done to the host. */
  async record(name: string, trees: readonly string[], act: () => Promise<unknown>): Promise<Recording> {
    const start = statSync(this.trace).size;
    const before = readTree(this.host.rootDirectory, trees);
    await act();
    await this.host.until('! ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1');
    const after = readTree(this.host.rootDirectory, trees);
    const calls = parseTrace(readFileSync(this.trace).subarray(start).toString('latin1'));
    return checked({
      name,
      before,
      after,
      log: replay(calls, before, { trees, ...SETTING, umasks: new Map([[this.host.firstProcess, 0]]) }),
    });
  }

  destroy(): void {
    this.host.destroy();
    rmSync(path.dirname(this.trace), { recursive: true, force: true });
  }
}

/** A recording is whole when all that it holds leads to what is there. */
export function checked(recording: Recording): Recording {
  const { name, log, after } = recording;
  const cut = log.operations.length;
  const whole = { metadata: cut, parts: new Map(), names: [], data: new Map() };
  const made = new Developer(log, () => 'all').tree({ cut, pictures: new Map([['all', whole]]) });
  const wrong = differences(after, made);
  if (wrong.length > 0)
    throw new Error(`${name}: the trace leads to another tree (+) than there is (-):\n${wrong.slice(0, 20).join('\n')}`);
  return recording;
}
