import { spawnSync } from 'node:child_process';

/** A process as `ps` lists it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Its program and arguments. */
  readonly command: string;
}

/** All that a process started, and what that started. */
export function descendantsOf(ancestor: number, rows: readonly ProcessRow[]): readonly ProcessRow[] {
  return rows.filter(({ parent }) => parent === ancestor).flatMap((child) => [child, ...descendantsOf(child.pid, rows)]);
}

/**
 * Kills cdktf and all that it runs. It runs Terraform in a session of its own, so that neither Ctrl-C nor the end of cdktf
 * reaches it: only the chain of parents leads there. All of it is frozen first: what is frozen starts nothing more.
 */
export function killCdktf(): void {
  const frozen = new Set<number>();
  for (let found = true; found;) {
    const fresh = cdktfProcesses(processTable()).filter(({ pid }) => !frozen.has(pid));
    for (const { pid } of fresh) {
      frozen.add(pid);
      signal(pid, 'SIGSTOP');
    }
    found = fresh.length > 0;
  }
  for (const pid of frozen) signal(pid, 'SIGKILL');
}

/** Does to Terraform what Ctrl-C does: it finishes what it has begun on a host, and writes its state. */
export function interruptTerraform(): void {
  for (const { pid, command } of cdktfProcesses(processTable())) if (/^(\S*\/)?terraform /.test(command)) signal(pid, 'SIGINT');
}

function cdktfProcesses(rows: readonly ProcessRow[]): readonly ProcessRow[] {
  const roots = descendantsOf(process.pid, rows).filter(({ command }) => /\/cdktf (synth|diff|deploy|destroy)\b/.test(command));
  return roots.flatMap((root) => [root, ...descendantsOf(root.pid, rows)]);
}

function processTable(): readonly ProcessRow[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended by itself
  }
}
