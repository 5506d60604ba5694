import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { TestHost } from '../../../hosts/host';
import { must } from '../../../hosts/run';
import type { Log } from '../../../support/power/log';
import { Developer } from '../../../support/power/picture';
import { replay } from '../../../support/power/replay';
import type { Arrangement } from '../../../support/power/states';
import { parseTrace } from '../../../support/power/strace';
import { below, differences, readTree, type Tree } from '../../../support/power/tree';

/** Calls that change a file system or wait for it, and calls needed to know where another one acts. */
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

/** A transaction: the disk before and after it, and every operation in between. */
export interface Recording {
  readonly name: string;
  readonly before: Tree;
  readonly after: Tree;
  readonly log: Log;
  /** Directories on file systems of their own: the program syncs each. */
  readonly arrangement: Arrangement;
}

/** The output of the transaction's unit, and the mask that the program sets. */
export const SETTING = { output: /^\/run\/cdktf-sidekiq-transaction\.\w+\/log$/, umask: 0o77 };

/** A host whose processes are all traced, starting with the first. */
export class TracedHost {
  private constructor(
    readonly host: TestHost,
    private readonly directory: string,
    private readonly arrangement: Arrangement,
  ) {}

  static async boot(arrangement: Arrangement): Promise<TracedHost> {
    const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-power.'));
    const host = await TestHost.boot({ tracer: [...STRACE, '-o', path.join(directory, 'trace')] });
    const traced = new TracedHost(host, directory, arrangement);
    if (arrangement.mounts.length === 0) return traced;
    await host.shutdown();
    for (const mount of arrangement.mounts) {
      const [place, target] = [path.join(host.scratchDirectory, `disk-${path.basename(mount)}`), path.join(host.rootDirectory, mount)];
      mkdirSync(place);
      await must(['mount', '-t', 'tmpfs', '-o', 'mode=0755', 'power', place]);
      await must(['cp', '-a', '--', `${target}/.`, place]);
      await must(['mount', '--bind', place, target]);
    }
    await host.boot();
    return traced;
  }

  /** Records the operations on some trees while an action runs on the host. */
  async record(name: string, trees: readonly string[], act: () => Promise<unknown>): Promise<Recording> {
    const trace = path.join(this.directory, 'trace');
    const start = statSync(trace).size;
    const before = readTree(below(this.host.rootDirectory), trees);
    await act();
    await this.host.until('! ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1');
    const after = readTree(below(this.host.rootDirectory), trees);
    const calls = parseTrace(readFileSync(trace).subarray(start).toString('latin1'));
    return checked({
      name,
      before,
      after,
      arrangement: this.arrangement,
      log: replay(calls, before, { trees, ...SETTING, umasks: new Map([[this.host.firstProcess, 0]]) }),
    });
  }

  destroy(): void {
    this.host.destroy();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A recording is complete when replaying it gives the actual tree. */
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
